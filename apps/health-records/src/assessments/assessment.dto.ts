import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { CivilDateField, IsId } from '@yiyang/http';
import { SCALE } from './domain/assess.js';

export class RecordAssessmentBody {
  @ApiProperty({ description: '评估量表 scale', enum: [SCALE.code] })
  @IsIn([SCALE.code])
  scale!: typeof SCALE.code;

  @ApiProperty({ description: '评估人员 assessor of the register', format: 'uuid' })
  @IsId()
  assessorId!: string;

  @CivilDateField('评估日期 day of the assessment')
  assessedOn!: string;

  @ApiPropertyOptional({
    description: '各项得分 scores of all 26 items by code; either these or `total`',
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 0, maximum: 4 },
    example: { 'B.1.1': 4 },
  })
  @IsOptional()
  @IsObject()
  items?: Record<string, number>;

  @ApiPropertyOptional({ description: '总分 total; either this or `items`', type: 'integer', minimum: 0, maximum: 90 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(90)
  total?: number;

  @ApiProperty({ description: '确诊认知障碍 confirmed dementia (F00-F03) or specialist diagnosis (F04-F99)' })
  @IsBoolean()
  dementia!: boolean;

  @ApiProperty({ description: '昏迷 coma' })
  @IsBoolean()
  coma!: boolean;

  @ApiProperty({ description: '近30天照护风险事件数 care risk events', type: 'integer', minimum: 0, maximum: 1000 })
  @IsInt()
  @Min(0)
  @Max(1000)
  riskEvents!: number;
}
