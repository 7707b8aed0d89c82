import { ApiProperty } from '@nestjs/swagger';

export class DeadLetterView {
  @ApiProperty({ description: '死信编号 service and id', example: 'referral:019...' }) id!: string;
  @ApiProperty({ description: '服务 service that could not apply it' }) service!: string;
  @ApiProperty({ description: '消费者 consumer' }) consumer!: string;
  @ApiProperty({ description: '主题 topic' }) topic!: string;
  @ApiProperty({ description: '事件类型 event type, null when unreadable', type: 'string', nullable: true }) type!:
    string | null;
  @ApiProperty({ description: '聚合编号 aggregate', type: 'string', nullable: true }) aggregateId!: string | null;
  @ApiProperty({ description: '原因代码 reason code' }) reason!: string;
  @ApiProperty({ description: '首次时间 since', format: 'date-time' }) firstHeldAt!: string | Date;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterView] }) items!: DeadLetterView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
