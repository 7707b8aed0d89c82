import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CivilDateField, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import {
  AGREEMENT_CHECK_KINDS,
  AGREEMENT_CHECK_RESULTS,
  AGREEMENT_MECHANISMS,
  AGREEMENT_REASONS,
  AGREEMENT_TYPES,
  codesOf,
  ENCOUNTER_TYPES,
} from '@yiyang/standards';
import { IsDivision } from '../registry-fields.js';
import { AGREEMENT_STATUSES, type AgreementStatus } from './domain/agreement-status.js';

const MOST_MONTHS = 60;

export class AgreementTermsBody {
  @ApiProperty({ description: '协议类型 types', enum: codesOf(AGREEMENT_TYPES), isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(codesOf(AGREEMENT_TYPES), { each: true })
  types!: string[];

  @ApiProperty({ description: '合作内容 content', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  content!: string;

  @ApiProperty({ description: '合作方式 way', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  way!: string;

  @ApiProperty({ description: '费用 cost', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  cost!: string;

  @ApiProperty({ description: '双方责任 duties of both sides', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  duties!: string;

  @ApiProperty({ description: '医疗服务项目清单 service item codes', type: [String], maxItems: 500 })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(/^[A-Z0-9][A-Z0-9_.-]{0,39}$/, { each: true })
  items!: string[];

  @ApiProperty({ description: '合作机制 mechanisms', enum: codesOf(AGREEMENT_MECHANISMS), isArray: true })
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(codesOf(AGREEMENT_MECHANISMS), { each: true })
  mechanisms!: string[];

  @ApiPropertyOptional({
    description: '服务环节 services that the agreement speaks of (CON-21)',
    enum: codesOf(ENCOUNTER_TYPES),
    isArray: true,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(codesOf(ENCOUNTER_TYPES), { each: true })
  encounterTypes?: string[];

  @ApiPropertyOptional({
    description: '定期检查周期(月) months between periodic checks; the region’s cycle when left out (CON-10)',
    type: 'integer',
    minimum: 1,
    maximum: MOST_MONTHS,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MONTHS)
  checkCycleMonths?: number;

  @CivilDateField('协议起始日 valid from')
  validFrom!: string;

  @CivilDateField('协议截止日 valid to, inclusive')
  validTo!: string;
}

export class ProposeAgreementBody extends AgreementTermsBody {
  @ApiProperty({ description: '养老机构 care institution', format: 'uuid' })
  @IsId()
  careInstitutionId!: string;

  @ApiProperty({ description: '医疗机构 medical institution', format: 'uuid' })
  @IsId()
  medicalInstitutionId!: string;

  @ApiPropertyOptional({
    description: '存为草稿 keep as a draft that only its writer sees, complete or not',
    type: 'boolean',
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  draft?: boolean;

  @ApiPropertyOptional({ description: '续签 agreement that this one continues', format: 'uuid' })
  @IsOptional()
  @IsId()
  renewsId?: string;
}

export class AgreementReasonBody {
  @ApiProperty({ description: '理由代码 reason code', enum: codesOf(AGREEMENT_REASONS) })
  @IsIn(codesOf(AGREEMENT_REASONS))
  reasonCode!: string;
}

export class TerminateAgreementBody extends AgreementReasonBody {
  @CivilDateField('终止生效日 first day on which it is no longer in force, at most today')
  effectiveOn!: string;
}

export class RecordCheckBody {
  @ApiProperty({ description: '检查类型 kind of check', enum: codesOf(AGREEMENT_CHECK_KINDS) })
  @IsIn(codesOf(AGREEMENT_CHECK_KINDS))
  kind!: string;

  @ApiProperty({ description: '检查结果 result', enum: codesOf(AGREEMENT_CHECK_RESULTS) })
  @IsIn(codesOf(AGREEMENT_CHECK_RESULTS))
  result!: string;

  @CivilDateField('检查日期 checked on')
  checkedOn!: string;
}

/** Filters of a list of agreements. */
export class AgreementFilterQuery extends PageQuery {
  @ApiPropertyOptional({ description: '协议类型 type', enum: codesOf(AGREEMENT_TYPES) })
  @IsOptional()
  @IsIn(codesOf(AGREEMENT_TYPES))
  type?: string;

  @ApiPropertyOptional({ description: '今日状态 status today', enum: AGREEMENT_STATUSES })
  @IsOptional()
  @IsIn(AGREEMENT_STATUSES)
  status?: AgreementStatus;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @OptionalCivilDateField('期限内日期 a day on which the term runs and the agreement has not ended')
  on?: string;
}

export class AgreementQuery extends AgreementFilterQuery {
  @ApiPropertyOptional({ description: '机构 either party; a unit’s host counts for the unit', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}
