import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
} from 'class-validator';
import { CivilDateField, EachPart, IsId } from '@yiyang/http';
import { CATALOGUE_CLASSES, codesOf, FUND_CATEGORIES, INSURANCE_SCHEMES, type CatalogueClass } from '@yiyang/standards';

/** How the elder is insured, as the master index says it. */
export const INSURED_PERSON_TYPES = ['EMPLOYEE', 'RETIREE', 'RESIDENT'] as const;

const MOST_FEN = 10_000_000_000;

// class-validator counts the decimals of 1e-7 wrongly, so the written form is what counts.
const isShare = (value: unknown): boolean => typeof value === 'number' && /^(0(\.\d{1,4})?|1)$/.test(String(value));
const IsShare = () =>
  ValidateBy({
    name: 'isShare',
    validator: { validate: isShare, defaultMessage: () => 'a number from 0 to 1 with at most four decimals' },
  });

export class ClaimLineBody {
  @ApiProperty({ description: '项目编码 item code', maxLength: 64 })
  @Matches(/^[A-Za-z0-9._-]{1,64}$/)
  itemCode!: string;

  @ApiProperty({ description: '费用归类 class that decides which fund may pay', enum: codesOf(FUND_CATEGORIES) })
  @IsIn(codesOf(FUND_CATEGORIES))
  fundCategory!: string;

  @ApiProperty({ description: '目录类别 甲/乙/丙 catalogue class', enum: codesOf(CATALOGUE_CLASSES) })
  @IsIn(codesOf(CATALOGUE_CLASSES))
  catalogueClass!: CatalogueClass;

  @ApiProperty({ description: '金额(分) amount in fen', type: 'integer', minimum: 1, maximum: MOST_FEN })
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen!: number;

  @ApiPropertyOptional({
    description: '超限价(分) part above the price limit',
    type: 'integer',
    minimum: 0,
    maximum: MOST_FEN,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  overLimitFen?: number;

  @ApiPropertyOptional({
    description: '乙类先行自付比例 share paid first, class B only',
    minimum: 0,
    maximum: 1,
    example: 0.1,
  })
  @IsOptional()
  @IsShare()
  preselfRatio?: number;
}

/** A stay to settle. */
export class ClaimBody {
  @ApiProperty({ description: '老年人 elder', format: 'uuid' })
  @IsId()
  elderId!: string;

  @ApiProperty({ description: '医疗机构 institution of the stay', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @ApiPropertyOptional({ description: '转诊 referral that led to the stay', format: 'uuid' })
  @IsOptional()
  @IsId()
  referralId?: string;

  @ApiProperty({ description: '险种 scheme', enum: codesOf(INSURANCE_SCHEMES) })
  @IsIn(codesOf(INSURANCE_SCHEMES))
  scheme!: string;

  @ApiProperty({ description: '参保人员类别 kind of insured person', enum: INSURED_PERSON_TYPES })
  @IsIn(INSURED_PERSON_TYPES)
  personType!: string;

  @CivilDateField('入院日期 admitted on')
  admittedOn!: string;

  @CivilDateField('出院日期 discharged on')
  dischargedOn!: string;

  @ApiProperty({ description: '费用明细 lines of the bill', type: [ClaimLineBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @EachPart(() => ClaimLineBody)
  lines!: ClaimLineBody[];
}

export class CancelClaimBody {
  @ApiProperty({ description: '撤销原因 coded reason', example: 'BILL_WRONG', maxLength: 48 })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;
}
