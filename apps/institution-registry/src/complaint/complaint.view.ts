import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { codesOf, COMPLAINT_TOPICS } from '@yiyang/standards';
import type { ComplaintRow } from './complaint.entity.js';

/** A complaint in a list: without its texts. */
export class ComplaintSummaryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '被投诉机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '投诉事由 topic', enum: codesOf(COMPLAINT_TOPICS) }) topic!: string;
  @ApiProperty({ description: '状态 status', enum: ['OPEN', 'REPLIED'] }) status!: string;
  @ApiProperty({ description: '投诉人角色 role of who complained' }) complainantRole!: string;
  @ApiProperty({ description: '投诉时间 filed at', format: 'date-time' }) filedAt!: Date;
  @ApiProperty({ description: '答复时间 replied at', type: 'string', format: 'date-time', nullable: true })
  repliedAt!: Date | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class ComplaintView extends ComplaintSummaryView {
  @ApiProperty({ description: '投诉内容 text' }) text!: string;
  @ApiPropertyOptional({ description: '答复内容 reply', type: 'string', nullable: true }) reply!: string | null;
}

export class ComplaintPage {
  @ApiProperty({ type: [ComplaintSummaryView] }) items!: ComplaintSummaryView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class ComplaintFiguresView {
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '收到投诉数 received', type: 'integer' }) received!: number;
  @ApiProperty({ description: '已答复数 replied to', type: 'integer' }) replied!: number;
  @ApiProperty({ description: '答复率(%) per cent', type: 'number', nullable: true }) repliedPercent!: number | null;
}

/** The answer about a complaint in a list. */
export function complaintSummary(row: ComplaintRow): ComplaintSummaryView {
  const { id, institutionId, division, topic, complainantRole, filedAt, repliedAt, version } = row;
  const status = repliedAt ? 'REPLIED' : 'OPEN';
  return { id, institutionId, division, topic, status, complainantRole, filedAt, repliedAt, version };
}
