import { ApiProperty } from '@nestjs/swagger';
import type { ApplicationRow } from './application.entity.js';

export class ExplainedPathView {
  @ApiProperty({ enum: ['FILING', 'TWO_IN_ONE', 'APPROVAL'] }) value!: string;
  @ApiProperty({
    description: '依据 rule, clause, source, policy version and inputs',
    type: 'object',
    additionalProperties: true,
  })
  because!: object;
}

export class BedCountView {
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

export class ApplicationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构编号 id the institution will have', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '申请状态 status', enum: ['SUBMITTED', 'ACCEPTED', 'FILED', 'LICENSED', 'REFUSED'] })
  status!: string;
  @ApiProperty({ description: '办理途径 path, computed', type: ExplainedPathView }) path!: ExplainedPathView;
  @ApiProperty() kind!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ type: 'string', nullable: true }) hostId!: string | null;
  @ApiProperty({ type: [BedCountView] }) beds!: BedCountView[];
  @ApiProperty({ format: 'date-time' }) submittedAt!: Date;
  @ApiProperty({ description: '不予批准依据 legal basis of a refusal', type: 'string', nullable: true }) legalBasis!:
    string | null;
  @ApiProperty({ type: 'string', nullable: true }) reasonCode!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

/** The answer about an application. */
export function applicationView(row: ApplicationRow): ApplicationView {
  const {
    id,
    institutionId,
    status,
    kind,
    side,
    name,
    division,
    hostId,
    submittedAt,
    legalBasis,
    reasonCode,
    version,
  } = row;
  return {
    ...{ id, institutionId, status, kind, side, name, division, hostId, submittedAt, legalBasis, reasonCode, version },
    path: { value: row.path, because: row.pathBecause as object },
    beds: row.beds as BedCountView[],
  };
}
