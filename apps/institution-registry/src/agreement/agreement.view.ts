import { ApiProperty } from '@nestjs/swagger';
import type { AgreementCheckRow, AgreementRow } from './agreement.entity.js';
import { AGREEMENT_STATUSES, statusOn } from './domain/agreement-status.js';
import { checkDueOn, isCheckOverdue } from './domain/agreement.js';

export class SignatureView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ enum: ['CARE', 'MEDICAL'] }) side!: string;
  @ApiProperty({ format: 'date-time' }) signedAt!: Date;
}

export class AgreementView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '养老机构 care institution', format: 'uuid' }) careInstitutionId!: string;
  @ApiProperty({ description: '医疗机构 medical institution', format: 'uuid' }) medicalInstitutionId!: string;
  @ApiProperty({ description: '状态 status today; ACTIVE and EXPIRED follow from the term', enum: AGREEMENT_STATUSES })
  status!: string;
  @ApiProperty({ type: [String] }) types!: string[];
  @ApiProperty() content!: string;
  @ApiProperty() way!: string;
  @ApiProperty() cost!: string;
  @ApiProperty() duties!: string;
  @ApiProperty({ type: [String] }) items!: string[];
  @ApiProperty({ type: [String] }) mechanisms!: string[];
  @ApiProperty({ description: '服务环节 services', type: [String] }) encounterTypes!: string[];
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date' }) validTo!: string;
  @ApiProperty() division!: string;
  @ApiProperty({ type: [SignatureView] }) signatures!: SignatureView[];
  @ApiProperty({ description: '定期检查周期(月)', type: 'integer', nullable: true }) checkCycleMonths!: number | null;
  @ApiProperty({ description: '上次检查 last checked on', format: 'date', type: 'string', nullable: true })
  lastCheckedOn!: string | null;
  @ApiProperty({
    description: '下次检查期限 last day for the next check',
    format: 'date',
    type: 'string',
    nullable: true,
  })
  checkDueOn!: string | null;
  @ApiProperty({ description: '检查逾期 check overdue' }) checkOverdue!: boolean;
  @ApiProperty({ description: '实际终止日 last day, where it is over', format: 'date', type: 'string', nullable: true })
  endedOn!: string | null;
  @ApiProperty({ description: '理由 of the last suspension, cure or end', type: 'string', nullable: true })
  reasonCode!: string | null;
  @ApiProperty({ description: '双方直线距离(公里) at the proposal', type: 'number', nullable: true }) distanceKm!:
    number | null;
  @ApiProperty({ description: '续签自 agreement continued', type: 'string', nullable: true }) renewsId!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AgreementPage {
  @ApiProperty({ type: [AgreementView] }) items!: AgreementView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class AgreementCheckView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '检查类型 kind' }) kind!: string;
  @ApiProperty({ description: '检查结果 result' }) result!: string;
  @ApiProperty({ description: '检查日期 checked on', format: 'date' }) checkedOn!: string;
  @ApiProperty({ description: '检查方 role that checked' }) role!: string;
  @ApiProperty({ description: '检查机构 institution that checked', type: 'string', nullable: true }) organisationId!:
    string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt!: Date;
}

export class AgreementCheckPage {
  @ApiProperty({ type: [AgreementCheckView] }) items!: AgreementCheckView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

/** The answer about an agreement, as it stands on `today`. */
export function agreementView(row: AgreementRow, today: string): AgreementView {
  const { careSignedAt, medicalSignedAt, proposedBy: _, ...rest } = row;
  const signatures = [
    ...(careSignedAt ? [{ institutionId: row.careInstitutionId, side: 'CARE', signedAt: careSignedAt }] : []),
    ...(medicalSignedAt
      ? [{ institutionId: row.medicalInstitutionId, side: 'MEDICAL', signedAt: medicalSignedAt }]
      : []),
  ];
  const status = statusOn(row, today);
  const checkOverdue = (status === 'ACTIVE' || status === 'SUSPENDED') && isCheckOverdue(row, today);
  return { ...rest, status, signatures, checkDueOn: checkDueOn(row), checkOverdue };
}

export function agreementCheckView({ agreementId: _, ...check }: AgreementCheckRow): AgreementCheckView {
  return check;
}
