import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { civilDateInShanghai, getTerm, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import type { ApplicationRow } from './application.entity.js';
import { answerClockState } from './domain/answer-clock.js';
import { APPLICATION_STATUSES, takesGreenChannel } from './domain/application.js';

const because = {
  description: '依据 rule, clause, source, policy version and inputs',
  type: 'object',
  additionalProperties: true,
} as const;

export class ExplainedPathView {
  @ApiProperty({ enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'] }) value!: string;
  @ApiProperty(because) because!: object;
}

export class BedCountView {
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class MaterialsView {
  @ApiProperty({ description: '所需资质 required', type: [String] }) required!: string[];
  @ApiProperty({ description: '沿用资质 reused', type: [String] }) reused!: string[];
  @ApiProperty({ description: '缺少资质 missing', type: [String] }) missing!: string[];
}

export class ExplainedMaterialsView {
  @ApiProperty({ type: MaterialsView }) value!: MaterialsView;
  @ApiProperty(because) because!: object;
}

export class FlagView {
  @ApiProperty() rule!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['MAJOR', 'MINOR'] }) severity!: string;
  @ApiProperty() clause!: string;
  @ApiProperty() source!: string;
  @ApiProperty() policyVersion!: string;
}

export class MissingItemView {
  @ApiProperty({ description: '缺少的材料 what is missing' }) material!: string;
  @ApiProperty({ description: '法律法规依据 legal basis' }) legalBasis!: string;
}

export class SupplementView {
  @ApiProperty({ type: [MissingItemView] }) items!: MissingItemView[];
  @ApiProperty({ description: '告知时间 told at', format: 'date-time' }) askedAt!: string;
  @ApiPropertyOptional({ description: '补正时间 answered at', format: 'date-time' }) answeredAt?: string;
}

export class AnswerDeadlineView {
  @ApiProperty({ description: '办理截止日期 last day in time', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '预警日期 near from', format: 'date' }) nearOn!: string;
  @ApiProperty({
    description: '时限状态 clock',
    enum: ['RUNNING', 'PAUSED', 'NEAR', 'OVERDUE', 'MET', 'MISSED', 'STOPPED'],
  })
  clock!: string;
  @ApiProperty({ description: '是否逾期 overdue', type: 'boolean' }) overdue!: boolean;
  @ApiProperty(because) because!: object;
}

export class ApplicationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构编号 id the institution will have', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '申请状态 status', enum: APPLICATION_STATUSES }) status!: string;
  @ApiProperty({
    description: '待办方 whose turn it is',
    enum: ['HEALTH', 'CIVIL_AFFAIRS', 'APPLICANT'],
    type: 'string',
    nullable: true,
  })
  awaits!: string | null;
  @ApiProperty({ description: '办理途径 path, computed', type: ExplainedPathView }) path!: ExplainedPathView;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '服务场所 setting', enum: ['INSTITUTION', 'COMMUNITY'] }) setting!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '举办方式 ownership' }) ownership!: string;
  @ApiProperty({ description: '营利性质 profit nature' }) profitNature!: string;
  @ApiProperty({ type: 'string', nullable: true }) hostId!: string | null;
  @ApiProperty({ description: '设立医院 founder of a ward', type: 'string', nullable: true }) founderId!: string | null;
  @ApiProperty({ type: [BedCountView] }) beds!: BedCountView[];
  @ApiProperty({ description: '受理渠道 channel', type: 'string', nullable: true }) channel!: string | null;
  @ApiProperty({ description: '外部办件编号 case number', type: 'string', nullable: true }) externalCaseId!:
    string | null;
  @ApiProperty({ description: '绿色通道 green channel', type: 'boolean' }) greenChannel!: boolean;
  @ApiProperty({ description: '资质材料 certificates', type: ExplainedMaterialsView, nullable: true })
  materials!: ExplainedMaterialsView | null;
  @ApiProperty({ description: '提示 flags, which never block', type: [FlagView] }) flags!: FlagView[];
  @ApiProperty({ description: '一次性告知 supplement', type: SupplementView, nullable: true })
  supplement!: SupplementView | null;
  @ApiProperty({ description: '业务范围变更日期 scope changed on', format: 'date', type: 'string', nullable: true })
  scopeChangedOn!: string | null;
  @ApiProperty({ description: '办理时限 time limit', type: AnswerDeadlineView, nullable: true })
  deadline!: AnswerDeadlineView | null;
  @ApiProperty({
    description: '提交时间 null while it is a draft',
    format: 'date-time',
    type: 'string',
    nullable: true,
  })
  submittedAt!: Date | null;
  @ApiProperty({ description: '受理时间 accepted at', format: 'date-time', type: 'string', nullable: true })
  acceptedAt!: Date | null;
  @ApiProperty({
    description: '设置批准书编号 establishment approval, as a step of its own',
    type: 'string',
    nullable: true,
  })
  establishmentApprovalNo!: string | null;
  @ApiProperty({
    description: '设置批准日期 establishment approved on',
    format: 'date',
    type: 'string',
    nullable: true,
  })
  establishmentApprovedOn!: string | null;
  @ApiProperty({ description: '决定日期 decided on', format: 'date', type: 'string', nullable: true }) decidedOn!:
    string | null;
  @ApiProperty({ description: '不予批准依据 legal basis of a refusal', type: 'string', nullable: true }) legalBasis!:
    string | null;
  @ApiProperty({ type: 'string', nullable: true }) reasonCode!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ApplicationPage {
  @ApiProperty({ type: [ApplicationView] }) items!: ApplicationView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

/** The answer about an application as it stands today. */
export function applicationView(row: ApplicationRow, today: string): ApplicationView {
  const { id, institutionId, status, awaits, kind, side, name, division, ownership, profitNature, version } = row;
  const { hostId, founderId, channel, externalCaseId, scopeChangedOn, submittedAt, acceptedAt, decidedOn } = row;
  return {
    ...{ id, institutionId, status, awaits, kind, side, name, division, ownership, profitNature, version },
    ...{ hostId, founderId, channel, externalCaseId, scopeChangedOn, submittedAt, acceptedAt, decidedOn },
    establishmentApprovalNo: row.establishmentApprovalNo,
    establishmentApprovedOn: row.establishmentApprovedOn,
    legalBasis: row.legalBasis,
    reasonCode: row.reasonCode,
    setting: getTerm(INSTITUTION_KINDS, kind as InstitutionKind).setting,
    path: { value: row.path, because: row.pathBecause as object },
    beds: row.beds as BedCountView[],
    greenChannel: takesGreenChannel(row),
    materials: row.materials as ExplainedMaterialsView | null,
    flags: row.flags as FlagView[],
    supplement: row.supplement as SupplementView | null,
    deadline: deadlineView(row, today),
  };
}

/** Day on which the applicant was told what is missing. */
export function askedOnOf({ supplement }: Pick<ApplicationRow, 'supplement'>): string | null {
  return supplement ? civilDateInShanghai(new Date((supplement as SupplementView).askedAt)) : null;
}

function deadlineView(row: ApplicationRow, today: string): AnswerDeadlineView | null {
  const { dueOn, nearOn, status, decidedAt } = row;
  if (dueOn === null || nearOn === null) return null;
  const decidedOn = decidedAt && civilDateInShanghai(decidedAt);
  const clock = answerClockState({ dueOn, nearOn }, { status, decidedOn, askedOn: askedOnOf(row) }, today);
  return { dueOn, nearOn, clock, overdue: clock === 'OVERDUE', because: row.limitBecause as object };
}
