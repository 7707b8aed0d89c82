import { ApiProperty } from '@nestjs/swagger';

/** 对接服务联系台账条目 */
export class LedgerEntryView {
  @ApiProperty({ description: '条目标识 entry', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构 whose ledger', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '对方机构 other side', format: 'uuid' }) counterpartId!: string;
  @ApiProperty({ description: '转诊标识 referral', format: 'uuid' }) referralId!: string;
  @ApiProperty({ description: '老年人标识 elder', format: 'uuid' }) elderId!: string;
  @ApiProperty({ description: '关联标识 the same on both sides', format: 'uuid' }) correlationId!: string;
  @ApiProperty({ description: '转入 IN 或转出 OUT', enum: ['IN', 'OUT'] }) direction!: string;
  @ApiProperty({ description: '交接时间 hand-over', format: 'date-time' }) handedOverAt!: string;
}

export class LedgerPageView {
  @ApiProperty({ type: [LedgerEntryView] }) items!: LedgerEntryView[];
  @ApiProperty({ description: '下一页游标', type: String, nullable: true }) nextCursor!: string | null;
}
