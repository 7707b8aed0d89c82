import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsDivision, OptionalCivilDateField, PageQuery } from '@yiyang/http';

export const DEADLINE_STATES = ['RUNNING', 'WARNED', 'PAUSED', 'DONE', 'BREACHED'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export class DeadlineQuery extends PageQuery {
  @ApiPropertyOptional({ description: '时限种类 kind', example: 'designation.evaluation' })
  @IsOptional()
  @Matches(/^[A-Za-z][A-Za-z_.-]{0,63}$/)
  kind?: string;

  @ApiPropertyOptional({ description: '状态 state', enum: DEADLINE_STATES })
  @IsOptional()
  @IsIn(DEADLINE_STATES)
  state?: DeadlineState;

  @OptionalCivilDateField('到期日之前 due before this day')
  dueBefore?: string;

  @ApiPropertyOptional({ description: '行政区划及其下级 division and below', example: '421202' })
  @IsOptional()
  @IsDivision()
  division?: string;
}

export class DeadlineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '时限种类 kind' }) kind!: string;
  @ApiProperty({ description: '事项编号 what it is about', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '责任部门 role that must act', type: 'string', nullable: true }) ownerRole!:
    string | null;
  @ApiProperty({ description: '责任机构 institution that must act', type: 'string', nullable: true }) ownerId!:
    string | null;
  @ApiProperty({ description: '状态 state', enum: DEADLINE_STATES }) state!: DeadlineState;
  @ApiProperty({ description: '规则 rule' }) rule!: string;
  @ApiProperty({ description: '条款 clause', type: 'string', nullable: true }) clause!: string | null;
  @ApiProperty({ description: '政策版本 policy version', type: 'string', nullable: true }) policyVersion!:
    string | null;
  @ApiProperty({ description: '开始 started', format: 'date-time' }) startedAt!: Date;
  @ApiProperty({ description: '预警 warned from', type: 'string', format: 'date-time', nullable: true })
  warnAt!: Date | null;
  @ApiProperty({ description: '到期 due', format: 'date-time' }) dueAt!: Date;
  @ApiProperty({ description: '暂停 standing since', type: 'string', format: 'date-time', nullable: true })
  pausedAt!: Date | null;
  @ApiProperty({ description: '办结 done', type: 'string', format: 'date-time', nullable: true }) doneAt!: Date | null;
  @ApiProperty({ description: '超时 breached', type: 'string', format: 'date-time', nullable: true })
  breachedAt!: Date | null;
}

export class DeadlinePage {
  @ApiProperty({ type: [DeadlineView] }) items!: DeadlineView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
