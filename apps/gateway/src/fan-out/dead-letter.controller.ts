import { Controller, Param, Query, Res } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { FastifyReply } from 'fastify';
import { Act, CreateCall, PageQuery, Read, type Call } from '@yiyang/http';
import { sendAnswer } from '../proxy/forward.js';
import { DeadLetterPage, DeadLetterView } from './dead-letter.view.js';
import { DeadLetters } from './dead-letters.js';

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
