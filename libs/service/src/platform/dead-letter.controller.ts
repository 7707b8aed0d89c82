import { Controller, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AccessDecisions, Audit, CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Act, Answer, CreateCall, Commands, PageQuery, Read, UuidParam, changed, type Call } from '@yiyang/http';
import { HeldEvents } from '@yiyang/messaging';
import { cursorId, Database, pageById, type Page } from '@yiyang/persistence';

export class DeadLetterView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '消费者 consumer' }) consumer!: string;
  @ApiProperty({ description: '主题 topic' }) topic!: string;
  @ApiProperty({ description: '事件类型 event type, null when unreadable', type: 'string', nullable: true }) type!:
    string | null;
  @ApiProperty({ description: '聚合编号 aggregate', type: 'string', nullable: true }) aggregateId!: string | null;
  @ApiProperty({ description: '原因代码 reason code' }) reason!: string;
  @ApiProperty({ description: '首次时间 since', format: 'date-time' }) firstHeldAt!: Date;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterView] }) items!: DeadLetterView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}

/** Events that a consumer of this service cannot apply until a person has looked. */
@Controller('v1/dead-letters')
export class DeadLetterController {
  constructor(
    private readonly access: AccessDecisions,
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly held: HeldEvents,
    private readonly audit: Audit,
  ) {}

  @Read('', 'dead-letter.list', { summary: '死信列表 Dead letters', returns: DeadLetterPage })
  async list(@CallerParam() caller: Caller, @Query() page: PageQuery): Promise<Page<DeadLetterView>> {
    this.access.require(caller, 'dead-letter.list');
    const after = cursorId(page.cursor) ?? '';
    const rows = await this.database.many<DeadLetterView>(
      `select id, consumer, topic, type, aggregate_id, reason, first_held_at from dead_letter
       where id::text > $1 order by id::text limit $2`,
      [after, page.limit + 1],
    );
    return pageById(rows, page.limit);
  }

  @Act(':id/redrive', 'dead-letter.redrive', { summary: '重新处理死信 Redrive a dead letter', returns: DeadLetterView })
  redrive(@CreateCall() call: Call, @UuidParam('id') id: string): Promise<Answer> {
    this.access.require(call.caller, 'dead-letter.redrive');
    return this.commands.run(call, async (tx) => {
      const letter = await tx.find<DeadLetterView>(
        'select id, consumer, topic, type, aggregate_id, reason, first_held_at from dead_letter where id = $1',
        [id],
      );
      if (!letter) throw refusal('NOT_FOUND');
      this.held.redrive(tx, id);
      this.audit.record(tx, call.caller, {
        action: 'dead-letter.redrive',
        resource: 'dead-letter',
        resourceId: id,
        outcome: 'ALLOWED',
      });
      return changed(letter, 1);
    });
  }
}
