import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CivilDateField } from '@yiyang/http';
import { ANY_POLICY_VALUE } from '@yiyang/service';
import { DraftPolicyBody } from './policy.dto.js';

export class DryRunBody extends DraftPolicyBody {
  @CivilDateField('日期 day to look at')
  on!: string;

  @ApiPropertyOptional({
    description: '每页机构数 institutions examined per page',
    minimum: 1,
    maximum: 100,
    default: 50,
    type: 'integer',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;

  @ApiPropertyOptional({ description: '分页游标 opaque cursor from the previous page', maxLength: 1000 })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export class HoldingView {
  @ApiProperty({ description: '取值 value', nullable: true, oneOf: ANY_POLICY_VALUE }) value!: unknown;
  @ApiProperty({ description: '行政区划 division whose set gives it', type: 'string', nullable: true }) division!:
    string | null;
  @ApiProperty({ description: '文件 document' }) document!: string;
  @ApiProperty({ description: '条款 clause' }) clause!: string;
}

export class ChangedValueView {
  @ApiProperty({ description: '参数名 key' }) key!: string;
  @ApiProperty({ description: '参数编号 row', example: 'P-10' }) row!: string;
  @ApiProperty({ description: '现行 what holds now', type: HoldingView, nullable: true }) before!: HoldingView | null;
  @ApiProperty({ description: '拟行 what would hold', type: HoldingView, nullable: true }) after!: HoldingView | null;
}

export class ChangedPathView {
  @ApiProperty({ description: '内设机构类别 kind of unit' }) kind!: string;
  @ApiProperty({ description: '级别 level', type: 'integer' }) hospitalLevel!: number;
  @ApiProperty({ description: '投资来源 investment origin' }) investmentOrigin!: string;
  @ApiProperty({ description: '现行途径 path now' }) before!: string;
  @ApiProperty({ description: '拟行途径 path then' }) after!: string;
}

export class FindingNameView {
  @ApiProperty({ description: '规则 rule' }) ruleId!: string;
  @ApiProperty({ description: '对象 what of the institution' }) subject!: string;
  @ApiProperty({ description: '代码 code' }) code!: string;
  @ApiProperty({ description: '程度 severity' }) severity!: string;
  @ApiProperty({ description: '状态 OPEN or SUBSTITUTED' }) status!: string;
}

export class ImpactView {
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '新增问题 findings it would get', type: [FindingNameView] }) gained!: FindingNameView[];
  @ApiProperty({ description: '消除问题 findings it would lose', type: [FindingNameView] }) lost!: FindingNameView[];
}

export class PolicyImpactView {
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '日期 day', format: 'date' }) on!: string;
  @ApiProperty({ description: '变化的取值 values of the division that would be others', type: [ChangedValueView] })
  values!: ChangedValueView[];
  @ApiProperty({ description: '变化的办理途径 application paths that would be others', type: [ChangedPathView] })
  paths!: ChangedPathView[];
  @ApiProperty({ description: '本页检查机构数 institutions examined for this page', type: 'integer' })
  examined!: number;
  @ApiProperty({ description: '受影响机构 of those examined, the ones concerned', type: [ImpactView] })
  items!: ImpactView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
