import { ApiProperty } from '@nestjs/swagger';
import type { TimelinessRow } from './application.repository.js';

export class TimelinessView {
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ description: '按时办结 answered in time', type: 'integer' }) inTime!: number;
  @ApiProperty({ description: '逾期办结 answered late', type: 'integer' }) late!: number;
  @ApiProperty({ description: '在办未逾期 open in time', type: 'integer' }) open!: number;
  @ApiProperty({ description: '在办逾期 open and overdue', type: 'integer' }) overdue!: number;
  @ApiProperty({
    description: '按时办结率 percent in time of all that were answered or are overdue; null without any',
    type: 'number',
    nullable: true,
  })
  ratePercent!: number | null;
}

/** What is open and still in time counts neither way. Source: REG-13. */
export function timelinessView(period: { from: string; to: string }, counted: TimelinessRow): TimelinessView {
  const due = counted.inTime + counted.late + counted.overdue;
  return { ...period, ...counted, ratePercent: due === 0 ? null : Math.round((counted.inTime * 1000) / due) / 10 };
}
