import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { getTerm, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import { ASPECTS } from '../history/aspects.js';
import type { ListedChange } from '../history/change.repository.js';
import { integratedSince, integratedStatus, stateOn } from './domain/integrated-status.js';
import type { QualificationPart, WholeInstitution } from './institution.repository.js';

export class QualificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '管理条线 side', enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '办理途径 path', enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'] }) path!: string;
  @ApiProperty({ description: '状态 state', enum: ['ACTIVE', 'SUSPENDED', 'EXPIRED', 'CANCELLED', 'REVOKED'] })
  state!: string;
  @ApiProperty({ description: '状态起始日 state since', format: 'date' }) effectiveOn!: string;
  @ApiPropertyOptional({ description: '备案日期 filed on', format: 'date' }) filedOn?: string;
  @ApiPropertyOptional({ description: '发证日期 licensed on', format: 'date' }) licensedOn?: string;
  @ApiPropertyOptional({ description: '设置批准书编号 number of the establishment approval' })
  establishmentApprovalNo?: string;
  @ApiPropertyOptional({ description: '执业登记号 number of the practice registration' })
  practiceRegistrationNo?: string;
  @ApiPropertyOptional({ description: '有效期至 valid to', format: 'date', type: 'string', nullable: true }) validTo?:
    string | null;
}

export class BedsView {
  @ApiProperty({ description: '床位类型 bed kind' }) kind!: string;
  @ApiProperty({ description: '核定床位 approved', type: 'integer' }) approved!: number;
  @ApiProperty({ description: '开放床位 operating', type: 'integer' }) operating!: number;
  @ApiProperty({ description: '停用床位 blocked', type: 'integer' }) blocked!: number;
}

export class IntegratedView {
  @ApiProperty({ description: '两证齐全 both sides live' }) value!: boolean;
  @ApiProperty({ format: 'date', type: 'string', nullable: true }) since!: string | null;
  @ApiProperty({ description: '依据 rule, clause and inputs', type: 'object', additionalProperties: true })
  because!: object;
}

export class OperationView {
  @ApiProperty({ enum: ['NOT_STARTED', 'OPERATING', 'RECTIFYING', 'SUSPENDED', 'CLOSED', 'FORCED_EXIT'] })
  state!: string;
  @ApiProperty({ description: '状态起始日 state since', format: 'date', type: 'string', nullable: true }) since!:
    string | null;
  @ApiProperty({ description: '运营起始日 started on', format: 'date', type: 'string', nullable: true }) startedOn!:
    string | null;
}

export class PastAgreementView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '协议状态 status' }) status!: string;
  @ApiProperty({ format: 'uuid' }) careInstitutionId!: string;
  @ApiProperty({ format: 'uuid' }) medicalInstitutionId!: string;
  @ApiProperty({ type: [String] }) types!: string[];
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date' }) validTo!: string;
}

export class AsOfView {
  @ApiProperty({ description: '适用日期 as it was on', format: 'date' }) on!: string;
  @ApiProperty({ description: '知悉时间 as it was known at', format: 'date-time' }) knownAt!: string;
}

export class InstitutionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码 credit code', type: 'string', nullable: true }) creditCode!:
    string | null;
  @ApiProperty({ description: '机构类别 kind' }) kind!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '服务场所 setting', enum: ['INSTITUTION', 'COMMUNITY'] }) setting!: string;
  @ApiProperty({ description: '级别 level 1-3', type: 'integer', nullable: true }) level!: number | null;
  @ApiProperty({ description: '等次 grade', type: 'string', nullable: true }) grade!: string | null;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '所属机构 host', type: 'string', nullable: true }) hostId!: string | null;
  @ApiProperty({ description: '举办方式 ownership' }) ownership!: string;
  @ApiProperty({ description: '营利性质 profit nature' }) profitNature!: string;
  @ApiProperty({
    description: '业务范围含养老服务起始日 elder care in the charter from',
    format: 'date',
    type: 'string',
    nullable: true,
  })
  elderCareScopeFrom!: string | null;
  @ApiProperty({ description: '养老服务区域分区独立 elder-care area separated', type: 'boolean', nullable: true })
  careAreaSeparated!: boolean | null;
  @ApiProperty({ type: OperationView }) operation!: OperationView;
  @ApiProperty({ type: [QualificationView] }) qualifications!: QualificationView[];
  @ApiProperty({ description: '是否医养结合机构 integrated', type: IntegratedView }) isIntegrated!: IntegratedView;
  @ApiProperty({ type: [BedsView] }) beds!: BedsView[];
  @ApiPropertyOptional({ description: '签约协议 agreements, in a read of the past', type: [PastAgreementView] })
  agreements?: PastAgreementView[];
  @ApiPropertyOptional({ description: '时点 in a read of the past', type: AsOfView }) asOf?: AsOfView;
  @ApiPropertyOptional({ description: '版本 version; not in a read of the past', type: 'integer' }) version?: number;
}

