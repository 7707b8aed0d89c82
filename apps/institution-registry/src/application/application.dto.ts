import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EachPart, IsId, OptionalCivilDateField } from '@yiyang/http';
import {
  BED_KINDS,
  codesOf,
  HOSPITAL_GRADES,
  INSTITUTION_KINDS,
  INVESTMENT_ORIGINS,
  OPERATION_MODES,
  PROFIT_NATURES,
  REUSABLE_QUALIFICATIONS,
  type ReusableQualification,
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

export class CertificateBody {
  @ApiProperty({ description: '资质类别 certificate', enum: codesOf(REUSABLE_QUALIFICATIONS) })
  @IsIn(codesOf(REUSABLE_QUALIFICATIONS))
  code!: ReusableQualification;

  @ApiProperty({ description: '资质归属 existing one of the host, or one of its own', enum: ['HOST', 'OWN'] })
  @IsIn(['HOST', 'OWN'])
  holder!: 'HOST' | 'OWN';

  @OptionalCivilDateField('有效期至 valid to, inclusive')
  validTo?: string;
}

/** 资质材料 certificates shown, at first or when told what is missing. */
export class ShownMaterialsBody {
  @ApiPropertyOptional({ description: '已具备的资质 certificates shown', type: [CertificateBody], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @EachPart(() => CertificateBody)
  certificates?: CertificateBody[];

  @ApiPropertyOptional({ description: '养老服务区域是否分区独立 elder-care area separated', type: 'boolean' })
  @IsOptional()
  @IsBoolean()
  careAreaSeparated?: boolean;
}

export class ApplicationBody extends ShownMaterialsBody {
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
  @IsId()
  hostId?: string;

  @ApiPropertyOptional({
    description: '申请途径 path asked for; computed when left out',
    enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'],
  })
  @IsOptional()
  @IsIn(['FILING', 'TWO_IN_ONE', 'APPROVAL'])
  requestedPath?: ApplicationPath;

  @ApiPropertyOptional({ description: '设立医院 hospital that sets the ward up', format: 'uuid' })
  @IsOptional()
  @IsId()
  founderId?: string;

  @ApiPropertyOptional({ description: '受理渠道 portal the application comes by', example: 'HUBEI_GOV_NET' })
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  channel?: string;

  @ApiPropertyOptional({ description: '外部办件编号 case number in that portal', example: 'X1' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,40}$/)
  externalCaseId?: string;

  @ApiProperty({ description: '床位 beds by kind', type: [BedCountBody], maxItems: 20 })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((beds: BedCountBody) => beds?.kind)
  @EachPart(() => BedCountBody)
  beds!: BedCountBody[];
}

export class SubmitApplicationBody extends ApplicationBody {
  @ApiPropertyOptional({ description: '存为草稿 keep as a draft that only its writer sees', type: 'boolean' })
  @IsOptional()
  @IsBoolean()
  draft?: boolean;
}
