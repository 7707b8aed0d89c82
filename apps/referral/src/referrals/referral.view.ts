import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BED_KINDS, CARE_STAGES, codesOf, REFERRAL_INDICATIONS, REFERRAL_URGENCIES } from '@yiyang/standards';
import { ALLOWED, ACTIONS } from './domain/allowed.js';
import { DIRECTIONS, type TransferPlan } from './domain/referral.js';
import type { ReferralRow } from './referral.entity.js';

const at = (zh: string) => ApiPropertyOptional({ description: zh, format: 'date-time', nullable: true });
const on = (zh: string) => ApiPropertyOptional({ description: zh, format: 'date', nullable: true });
const id = (zh: string) => ApiProperty({ description: zh, format: 'uuid' });
const idOrNull = (zh: string) => ApiPropertyOptional({ description: zh, format: 'uuid', nullable: true });
const codeOrNull = (zh: string, codes?: readonly string[]) =>
  ApiPropertyOptional({ description: zh, nullable: true, type: String, ...(codes && { enum: [...codes, null] }) });

export class TransferPlanView {
  @at('转运时间 planned departure') departAt?: string;
  @codeOrNull('转运工具 transport') transport?: string;
  @codeOrNull('陪同人员 escort') escort?: string;
  @ApiPropertyOptional({ description: '随行资料 documents', type: [String] }) documents?: string[];
}

/** 转诊. Which fields a caller gets depends on the access policy. */
export class ReferralView {
  @id('转诊标识 referral') id!: string;
  @ApiProperty({ description: '版本 version for If-Match', type: 'integer' }) version!: number;
  @id('转诊链标识 chain of linked referrals') chainId!: string;
  @idOrNull('上一次转诊 previous link') parentReferralId?: string | null;
  @idOrNull('下一次转诊 next link') nextReferralId?: string | null;
  @id('老年人标识 elder') elderId!: string;
  @ApiProperty({ description: '状态 status', enum: Object.keys(ALLOWED) }) status!: string;
  @ApiProperty({ description: '方向 direction', enum: DIRECTIONS }) direction!: string;
  @ApiProperty({ description: '紧急程度 urgency', enum: codesOf(REFERRAL_URGENCIES) }) urgency!: string;
  @ApiPropertyOptional({ description: '服务阶段 stage of care', enum: codesOf(CARE_STAGES) }) stage?: string;
  @ApiPropertyOptional({ description: '转诊指征 indications', isArray: true, enum: codesOf(REFERRAL_INDICATIONS) })
  indications?: string[];
  @id('转出机构 referring institution') fromInstitutionId!: string;
  @id('转入机构 asked institution') toInstitutionId!: string;
  @codeOrNull('床位类别 kind of bed', codesOf(BED_KINDS)) bedKind?: string | null;
  @idOrNull('床位使用标识 use of a bed') bedUseId?: string | null;
  @idOrNull('知情同意 consent') consentId?: string | null;
  @idOrNull('签约合作协议 agreement') agreementId?: string | null;
  @at('申请时间 requested') requestedAt!: string;
  @at('应答时限 answer due') answerDueAt?: string | null;
  @at('资料补交时限 papers of an emergency due') papersDueAt?: string | null;
  @at('接受时间 accepted') acceptedAt?: string | null;
  @at('拒绝时间 rejected') rejectedAt?: string;
  @at('取消时间 cancelled') cancelledAt?: string;
  @at('过期时间 expired') expiredAt?: string;
  @at('关闭时间 closed') closedAt?: string;
  @codeOrNull('原因代码 reason') reasonCode?: string | null;
  @ApiPropertyOptional({ description: '转运方案 transfer plan', type: TransferPlanView }) plan?: TransferPlanView;
  @at('出发时间 departed') departedAt?: string | null;
  @at('到达时间 arrived') arrivedAt?: string | null;
  @on('入院日期 admitted') admittedOn?: string | null;
  @on('出院日期 discharged') dischargedOn?: string | null;
  @codeOrNull('出院去向 destination') destination?: string | null;
  @codeOrNull('出院标准 discharge standard') dischargeStandard?: string | null;
  @idOrNull('出院小结 summary in the record') summaryDocumentId?: string | null;
  @at('完成时间 completed') completedAt?: string | null;
  @ApiProperty({ description: '转出地 division of the sender' }) fromRegion!: string;
  @ApiProperty({ description: '转入地 division of the receiver' }) toRegion!: string;
  @ApiProperty({ description: '居住地 residence' }) residenceRegion!: string;
  @ApiProperty({ description: '参保地 insured' }) insuredRegion!: string;
  @ApiPropertyOptional({
    description: '应答时限依据 why the answer is due then',
    type: 'object',
    additionalProperties: true,
    nullable: true,
  })
  because?: object | null;
}

export class ReferralPageView {
  @ApiProperty({ type: [ReferralView] }) items!: ReferralView[];
  @ApiProperty({ description: '下一页游标', type: String, nullable: true }) nextCursor!: string | null;
}

export class ActionsView {
  @ApiProperty({ description: '当前可执行操作 what this caller can do now', isArray: true, enum: ACTIONS })
  actions!: string[];
}

const ENDED_AT = {
  REJECTED: 'rejectedAt',
  CANCELLED: 'cancelledAt',
  EXPIRED: 'expiredAt',
  CLOSED: 'closedAt',
} as const;

/** Answers about referrals, before the access policy cuts them. */
export class ReferralViews {
  static of(referral: Partial<ReferralRow> & Pick<ReferralRow, 'status'>, plan?: TransferPlan): object {
    const { planSealed: _sealed, endedAt, ...facts } = referral;
    const end = referral.status in ENDED_AT ? ENDED_AT[referral.status as keyof typeof ENDED_AT] : undefined;
    return { ...facts, ...(end && { [end]: endedAt }), ...(plan && { plan }) };
  }
}
