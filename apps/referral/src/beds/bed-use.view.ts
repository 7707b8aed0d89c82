import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BED_KINDS, CARE_STATES, codesOf } from '@yiyang/standards';
import { USE_AFTER } from './domain/bed-use.js';

/** 床位使用 */
export class BedUseView {
  @ApiProperty({ description: '床位使用标识 use of a bed', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版本 version', type: 'integer' }) version!: number;
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '床位类别 kind of bed', enum: codesOf(BED_KINDS) }) bedKind!: string;
  @ApiProperty({
    description: '使用状态 HELD 预留, OCCUPIED 占用, KEPT 保留, RELEASED 释放',
    enum: Object.keys(USE_AFTER),
  })
  use!: string;
  @ApiProperty({ description: '老年人标识 elder', format: 'uuid' }) elderId!: string;
  @ApiPropertyOptional({ description: '转诊标识 referral', format: 'uuid', nullable: true, type: String }) referralId?:
    string | null;
  @ApiProperty({ description: '起始时间 from', format: 'date-time' }) from!: string;
  @ApiPropertyOptional({ description: '结束时间 until', format: 'date-time', nullable: true, type: String }) to?:
    string | null;
  @ApiPropertyOptional({ description: '入住日期 day of moving in', format: 'date' }) admittedOn?: string;
  @ApiPropertyOptional({ description: '照护状态 care state', enum: codesOf(CARE_STATES) }) careState?: string;
}

export class BedUsePageView {
  @ApiProperty({ type: [BedUseView] }) items!: BedUseView[];
  @ApiProperty({ description: '下一页游标', type: String, nullable: true }) nextCursor!: string | null;
}

/** free = operating − blocked − held − occupied − kept */
export class BedPoolView {
  @ApiProperty({ description: '床位类别 kind of bed', enum: codesOf(BED_KINDS) }) bedKind!: string;
  @ApiProperty({ description: '开放床位 in operation', type: 'integer' }) operating!: number;
  @ApiProperty({ description: '停用床位 out of use', type: 'integer' }) blocked!: number;
  @ApiProperty({ description: '预留 held', type: 'integer' }) held!: number;
  @ApiProperty({ description: '占用 occupied', type: 'integer' }) occupied!: number;
  @ApiProperty({ description: '保留 kept', type: 'integer' }) kept!: number;
  @ApiProperty({ description: '空闲 free', type: 'integer' }) free!: number;
}

export class BedSummaryView {
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ type: [BedPoolView] }) items!: BedPoolView[];
  @ApiProperty({ description: '截至时间 as of', format: 'date-time' }) at!: string;
}
