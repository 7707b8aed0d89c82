import { ApiProperty } from '@nestjs/swagger';
import type { AgreementRow } from './agreement.entity.js';

export class SignatureView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ enum: ['CARE', 'MEDICAL'] }) side!: string;
  @ApiProperty({ format: 'date-time' }) signedAt!: Date;
}

export class AgreementView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) careInstitutionId!: string;
  @ApiProperty({ format: 'uuid' }) medicalInstitutionId!: string;
  @ApiProperty({ enum: ['PROPOSED', 'SIGNED', 'ENDED'] }) status!: string;
  @ApiProperty({ type: [String] }) types!: string[];
  @ApiProperty() content!: string;
  @ApiProperty() way!: string;
  @ApiProperty() cost!: string;
  @ApiProperty() duties!: string;
  @ApiProperty({ type: [String] }) items!: string[];
  @ApiProperty({ type: [String] }) mechanisms!: string[];
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date' }) validTo!: string;
  @ApiProperty() division!: string;
  @ApiProperty({ type: [SignatureView] }) signatures!: SignatureView[];
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AgreementPage {
  @ApiProperty({ type: [AgreementView] }) items!: AgreementView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

/** The answer about an agreement. */
export function agreementView(row: AgreementRow): AgreementView {
  const { careSignedAt, medicalSignedAt, ...rest } = row;
  const signatures = [
    ...(careSignedAt ? [{ institutionId: row.careInstitutionId, side: 'CARE', signedAt: careSignedAt }] : []),
    ...(medicalSignedAt
      ? [{ institutionId: row.medicalInstitutionId, side: 'MEDICAL', signedAt: medicalSignedAt }]
      : []),
  ];
  return { ...rest, signatures };
}
