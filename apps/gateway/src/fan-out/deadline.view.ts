import { ApiProperty } from '@nestjs/swagger';
import { DeadlineView } from '@yiyang/service';

/** As one service answers it. */
export type DeadlineItem = DeadlineView;

export class DeadlineOfService extends DeadlineView {
  @ApiProperty({ description: '服务 service that keeps the clock' }) service!: string;
}

export class DeadlinePage {
  @ApiProperty({ type: [DeadlineOfService] }) items!: DeadlineOfService[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
