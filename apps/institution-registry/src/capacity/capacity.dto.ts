import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsId, PageQuery } from '@yiyang/http';
import { BED_KINDS, codesOf, INSURANCE_SCHEMES, type BedKind, type InsuranceScheme } from '@yiyang/standards';
import { IsDivision, MOST_BEDS } from '../registry-fields.js';

const MOST_KILOMETRES = 300;
const MOST_DAILY_FEN = 1_000_000_00;

export class CapacityQuery extends PageQuery {
  @ApiProperty({ description: '床位类型 kind of bed', enum: codesOf(BED_KINDS) })
  @IsIn(codesOf(BED_KINDS))
  kind!: BedKind;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '纬度 latitude to look from, with lng and maxKilometres', type: 'number' })
  @ValidateIf(isNear)
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @ApiPropertyOptional({ description: '经度 longitude to look from', type: 'number' })
  @ValidateIf(isNear)
  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  @ApiPropertyOptional({
    description: '距离 distance at most, nearest first',
    type: 'number',
    maximum: MOST_KILOMETRES,
  })
  @ValidateIf(isNear)
  @Type(() => Number)
  @IsNumber()
  @Min(0.1)
  @Max(MOST_KILOMETRES)
  maxKilometres?: number;

  @ApiPropertyOptional({ description: '医保定点险种 designated for the scheme', enum: codesOf(INSURANCE_SCHEMES) })
  @IsOptional()
  @IsIn(codesOf(INSURANCE_SCHEMES))
  designatedFor?: InsuranceScheme;

  @ApiPropertyOptional({ description: '签约机构 with an agreement in force with this institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  agreementWith?: string;

  @ApiPropertyOptional({ description: '性别 takes elders of this sex', enum: ['MALE', 'FEMALE'] })
  @IsOptional()
  @IsIn(['MALE', 'FEMALE'])
  gender?: 'MALE' | 'FEMALE';

  @ApiPropertyOptional({ description: '日床位费上限(分) price per day at most, in fen', type: 'integer', minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_DAILY_FEN)
  maxDailyFen?: number;

  @ApiPropertyOptional({ description: '空余床位不少于 free beds at least', type: 'integer', minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_BEDS)
  minFree?: number;
}

/** The three of a place belong together: one of them asks for the others. */
function isNear({ lat, lng, maxKilometres }: CapacityQuery): boolean {
  return [lat, lng, maxKilometres].some((part) => part !== undefined);
}

export class FreeBedsQuery extends PageQuery {
  @ApiProperty({ description: '行政区划 division, with everything below it', example: '330105' })
  @IsDivision()
  division!: string;

  @ApiPropertyOptional({ description: '床位类型 kind of bed, of those listed', enum: codesOf(BED_KINDS) })
  @IsOptional()
  @IsIn(codesOf(BED_KINDS))
  kind?: BedKind;
}
