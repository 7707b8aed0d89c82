import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CivilDate } from '@yiyang/standards';
import type { StoredConsent } from './consent.repository.js';
import { statusOf, type ConsentStatus } from './domain/consent.js';

export class GiverView {
  @ApiProperty({ description: '同意人', enum: ['ELDER', 'GUARDIAN'] }) kind!: string;
  @ApiPropertyOptional({ description: '与老人关系 relation' }) relation?: string;
  @ApiPropertyOptional({ description: '监护证明 proof' }) proof?: string;
}

/** 知情同意. */
export class ConsentView {
  @ApiProperty({ description: '知情同意标识', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '老年人主索引标识', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '状态 status', enum: ['ACTIVE', 'EXPIRED', 'WITHDRAWN'] }) status!: ConsentStatus;
  @ApiProperty({ type: GiverView }) giver!: GiverView;
  @ApiProperty({ description: '接收方 recipients', type: [String] }) recipients!: readonly string[];
  @ApiProperty({ description: '使用目的 purposes', type: [String] }) purposes!: readonly string[];
  @ApiProperty({ description: '数据类别 data classes', type: [String] }) dataClasses!: readonly string[];
  @ApiProperty({ description: '同意书版本 number of the consent', type: 'integer' }) consentVersion!: number;
  @ApiProperty({ description: '有效期起 first day', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '有效期止 last day', type: String, format: 'date', nullable: true }) validTo!:
    string | null;
  @ApiProperty({ description: '签署时间 when it was given', format: 'date-time' }) givenAt!: Date;
  @ApiProperty({ description: '撤回时间 when it was withdrawn', type: Date, nullable: true }) withdrawnAt!: Date | null;
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
}

export class ConsentPage {
  @ApiProperty({ type: [ConsentView] }) items!: ConsentView[];
  @ApiProperty({ description: '下一页游标 next page', type: String, nullable: true }) nextCursor!: string | null;
}

export function consentView(stored: StoredConsent, today: CivilDate): ConsentView {
  const { giverKind: kind, relation, proof, ...consent } = stored;
  const giver = { kind, ...(relation && { relation }), ...(proof && { proof }) };
  return { ...consent, giver, status: statusOf(stored, today) };
}
