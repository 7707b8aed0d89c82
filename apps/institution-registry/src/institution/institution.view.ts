import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { integratedStatus } from './domain/integrated-status.js';
import type { WholeInstitution } from './institution.repository.js';

export class QualificationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '管理条线 side', enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '办理途径 path', enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'] }) path!: string;
  @ApiProperty({ description: '状态 state', enum: ['ACTIVE', 'SUSPENDED', 'EXPIRED', 'CANCELLED', 'REVOKED'] })
  state!: string;
  @ApiPropertyOptional({ description: '备案日期 filed on', format: 'date' }) filedOn?: string;
  @ApiPropertyOptional({ description: '发证日期 licensed on', format: 'date' }) licensedOn?: string;
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
  @ApiProperty({ description: '运营起始日 started on', format: 'date', type: 'string', nullable: true }) startedOn!:
    string | null;
}

export class InstitutionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码 credit code', type: 'string', nullable: true }) creditCode!:
    string | null;
  @ApiProperty({ description: '机构类别 kind' }) kind!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '级别 level 1-3', type: 'integer', nullable: true }) level!: number | null;
  @ApiProperty({ description: '等次 grade', type: 'string', nullable: true }) grade!: string | null;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '所属机构 host', type: 'string', nullable: true }) hostId!: string | null;
  @ApiProperty({ description: '举办方式 ownership' }) ownership!: string;
  @ApiProperty({ description: '营利性质 profit nature' }) profitNature!: string;
  @ApiProperty({ type: OperationView }) operation!: OperationView;
  @ApiProperty({ type: [QualificationView] }) qualifications!: QualificationView[];
  @ApiProperty({ description: '是否医养结合机构 integrated', type: IntegratedView }) isIntegrated!: IntegratedView;
  @ApiProperty({ type: [BedsView] }) beds!: BedsView[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class InstitutionPage {
  @ApiProperty({ type: [InstitutionView] }) items!: InstitutionView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

/** The answer about an institution; its integrated status is computed for `on` (civil date), not read. */
export function institutionView(institution: WholeInstitution, on: string): InstitutionView {
  const { id, name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature, version } =
    institution;
  const integrated = integratedStatus(institution.qualifications, institution.unitQualifications, on);
  const qualifications = institution.qualifications.map((qualification) => ({
    id: qualification.id,
    side: qualification.side,
    path: qualification.path,
    state: qualification.state,
    [qualification.path === 'FILING' ? 'filedOn' : 'licensedOn']: qualification.validFrom,
    validTo: qualification.validTo,
  }));
  return {
    ...{ id, name, creditCode, kind, side, level, grade, division, hostId, ownership, profitNature, version },
    operation: { state: institution.operationState, startedOn: institution.startedOn },
    qualifications,
    isIntegrated: {
      value: integrated.value,
      since: integrated.value ? institution.integratedSince : null,
      because: integrated.because,
    },
    beds: [...institution.beds],
  };
}
