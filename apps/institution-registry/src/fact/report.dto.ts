import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { OptionalCivilDateField } from '@yiyang/http';
import { IsDivision } from '../registry-fields.js';

export class ReportQuery {
  @ApiPropertyOptional({
    description: '行政区划 division, with everything below it; your own when left out',
    example: '421200',
  })
  @IsOptional()
  @IsDivision()
  division?: string;

  @OptionalCivilDateField('日期 day on which the facts hold; today when left out')
  on?: string;
}

class CountedView {
  @ApiProperty({ description: '事项数 facts', type: 'integer' }) facts!: number;
  @ApiProperty({ description: '机构数 institutions', type: 'integer' }) institutions!: number;
}

export class CountedCodeView extends CountedView {
  @ApiProperty({ description: '内容代码 code' }) code!: string;
}

export class CountyView {
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '名称 name' }) name!: string;
}

export class CountedCountyView extends CountedView {
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '名称 name' }) name!: string;
}

class RatedView {
  @ApiProperty({ description: '人员数 staff', type: 'integer' }) staff!: number;
  @ApiProperty({ description: '持证或培训合格人数 certified or trained', type: 'integer' }) certified!: number;
  @ApiProperty({ description: '持证率(%) rate', example: '95.0', type: 'string', nullable: true }) ratePercent!:
    string | null;
}

export class RatedInstitutionView extends RatedView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
}

export class CertifiedView extends RatedView {
  @ApiProperty({
    description: '未达100%的机构 institutions below 100 %, the 200 with most staff without proof',
    type: [RatedInstitutionView],
  })
  below!: RatedInstitutionView[];
}

export class MetView {
  @ApiProperty({ description: '达标 reached' }) value!: boolean;
  @ApiProperty({ description: '依据 rule, clause and inputs', type: 'object', additionalProperties: true })
  because!: object;
}

export class FactReportView extends CountedView {
  @ApiProperty({ description: '事项类型 type' }) type!: string;
  @ApiProperty({ description: '名称 name' }) zh!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: '按内容 by code', type: [CountedCodeView] }) byCode!: CountedCodeView[];
  @ApiProperty({ description: '按县区 by county', type: [CountedCountyView] }) byCounty!: CountedCountyView[];
  @ApiProperty({ description: '未达目标的县区 counties below the target', type: [CountyView] }) missing!: CountyView[];
  @ApiPropertyOptional({ description: '目标值 target', type: 'integer' }) target?: number;
  @ApiPropertyOptional({ description: '是否达标 whether the target is met', type: MetView }) isMet?: MetView;
  @ApiPropertyOptional({ description: '持证情况 certified staff', type: CertifiedView }) certified?: CertifiedView;
}
