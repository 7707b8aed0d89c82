import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BED_KINDS, codesOf, type CivilDate } from '@yiyang/standards';
import type { BedChange } from './bed-change.repository.js';
import { BED_GENDERS, type BedStock } from './bed.repository.js';
import { useOf } from './bed-use.js';
import { countsOn } from './domain/bed-days.js';
import { STEPS } from './domain/bed-change.js';

/** free + held + occupied + kept + blocked = operating */
export class BedsInUseView {
  @ApiProperty({ description: '预留 held', type: 'integer' }) held!: number;
  @ApiProperty({ description: '占用 occupied', type: 'integer' }) occupied!: number;
  @ApiProperty({ description: '保留 kept', type: 'integer' }) kept!: number;
  @ApiProperty({ description: '停用 blocked, and withheld for a confirmed change', type: 'integer' }) blocked!: number;
  @ApiProperty({ description: '空闲 free', type: 'integer' }) free!: number;
  @ApiProperty({
    description: '最近使用变化 last known change of use',
    format: 'date-time',
    type: 'string',
    nullable: true,
  })
  asOf!: Date | null;
}

export class BedOfferView {
  @ApiProperty({ description: '性别 whom the beds take', enum: BED_GENDERS }) gender!: string;
  @ApiProperty({ description: '须先评估 an assessment comes first' }) needsAssessment!: boolean;
  @ApiProperty({ description: '可轮候 a waiting list is kept' }) hasWaitlist!: boolean;
}

export class BedsOfKindView {
  @ApiProperty({ description: '床位类型 kind', enum: codesOf(BED_KINDS) }) kind!: string;
  @ApiProperty({ description: '核定床位 approved', type: 'integer' }) approved!: number;
  @ApiProperty({ description: '开放床位 operating', type: 'integer' }) operating!: number;
  @ApiProperty({ description: '停用床位 blocked', type: 'integer' }) blocked!: number;
  @ApiProperty({ description: '特困兜底床位 reserved', type: 'integer' }) reserved!: number;
  @ApiProperty({ description: '兜底占比 reserved of operating, 0.25 is 25 %' }) reservedShare!: number;
  @ApiPropertyOptional({ description: '使用情况 how they are used, of today', type: BedsInUseView })
  use?: BedsInUseView;
  @ApiProperty({ description: '接收条件 whom they take', type: BedOfferView }) offer!: BedOfferView;
}

export class InstitutionBedsView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '日期 day', format: 'date' }) on!: string;
  @ApiProperty({ type: [BedsOfKindView] }) items!: BedsOfKindView[];
}

export class BedLineView {
  @ApiProperty({ description: '床位类型 kind', enum: codesOf(BED_KINDS) }) kind!: string;
  @ApiProperty({ description: '核定床位变化 approved, more or fewer', type: 'integer' }) approved!: number;
  @ApiProperty({ description: '开放床位变化 operating', type: 'integer' }) operating!: number;
  @ApiProperty({ description: '停用床位变化 blocked', type: 'integer' }) blocked!: number;
  @ApiProperty({ description: '兜底床位变化 reserved', type: 'integer' }) reserved!: number;
}

export class BedChangeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '状态 status', enum: Object.keys(STEPS) }) status!: string;
  @ApiProperty({ description: '生效日期 first day on which it holds', format: 'date' }) effectiveOn!: string;
  @ApiProperty({ type: [BedLineView] }) lines!: BedLineView[];
  @ApiProperty({ description: '减少的床位类型 kind that loses beds', type: 'string', nullable: true }) bedKind!:
    string | null;
  @ApiProperty({ description: '减少床位数 beds asked for', type: 'integer', nullable: true }) count!: number | null;
  @ApiProperty({ description: '富余床位数 beds that referral found unused', type: 'integer', nullable: true }) spare!:
    number | null;
  @ApiProperty({ format: 'date-time' }) requestedAt!: Date;
  @ApiProperty({ description: '核对时间 answered by referral', format: 'date-time', type: 'string', nullable: true })
  answeredAt!: Date | null;
  @ApiProperty({ description: '办理方 who made it', type: 'object', additionalProperties: true }) requestedBy!: object;
  @ApiProperty({ description: '理由代码 reason code', type: 'string', nullable: true }) reasonCode!: string | null;
}

export class BedChangePage {
  @ApiProperty({ type: [BedChangeView] }) items!: BedChangeView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

export class LocationView {
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '位置 WGS 84', type: 'object', additionalProperties: true }) location!: object;
}

/** The beds on a day; today's with their use. */
export function bedsView(institutionId: string, stocks: readonly BedStock[], on: CivilDate, today: CivilDate) {
  const items = stocks
    .filter(({ days }) => days.some(({ effectiveOn }) => effectiveOn <= on))
    .map((stock) => {
      const { kind, gender, needsAssessment, hasWaitlist } = stock;
      const counts = on === today ? stock.present : countsOn(stock.days, on);
      const reservedShare = counts.operating === 0 ? 0 : counts.reserved / counts.operating;
      const offer = { gender, needsAssessment, hasWaitlist };
      return { kind, ...counts, reservedShare, offer, ...(on === today && { use: useOf(stock) }) };
    });
  return { institutionId, on, items };
}

export function bedChangeView(change: BedChange): BedChangeView {
  const { id, institutionId, status, effectiveOn, bedKind, count, spare, requestedAt, answeredAt, reasonCode } = change;
  const requestedBy = { role: change.role, organisationId: change.organisationId };
  const counted = { bedKind, count, spare, requestedAt, answeredAt, requestedBy, reasonCode };
  return { id, institutionId, status, effectiveOn, lines: [...change.lines], ...counted };
}
