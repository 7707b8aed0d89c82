import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class IndicatorQuery {
  @ApiProperty({ description: '地区 division, 6 digits', example: '421202' })
  @Matches(/^\d{6}$/)
  region!: string;

  @ApiProperty({ description: '季度 quarter', example: '2026-Q3' })
  @Matches(/^\d{4}-Q[1-4]$/)
  period!: string;
}

export class IndicatorView {
  @ApiProperty({ description: '指标代码 code', example: 'I01' }) code!: string;
  @ApiProperty({ description: '指标名称 name' }) zh!: string;
  @ApiProperty({ description: '分子 numerator', type: 'number' }) numerator!: number;
  @ApiProperty({ description: '分母; null for a count', type: 'number', nullable: true }) denominator!: number | null;
  @ApiProperty({
    description: '指标值, unrounded; null without a denominator to divide by',
    type: 'number',
    nullable: true,
  })
  value!: number | null;
  @ApiPropertyOptional({
    description: '分项 parts',
    type: 'object',
    additionalProperties: { type: 'number', nullable: true },
  })
  parts?: Readonly<Record<string, number | null>>;
  @ApiProperty({ description: '截至日期 day of the figure', format: 'date' }) asOf!: string;
}

export class IndicatorsView {
  @ApiProperty({ description: '地区 division' }) region!: string;
  @ApiProperty({ description: '季度 quarter' }) period!: string;
  @ApiProperty({ type: [IndicatorView] }) indicators!: IndicatorView[];
}
