import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export class AccumulationQuery {
  @ApiProperty({ description: '医保年度 insurance year', type: 'integer', minimum: 2000, maximum: 2149, example: 2026 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2149)
  year!: number;
}

const fen = (description: string) => ApiProperty({ description, type: 'integer' });

/** 年度累计 What one scheme has used in a year. */
export class AccumulationView {
  @ApiProperty({ description: '老年人 elder', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '医保年度 year', type: 'integer' }) year!: number;
  @ApiProperty({ description: '险种 scheme' }) scheme!: string;
  @ApiProperty({ description: '住院次数 admissions', type: 'integer' }) admissions!: bigint;
  @fen('总费用(分) total') totalFen!: bigint;
  @fen('政策范围内(分) in scope') inScopeFen!: bigint;
  @fen('起付线(分) deductible') deductibleFen!: bigint;
  @fen('统筹支付(分) pool') poolFen!: bigint;
  @fen('大病(分) major illness') majorFen!: bigint;
  @fen('医疗救助(分) medical aid') aidFen!: bigint;
  @fen('个人负担(分) person') personFen!: bigint;
  @fen('现金(分) cash') cashFen!: bigint;
}

export class AccumulationsView {
  @ApiProperty({ description: '老年人 elder', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '医保年度 year', type: 'integer' }) year!: number;
  @ApiProperty({ description: '按险种 by scheme', type: [AccumulationView] }) items!: AccumulationView[];
}
