import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** 访问记录 One look at the elder's data. */
export class AccessLogEntryView {
  @ApiProperty({ description: '记录标识 entry', format: 'uuid' }) entryId!: string;
  @ApiProperty({ description: '访问时间 when', format: 'date-time' }) at!: Date;
  @ApiProperty({ description: '访问方角色 role' }) role!: string;
  @ApiPropertyOptional({ description: '访问机构 institution', type: String, format: 'uuid', nullable: true })
  organisationId!: string | null;
  @ApiPropertyOptional({ description: '访问方地区 division', type: String, nullable: true }) region!: string | null;
  @ApiProperty({ description: '访问目的 purpose' }) purpose!: string;
  @ApiProperty({ description: '操作 action' }) action!: string;
  @ApiProperty({ description: '是否放行 outcome', enum: ['ALLOWED', 'REFUSED'] }) outcome!: string;
  @ApiProperty({ description: '紧急调阅 break-glass was used' }) emergency!: boolean;
}

export class AccessLogPage {
  @ApiProperty({ type: [AccessLogEntryView] }) items!: AccessLogEntryView[];
  @ApiProperty({ description: '下一页游标 next page', type: String, nullable: true }) nextCursor!: string | null;
}
