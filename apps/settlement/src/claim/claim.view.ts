import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Explanation } from '@yiyang/decisions';
import type { BenefitEntryRow, ClaimRow } from './claim.entity.js';
import { AmountsView, amountsView } from './amounts.view.js';

export class ExplanationView {
  @ApiProperty({ description: '规则 rule' }) rule!: string;
  @ApiPropertyOptional({ description: '条款 clause' }) clause?: string;
  @ApiPropertyOptional({ description: '来源文件 source document' }) source?: string;
  @ApiPropertyOptional({ description: '政策版本 policy version' }) policyVersion?: string;
  @ApiProperty({ description: '输入 inputs that reproduce the value', type: 'object', additionalProperties: true })
  inputs!: object;
}

export class ExplainedFenView {
  @ApiProperty({ description: '金额(分) amount in fen', type: 'integer' }) value!: number;
  @ApiProperty({ type: ExplanationView }) because!: Explanation;
}

export class ClaimLineView {
  @ApiProperty({ description: '项目编码 item' }) itemCode!: string;
  @ApiProperty({ description: '费用归类 fund category' }) fundCategory!: string;
  @ApiProperty({ description: '目录类别 catalogue class' }) catalogueClass!: string;
  @ApiProperty({ description: '金额(分)', type: 'integer' }) amountFen!: number;
  @ApiProperty({ description: '超限价(分)', type: 'integer' }) overLimitFen!: number;
  @ApiProperty({ description: '先行自付比例 decimal share' }) preselfRatio!: string;
  @ApiProperty({ description: '处理结果', enum: ['ACCEPTED', 'SELF_PAY', 'REJECTED'] }) decision!: string;
  @ApiProperty({ description: '政策范围内(分) in scope', type: 'integer' }) inScopeFen!: number;
  @ApiProperty({ description: '范围外由个人负担(分) outside the scope', type: 'integer' }) selfPayFen!: number;
  @ApiProperty({ type: ExplanationView }) because!: Explanation;
}

export class AdjustmentView {
  @ApiProperty({ description: '类型', enum: ['SETTLED', 'ADJUSTED', 'REVERSED'] }) kind!: string;
  @ApiPropertyOptional({ description: '原因 reason', nullable: true, type: 'string' }) reasonCode!: string | null;
  @ApiProperty({ description: '时间 at', format: 'date-time' }) at!: Date;
  @ApiProperty({ description: '统筹变动(分) change of the pool’s share', type: 'integer' }) poolFen!: bigint;
  @ApiProperty({ description: '起付线变动(分) change of the deductible', type: 'integer' }) deductibleFen!: bigint;
  @ApiProperty({ description: '个人负担变动(分) change of the person’s share', type: 'integer' }) personFen!: bigint;
}