export class InstitutionPage {
  @ApiProperty({ type: [InstitutionView] }) items!: InstitutionView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class ChangeMakerView {
  @ApiProperty({ description: '角色 role' }) role!: string;
  @ApiProperty({ description: '客户端 client' }) clientId!: string;
  @ApiProperty({ description: '机构 organisation', type: 'string', nullable: true }) organisationId!: string | null;
}

export class ChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '变更方面 aspect', enum: ASPECTS }) aspect!: string;
  @ApiProperty({ description: '变更对象 bed kind, or id of a qualification or an agreement' }) subject!: string;
  @ApiProperty({ description: '生效日期 effective on', format: 'date' }) effectiveOn!: string;
  @ApiProperty({ description: '记录时间 recorded at', format: 'date-time' }) recordedAt!: Date;
  @ApiProperty({ description: '操作 action' }) action!: string;
  @ApiProperty({ description: '理由代码 reason code', type: 'string', nullable: true }) reasonCode!: string | null;
  @ApiProperty({ type: ChangeMakerView }) by!: ChangeMakerView;
}

export class ChangePage {
  @ApiProperty({ type: [ChangeView] }) items!: ChangeView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export function changeView({ role, clientId, organisationId, institutionId: _, ...change }: ListedChange): ChangeView {
  return { ...change, by: { role, clientId, organisationId } };
}

type Viewed = Omit<WholeInstitution, 'version' | 'isIntegrated' | 'investmentOrigin' | 'founderId'> & {
  readonly version?: number;
};

/** The answer about an institution; its integrated status is computed for `on` (civil date), not read. */
export function institutionView(institution: Viewed, on: string): InstitutionView {
  const { id, name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature } = institution;
  const { elderCareScopeFrom, careAreaSeparated, version } = institution;
  const all = [...institution.qualifications, ...institution.unitQualifications];
  const integrated = integratedStatus(all, on);
  const qualifications = institution.qualifications.map((qualification) => qualificationView(qualification, on));
  return {
    ...{ id, name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature },
    ...{ elderCareScopeFrom, careAreaSeparated },
    setting: getTerm(INSTITUTION_KINDS, kind as InstitutionKind).setting,
    operation: {
      state: institution.operationState,
      since: institution.operationSince,
      startedOn: institution.startedOn,
    },
    qualifications,
    isIntegrated: {
      value: integrated.value,
      since: integrated.value ? (integratedSince(all, on) ?? null) : null,
      because: integrated.because,
    },
    beds: [...institution.beds],
    ...(version !== undefined && { version }),
  };
}

function qualificationView(qualification: QualificationPart, on: string): QualificationView {
  const { id, side, path, validFrom, validTo, stateSince: effectiveOn } = qualification;
  const { establishmentApprovalNo, practiceRegistrationNo } = qualification;
  return {
    ...{ id, side, path, state: stateOn(qualification, on), effectiveOn },
    [path === 'FILING' ? 'filedOn' : 'licensedOn']: validFrom,
    ...(establishmentApprovalNo && { establishmentApprovalNo }),
    ...(practiceRegistrationNo && { practiceRegistrationNo }),
    validTo,
  };
}
