import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CivilDateField } from '@yiyang/http';
import {
  BED_KINDS,
  codesOf,
  HOSPITAL_GRADES,
  INSTITUTION_KINDS,
  INVESTMENT_ORIGINS,
  OPERATION_MODES,
  PROFIT_NATURES,
} from '@yiyang/standards';
import { BedCountField, IsCreditCode, IsDivision } from '../registry-fields.js';
import type { ApplicationPath } from './domain/application-path.js';

export class BedCountBody {
  @ApiProperty({ description: '床位类型 bed kind', enum: codesOf(BED_KINDS) })
  @IsIn(codesOf(BED_KINDS))
  kind!: string;

  @BedCountField('床位数 beds', { least: 1 })
  count!: number;
}

export class SubmitApplicationBody {
  @ApiProperty({ description: '机构类别 kind', enum: codesOf(INSTITUTION_KINDS) })
  @IsIn(codesOf(INSTITUTION_KINDS))
  kind!: string;

  @ApiProperty({ description: '机构名称 name', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiPropertyOptional({
    description: '统一社会信用代码 credit code; a unit has none of its own',
    example: '52330105MJ80001275',
  })
  @IsOptional()
  @IsCreditCode()
  creditCode?: string;

  @ApiProperty({ description: '行政区划 division GB/T 2260', example: '421202' })
  @IsDivision()
  division!: string;

  @ApiProperty({ description: '举办方式 ownership', enum: codesOf(OPERATION_MODES) })
  @IsIn(codesOf(OPERATION_MODES))
  ownership!: string;

  @ApiProperty({ description: '营利性质 profit nature', enum: codesOf(PROFIT_NATURES) })
  @IsIn(codesOf(PROFIT_NATURES))
  profitNature!: string;

  @ApiPropertyOptional({
    description: '资本来源 investment origin',
    enum: codesOf(INVESTMENT_ORIGINS),
    default: 'DOMESTIC',
  })
  @IsOptional()
  @IsIn(codesOf(INVESTMENT_ORIGINS))
  investmentOrigin?: string;

  @ApiPropertyOptional({ description: '医院级别 level', type: 'integer', minimum: 1, maximum: 3 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  level?: number;

  @ApiPropertyOptional({ description: '医院等次 grade', enum: codesOf(HOSPITAL_GRADES) })
  @IsOptional()
  @IsIn(codesOf(HOSPITAL_GRADES))
  grade?: string;

  @ApiPropertyOptional({ description: '所属机构 host institution', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  hostId?: string;

  @ApiPropertyOptional({
    description: '申请途径 path asked for; computed when left out',
    enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'],
  })
  @IsOptional()
  @IsIn(['FILING', 'TWO_IN_ONE', 'APPROVAL'])
  requestedPath?: ApplicationPath;

  @ApiProperty({ description: '床位 beds by kind', type: [BedCountBody], maxItems: 20 })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((beds: BedCountBody) => beds?.kind)
  @ValidateNested({ each: true })
  @Type(() => BedCountBody)
  beds!: BedCountBody[];
}

export class FileApplicationBody {
  @CivilDateField('备案日期 filed on')
  filedOn!: string;
}

const NUMBER = /^[\p{L}\p{N}〔〕（）()\-—. ]{1,40}$/u;

export class ApproveApplicationBody {
  @CivilDateField('发证日期 licensed on')
  licensedOn!: string;

  @ApiPropertyOptional({ description: '设置批准书编号 establishment approval number', maxLength: 40 })
  @IsOptional()
  @IsString()
  @Matches(NUMBER)
  establishmentApprovalNo?: string;

  @ApiProperty({ description: '执业登记号 practice registration number', maxLength: 40 })
  @IsString()
  @Matches(NUMBER)
  practiceRegistrationNo!: string;
}

export class RefuseApplicationBody {
  @ApiProperty({ description: '理由代码 reason code', example: 'MATERIALS_FALSE' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;

  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;
}
