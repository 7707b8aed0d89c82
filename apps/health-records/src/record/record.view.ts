import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AssessmentView } from '../assessments/assessment.view.js';
import { DocumentView } from '../documents/document.view.js';

export class GrantView {
  @ApiProperty({ description: '档案调阅授权标识', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '转诊', format: 'uuid' }) referralId!: string;
  @ApiProperty({ description: '被授权机构', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '开启时间', format: 'date-time' }) openedAt!: Date;
  @ApiProperty({ description: '截止日期 last day, once known', type: String, format: 'date', nullable: true })
  endsOn!: string | null;
  @ApiProperty({ description: '结束时间', type: Date, nullable: true }) endedAt!: Date | null;
}

/** 健康档案. A part that no consent, grant or legal basis opens is left out. */
export class RecordView {
  @ApiProperty({ description: '老年人主索引标识', format: 'uuid' }) elderId!: string;
  @ApiPropertyOptional({ description: '能力评估 the newest 50', type: [AssessmentView] })
  assessments?: AssessmentView[];
  @ApiPropertyOptional({ description: '文书 the newest 100, each in its newest version', type: [DocumentView] })
  documents?: DocumentView[];
  @ApiProperty({ description: '调阅授权 read grants', type: [GrantView] }) grants!: GrantView[];
}
