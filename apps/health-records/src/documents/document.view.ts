import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { codesOf, RECORD_DOCUMENT_TYPES } from '@yiyang/standards';
import type { StoredDocument } from './document.repository.js';
import type { Sections } from './domain/read-sections.js';

/** 健康档案文书. Its text is there only for those who may see free text. */
export class DocumentView {
  @ApiProperty({ description: '文书标识', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '老年人主索引标识', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '文书类型 type', enum: codesOf(RECORD_DOCUMENT_TYPES) }) type!: string;
  @ApiProperty({ description: '来源机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiPropertyOptional({ description: '转诊 referral', type: String, format: 'uuid', nullable: true })
  referralId!: string | null;
  @ApiProperty({ description: '来源编号 the institution’s own number' }) sourceId!: string;
  @ApiPropertyOptional({
    description: '章节 text by section code',
    type: 'object',
    additionalProperties: { type: 'string' },
  })
  sections?: Sections;
  @ApiProperty({ description: '归入时间 when it was added', format: 'date-time' }) addedAt!: Date;
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
}

export function documentView(stored: StoredDocument, sections: Sections): DocumentView {
  const { id, version, elderId, type, institutionId, referralId, sourceId, addedAt } = stored;
  return { id, elderId, type, institutionId, referralId, sourceId, sections, addedAt, version };
}
