import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { percentOf } from '@yiyang/standards';
import type { SurveyProgress } from './survey-import.repository.js';

export class SurveyImportView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '导入状态 status', enum: ['RECEIVED', 'RUNNING', 'DONE'] }) status!: string;
  @ApiProperty({ description: '调查范围 division of who asks' }) division!: string;
  @ApiProperty({ description: '文件格式 format', enum: ['CSV', 'NDJSON'] }) format!: string;
  @ApiProperty({ description: '文件编码 encoding', enum: ['UTF-8', 'GB18030'] }) encoding!: string;
  @ApiProperty({ description: '总行数 rows of the file', type: 'integer' }) rowsTotal!: number;
  @ApiProperty({ description: '已处理行数 rows done', type: 'integer' }) rowsDone!: number;
  @ApiProperty({ description: '已导入行数 rows stored', type: 'integer' }) rowsStored!: number;
  @ApiProperty({ description: '被拒行数 rows rejected', type: 'integer' }) rowsRejected!: number;
  @ApiProperty({ description: '进度(%) per cent done', type: 'number' }) progressPercent!: number;
  @ApiProperty({ description: '接收时间 received at', format: 'date-time' }) receivedAt!: Date;
  @ApiProperty({ description: '完成时间 finished at', type: 'string', format: 'date-time', nullable: true })
  finishedAt!: Date | null;
}

export class SurveyImportPage {
  @ApiProperty({ type: [SurveyImportView] }) items!: SurveyImportView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class RowFaultView {
  @ApiProperty({ description: '列 column, or row' }) field!: string;
  @ApiProperty({ description: '要求 what it must be' }) rule!: string;
}

export class SurveyRowView {
  @ApiProperty({ description: '行号 line of the file', type: 'integer' }) line!: number;
  @ApiProperty({ description: '导入结果 result', enum: ['STORED', 'REJECTED'] }) result!: string;
  @ApiPropertyOptional({ description: '调查条目 entry', type: 'string', format: 'uuid', nullable: true }) entryId!:
    string | null;
  @ApiPropertyOptional({ description: '拒绝原因 faults', type: [RowFaultView], nullable: true }) faults!:
    RowFaultView[] | null;
}

export class SurveyRowPage {
  @ApiProperty({ type: [SurveyRowView] }) items!: SurveyRowView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class SurveyEntryView {
  @ApiPropertyOptional({
    description: '调查条目 entry; none where no file names the institution',
    type: 'string',
    nullable: true,
  })
  id!: string | null;
  @ApiPropertyOptional({
    description: '登记机构 registered institution, where it is known',
    type: 'string',
    nullable: true,
  })
  institutionId!: string | null;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiPropertyOptional({ description: '统一社会信用代码 credit code', type: 'string', nullable: true }) creditCode!:
    string | null;
  @ApiProperty({ description: '机构类别 kind' }) kind!: string;
  @ApiProperty({ enum: ['MEDICAL', 'CARE'] }) side!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiPropertyOptional({ description: '运营状态 state of operation', type: 'string', nullable: true }) operationState!:
    string | null;
  @ApiPropertyOptional({ description: '管理模式 mode of management', type: 'string', nullable: true }) managementMode!:
    string | null;
  @ApiProperty({ description: '是否已填报 answered' }) answered!: boolean;
  @ApiPropertyOptional({ description: '填报时间 surveyed at', type: 'string', format: 'date-time', nullable: true })
  surveyedAt!: Date | null;
}

export class SurveyEntryPage {
  @ApiProperty({ type: [SurveyEntryView] }) items!: SurveyEntryView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class DivisionCompletenessView {
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '应填报机构数 expected', type: 'integer' }) expected!: number;
  @ApiProperty({ description: '已填报机构数 answered', type: 'integer' }) answered!: number;
  @ApiProperty({ description: '填报率(%) per cent', type: 'number', nullable: true }) percent!: number | null;
}

export class CompletenessView extends DivisionCompletenessView {
  @ApiProperty({ description: '各区划 by division', type: [DivisionCompletenessView] })
  divisions!: DivisionCompletenessView[];
}

/** The answer about an import. */
export function surveyImportView({ declaredEncoding: _, sender: __, ...progress }: SurveyProgress): SurveyImportView {
  const { rowsDone, rowsTotal, finishedAt } = progress;
  const status = finishedAt ? 'DONE' : rowsDone > 0 ? 'RUNNING' : 'RECEIVED';
  return { ...progress, status, progressPercent: percentOf(rowsDone, rowsTotal) ?? 100 };
}
