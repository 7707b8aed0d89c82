import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { FastifyReply } from 'fastify';
import { Act, CreateCall, PageQuery, Read, type Call } from '@yiyang/http';
import { sendAnswer } from '../proxy/forward.js';
import { DeadLetters } from './dead-letters.js';

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

/** Events that some service cannot apply until a person has looked. */
@Controller('v1/dead-letters')
export class DeadLetterController {
  constructor(private readonly letters: DeadLetters) {}

  @Read('', 'dead-letter.list', { summary: '死信列表 Dead letters', returns: DeadLetterPage })
  list(@CallerParam() caller: Caller, @Query() page: PageQuery): Promise<DeadLetterPage> {
    return this.letters.list(caller, page);
  }

  @Act(':id/redrive', 'dead-letter.redrive', { summary: '重新处理死信 Redrive a dead letter', returns: DeadLetterView })
  async redrive(@CreateCall() call: Call, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const [, service, letterId] = /^([a-z-]{1,40}):([0-9a-f-]{36})$/.exec(id) ?? [];
    if (service === undefined || letterId === undefined) throw refusal('NOT_FOUND');
    await sendAnswer(reply, await this.letters.redrive(call, service, letterId));
  }
}
