import { ApiProperty } from '@nestjs/swagger';
import { BED_KINDS, codesOf } from '@yiyang/standards';
import { BED_GENDERS } from '../bed/bed.repository.js';
import type { Capacity } from './capacity-search.js';
import { AVAILABILITIES, availabilityOf } from './domain/availability.js';
import { figureAge, isFresh } from './domain/figure-age.js';

/** free + held + occupied + kept + blocked = operating */
export class CapacityView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiProperty({ description: '机构类别 kind of institution' }) institutionKind!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '床位类型 kind of bed', enum: codesOf(BED_KINDS) }) bedKind!: string;
  @ApiProperty({ description: '有、须评估、可轮候、无 answer', enum: AVAILABILITIES }) answer!: string;
  @ApiProperty({ description: '空余床位 free; below 0 while a copy is behind', type: 'integer' }) free!: number;
  @ApiProperty({ description: '开放床位 operating', type: 'integer' }) operating!: number;
  @ApiProperty({ description: '停用床位 blocked', type: 'integer' }) blocked!: number;
  @ApiProperty({ description: '预留 held', type: 'integer' }) held!: number;
  @ApiProperty({ description: '占用 occupied', type: 'integer' }) occupied!: number;
  @ApiProperty({ description: '保留 kept', type: 'integer' }) kept!: number;
  @ApiProperty({ description: '性别 whom the beds take', enum: BED_GENDERS }) gender!: string;
  @ApiProperty({ description: '距离(公里) distance', type: 'number', nullable: true }) kilometres!: number | null;
  @ApiProperty({ description: '日床位费(分) price per day', type: 'integer', nullable: true }) priceFen!: bigint | null;
  @ApiProperty({ description: '数据截至 figures known as of', format: 'date-time', type: 'string', nullable: true })
  asOf!: string | null;
  @ApiProperty({ description: '数据时龄(秒) age of the figures', type: 'integer', nullable: true }) ageSeconds!:
    number | null;
}

export class CapacityPage {
  @ApiProperty({ type: [CapacityView] }) items!: CapacityView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class FreeBedsView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '机构名称 name' }) name!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '床位类型 kind of bed', enum: codesOf(BED_KINDS) }) kind!: string;
  @ApiProperty({ description: '空余床位 free', type: 'integer' }) free!: number;
  @ApiProperty({ description: '日床位费(分) price per day', type: 'integer', nullable: true }) priceFen!: bigint | null;
  @ApiProperty({ description: '更新时间 figures known as of', format: 'date-time', type: 'string', nullable: true })
  updatedAt!: string | null;
  @ApiProperty({ description: '在公示时限内 younger than the region asks for' }) isFresh!: boolean;
}

export class FreeBedsPage {
  @ApiProperty({ type: [FreeBedsView] }) items!: FreeBedsView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

// A date in an answer of fifty rows costs as much as all their other fields together, so the text is made here.
export function capacityView(capacity: Capacity, wholeAt: Date | undefined, now: Date): CapacityView {
  const { usedAt, metres } = capacity;
  const { asOf, ageSeconds } = figureAge({ wholeAt, usedAt }, now);
  return {
    institutionId: capacity.institutionId,
    name: capacity.name,
    institutionKind: capacity.institutionKind,
    division: capacity.division,
    bedKind: capacity.bedKind,
    gender: capacity.gender,
    priceFen: capacity.priceFen,
    operating: capacity.operating,
    blocked: capacity.blocked,
    held: capacity.held,
    occupied: capacity.occupied,
    kept: capacity.kept,
    free: capacity.free,
    answer: availabilityOf(capacity),
    kilometres: metres === null ? null : metres / 1000,
    asOf: asOf?.toISOString() ?? null,
    ageSeconds,
  };
}

export function freeBedsView(
  { institutionId, name, division, bedKind: kind, free, priceFen, usedAt }: Capacity,
  known: { readonly wholeAt: Date | undefined; readonly maxAgeHours: number; readonly now: Date },
): FreeBedsView {
  const { asOf, ageSeconds } = figureAge({ wholeAt: known.wholeAt, usedAt }, known.now);
  const listed = { institutionId, name, division, kind, free: Math.max(0, free), priceFen };
  return { ...listed, updatedAt: asOf?.toISOString() ?? null, isFresh: isFresh(ageSeconds, known.maxAgeHours) };
}
