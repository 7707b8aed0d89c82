import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PersonSafe } from '../people/person-vault.js';
import type { StoredAssessment } from './assessment.repository.js';
import { SCALE, type AssessmentDetail } from './domain/assess.js';

export class LevelAdjustmentView {
  @ApiProperty({ description: '变更依据 rule of the scale', example: 'C.4(b)' }) rule!: string;
  @ApiProperty({ description: '变更前等级 level before', type: 'integer' }) from!: number;
  @ApiProperty({ description: '变更后等级 level after', type: 'integer' }) to!: number;
}

/** 老年人能力评估. What the assessor found is there only for those who may see the record's content. */
export class AssessmentView {
  @ApiProperty({ description: '评估标识', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '老年人主索引标识', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '评估人员', format: 'uuid' }) assessorId!: string;
  @ApiProperty({ description: '评估量表 scale', enum: [SCALE.code] }) scale!: string;
  @ApiProperty({ description: '量表版本 version of the scale' }) scaleVersion!: string;
  @ApiProperty({ description: '评估日期 day of the assessment', format: 'date' }) assessedOn!: string;
  @ApiProperty({ description: '有效期止 last day of validity', format: 'date' }) validTo!: string;
  @ApiProperty({ description: '评估等级 level, 0 best to 4 worst', type: 'integer' }) level!: number;
  @ApiPropertyOptional({ description: '总分 total, 0 to 90', type: 'integer' }) total?: number;
  @ApiPropertyOptional({
    description: '各项得分 score by item',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  items?: Readonly<Record<string, number>>;
  @ApiPropertyOptional({ description: '认知障碍 confirmed dementia' }) dementia?: boolean;
  @ApiPropertyOptional({ description: '昏迷 coma' }) coma?: boolean;
  @ApiPropertyOptional({ description: '近30天照护风险事件 risk events', type: 'integer' }) riskEvents?: number;
  @ApiPropertyOptional({ description: '初步等级 level before adjustments', type: 'integer' }) initialLevel?: number;
  @ApiPropertyOptional({ description: '等级变更 adjustments', type: [LevelAdjustmentView] })
  adjustments?: readonly LevelAdjustmentView[];
  @ApiPropertyOptional({ description: '依据 why', type: 'object', additionalProperties: true }) because?: object;
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
}

export class AssessmentPage {
  @ApiProperty({ type: [AssessmentView] }) items!: AssessmentView[];
  @ApiProperty({ description: '下一页游标 next page', type: String, nullable: true }) nextCursor!: string | null;
}

/** The level with its dates; with `safe` also how it came about. */
export function assessmentView(stored: StoredAssessment, safe?: PersonSafe): AssessmentView {
  const { id, version, elderId, assessorId, scaleVersion, assessedOn, validTo, level, sealed } = stored;
  const detail = safe?.open<AssessmentDetail>(`assessment:${id}`, sealed);
  return { id, version, elderId, assessorId, scale: SCALE.code, scaleVersion, assessedOn, validTo, level, ...detail };
}
