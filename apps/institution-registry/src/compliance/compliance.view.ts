import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PolicyValue } from '@yiyang/region-policy';
import type { RuleOutcome } from './domain/assess-compliance.js';
import { findingsOf } from './domain/finding-changes.js';
import type { FindingRow } from './finding.entity.js';

const OBJECT = { type: 'object', additionalProperties: true } as const;

export class FoundView {
  @ApiProperty({ description: '规则 rule' }) ruleId!: string;
  @ApiProperty({ description: '对象: 协议、人员编号、检查项目 subject; empty = the institution' }) subject!: string;
  @ApiProperty({ description: '问题代码 what is not in order' }) code!: string;
  @ApiProperty({ description: '严重程度 severity', enum: ['CRITICAL', 'MAJOR', 'MINOR', 'INFO'] }) severity!: string;
  @ApiProperty({ description: '状态 status', enum: ['OPEN', 'SUBSTITUTED', 'RESOLVED'] }) status!: string;
  @ApiProperty({ description: '应有 expected', ...OBJECT }) expected!: unknown;
  @ApiProperty({ description: '实有 actual', ...OBJECT }) actual!: unknown;
  @ApiProperty({ description: '文件 source document' }) source!: string;
  @ApiProperty({ description: '条款 clause' }) clause!: string;
  @ApiProperty({ description: '政策版本 policy version', type: 'string', nullable: true }) policyVersion!:
    string | null;
  @ApiProperty({ description: '责任部门 departments that see to it', type: [String] }) owners!: readonly string[];
  @ApiProperty({ description: '抄送部门 departments that are told', type: [String] }) copies!: readonly string[];
}

export class FindingView extends FoundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '发现时间 raised at', format: 'date-time' }) raisedAt!: Date;
  @ApiProperty({ description: '消除时间 resolved at', format: 'date-time', type: 'string', nullable: true })
  resolvedAt!: Date | null;
  @ApiProperty({
    description: '消除原因 why it resolved',
    enum: ['CAUSE_ENDED', 'RULE_NOT_APPLIED', 'SUPERSEDED'],
    nullable: true,
  })
  reasonCode!: string | null;
}

export class FindingPage {
  @ApiProperty({ type: [FindingView] }) items!: FindingView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class RuleOutcomeView {
  @ApiProperty({ description: '规则 rule' }) ruleId!: string;
  @ApiProperty({ description: '规则名称 rule in Chinese' }) zh!: string;
  @ApiProperty({ description: '结果 outcome', enum: ['MET', 'FINDING', 'NOT_APPLIED'] }) outcome!: string;
  @ApiPropertyOptional({
    description: '不适用原因 why not applied',
    enum: ['NOT_IN_FORCE_HERE', 'NOT_IN_OPERATION', 'NOT_CONCERNED'],
  })
  because?: string;
  @ApiPropertyOptional({ description: '应有 expected', ...OBJECT }) expected?: unknown;
  @ApiPropertyOptional({ description: '实有 actual', ...OBJECT }) actual?: unknown;
  @ApiPropertyOptional({ description: '文件 source document' }) source?: string;
  @ApiPropertyOptional({ description: '条款 clause' }) clause?: string;
  @ApiPropertyOptional({ description: '政策版本 policy version' }) policyVersion?: string;
  @ApiPropertyOptional({ description: '问题 findings', type: [FoundView] }) findings?: FoundView[];
}

export class CoveredView {
  @ApiProperty({ description: '是否有医疗服务 medically covered' }) value!: boolean;
  @ApiProperty({ description: '依据 rule, clause and inputs', ...OBJECT }) because!: object;
}

export class ComplianceView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: '医疗服务覆盖 medical coverage', type: CoveredView }) medicallyCovered!: CoveredView;
  @ApiProperty({ description: '各项规则 every rule', type: [RuleOutcomeView] }) rules!: RuleOutcomeView[];
}

export class TargetView {
  @ApiProperty({ description: '目标 target in percent', example: '50.0' }) percent!: string;
  @ApiProperty({ description: '是否达到 reached' }) met!: boolean;
}

export class ScopeCoverageView {
  @ApiProperty({
    description: '范围 scope',
    enum: ['CARE_INSTITUTIONS', 'WITHOUT_INTERNAL_MEDICAL', 'COMMUNITY_DAY_CARE'],
  })
  scope!: string;
  @ApiProperty({ description: '机构数 institutions', type: 'integer' }) institutions!: number;
  @ApiProperty({ description: '已签约 with an agreement in force', type: 'integer' }) covered!: number;
  @ApiProperty({ description: '签约率 rate', type: 'string', nullable: true, example: '50.0' }) ratePercent!:
    string | null;
  @ApiProperty({ description: '目标 stages of the region', type: [TargetView] }) targets!: readonly TargetView[];
}

export class CoverageView {
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: [ScopeCoverageView] }) scopes!: readonly ScopeCoverageView[];
  @ApiPropertyOptional({ description: '文件 source document of the targets' }) source?: string;
  @ApiPropertyOptional({ description: '条款 clause of the targets' }) clause?: string;
  @ApiPropertyOptional({ description: '政策版本 policy version' }) policyVersion?: string;
}

export class UncoveredHomeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiProperty({ description: '机构类别 kind' }) kind!: string;
  @ApiProperty({ enum: ['CARE'] }) side!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
}

export class UncoveredPage {
  @ApiProperty({ type: [UncoveredHomeView] }) items!: UncoveredHomeView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export function findingView({ resolvedBecause, ...finding }: FindingRow): FindingView {
  return { ...finding, reasonCode: resolvedBecause };
}

export function ruleOutcomeView(outcome: RuleOutcome, model: PolicyValue<'supervisionModel'>): RuleOutcomeView {
  const { id: ruleId, zh } = outcome.rule;
  if (outcome.outcome === 'NOT_APPLIED') return { ruleId, zh, outcome: outcome.outcome, because: outcome.because };
  const { expected, actual } = outcome.verdict;
  const { source, clause, policyVersion } = outcome.source;
  const findings = findingsOf([outcome], model);
  return {
    ...{ ruleId, zh, outcome: outcome.outcome, expected, actual, source, clause, findings },
    ...(policyVersion !== undefined && { policyVersion }),
  };
}
