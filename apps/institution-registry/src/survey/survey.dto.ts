import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { IsDivision } from '../registry-fields.js';

export class SurveyRowsQuery extends PageQuery {
  @ApiPropertyOptional({ description: '导入结果 result', enum: ['STORED', 'REJECTED'] })
  @IsOptional()
  @IsIn(['STORED', 'REJECTED'])
  result?: string;
}

export class CompletenessQuery {
  @ApiProperty({ description: '行政区划 division, with everything below it', example: '520600' })
  @IsDivision()
  division!: string;

  @OptionalCivilDateField('调查起始日 answers from this day on count')
  since?: string;
}

export class SurveyEntryQuery extends PageQuery {
  @ApiProperty({ description: '行政区划 division, with everything below it', example: '520600' })
  @IsDivision()
  division!: string;

  @OptionalCivilDateField('调查起始日 answers from this day on count')
  since?: string;

  @ApiPropertyOptional({ description: '是否已填报 answered', type: 'boolean' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  answered?: boolean;
}