/** 结算单 A settled (or pre-settled) stay. */
export class ClaimView {
  @ApiPropertyOptional({ description: '结算单编号 id; none before it is settled', format: 'uuid' }) id?: string;
  @ApiProperty({ description: '老年人 elder', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiPropertyOptional({ description: '转诊 referral', format: 'uuid', nullable: true, type: 'string' }) referralId!:
    string | null;
  @ApiPropertyOptional({ description: '转诊链 chain', format: 'uuid', nullable: true, type: 'string' }) chainId!:
    string | null;
  @ApiPropertyOptional({ description: '状态; none before it is settled', enum: ['ADJUDICATED', 'CANCELLED'] })
  status?: string;
  @ApiProperty({ description: '险种 scheme' }) scheme!: string;
  @ApiProperty({ description: '参保人员类别 person type' }) personType!: string;
  @ApiProperty({ description: '医保年度 year', type: 'integer' }) year!: number;
  @ApiProperty({ description: '入院日期', format: 'date' }) admittedOn!: string;
  @ApiProperty({ description: '出院日期', format: 'date' }) dischargedOn!: string;
  @ApiProperty({ description: '服务地' }) serviceRegion!: string;
  @ApiProperty({ description: '参保地' }) insuredRegion!: string;
  @ApiProperty({ description: '金额(分), standards §10.1', type: AmountsView }) amounts!: AmountsView;
  @ApiProperty({ description: '起付线及依据', type: ExplainedFenView }) deductible!: ExplainedFenView;
  @ApiProperty({
    description: '各金额依据 why the amounts are what they are',
    type: 'object',
    additionalProperties: true,
  })
  explanations!: object;
  @ApiProperty({ description: '明细', type: [ClaimLineView] }) lines!: ClaimLineView[];
  @ApiProperty({ description: '拒付明细数', type: 'integer' }) rejectedLines!: number;
  @ApiProperty({ description: '拒付金额(分), paid by the person', type: 'integer' }) rejectedFen!: number;
  @ApiProperty({ description: '政策版本' }) policyVersion!: string;
  @ApiPropertyOptional({ description: '结算时间', format: 'date-time' }) adjudicatedAt?: Date;
  @ApiPropertyOptional({ description: '调整时间', format: 'date-time', nullable: true }) adjustedAt?: Date | null;
  @ApiPropertyOptional({ description: '撤销时间', format: 'date-time', nullable: true }) cancelledAt?: Date | null;
  @ApiPropertyOptional({ description: '撤销原因', nullable: true, type: 'string' }) reasonCode?: string | null;
  @ApiPropertyOptional({ description: '账目 ledger entries of this claim', type: [AdjustmentView] })
  adjustments?: AdjustmentView[];
  @ApiPropertyOptional({ description: '版本', type: 'integer' }) version?: number;
}

/** What a claim amounts to, before or after it is settled. */
export function claimView(claim: ClaimRow): ClaimView {
  const { bill, settlement } = claim;
  return {
    ...settledPart(claim),
    elderId: claim.elderId,
    institutionId: claim.institutionId,
    referralId: claim.referralId,
    chainId: claim.chainId,
    scheme: claim.scheme,
    personType: claim.personType,
    year: claim.year,
    admittedOn: claim.admittedOn,
    dischargedOn: claim.dischargedOn,
    serviceRegion: claim.serviceRegion,
    insuredRegion: claim.insuredRegion,
    amounts: amountsView(settlement.amounts, claim.scheme),
    deductible: settlement.deductible,
    explanations: settlement.explanations,
    lines: bill.map((line, i) => ({ ...line, ...(settlement.lines[i] as (typeof settlement.lines)[number]) })),
    rejectedLines: settlement.lines.filter((line) => line.decision === 'REJECTED').length,
    rejectedFen: settlement.rejectedFen,
    policyVersion: claim.policyVersion,
  };
}

/** The same with everything that only a stored claim has. */
export function storedClaimView(claim: ClaimRow, entries: readonly BenefitEntryRow[] = []): ClaimView {
  return { ...claimView(claim), ...(entries.length > 0 && { adjustments: entries.map(adjustmentView) }) };
}

function settledPart(claim: ClaimRow): Partial<ClaimView> {
  const { id, status, adjudicatedAt, adjustedAt, cancelledAt, reasonCode, version } = claim;
  return { id, status, adjudicatedAt, adjustedAt, cancelledAt, reasonCode, version };
}

/** What a pre-settled claim shows: the amounts, nothing of a claim that does not exist. */
export function preSettledView(claim: ClaimRow): ClaimView {
  const {
    id: _i,
    status: _s,
    adjudicatedAt: _a,
    adjustedAt: _j,
    cancelledAt: _c,
    reasonCode: _r,
    version: _v,
    ...view
  } = claimView(claim);
  return view;
}

function adjustmentView(entry: BenefitEntryRow): AdjustmentView {
  const { kind, reasonCode, recordedAt: at, poolFen, deductibleFen, personFen } = entry;
  return { kind, reasonCode, at, poolFen, deductibleFen, personFen };
}
