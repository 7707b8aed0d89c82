import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { found, type Answer, type Call } from '@yiyang/http';
import { cursorId, pageById } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';
import { assertNotInFuture } from '../institution/domain/not-in-future.js';
import { InstitutionCommand } from '../institution/institution-command.js';
import { PenaltyRecorder } from './penalty-recorder.js';
import type { PenaltyQuery, RecordPenaltyBody } from './penalty.dto.js';
import { PenaltyRepository } from './penalty.repository.js';

/** Bad practice: recorded by the department, listed for everybody. Source: REG-45. */
@Injectable()
export class PenaltyService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly command: InstitutionCommand,
    private readonly recorder: PenaltyRecorder,
    private readonly penalties: PenaltyRepository,
  ) {}

  record(call: Call, institutionId: string, body: RecordPenaltyBody): Promise<Answer> {
    return this.command.run(call, 'penalty.record', institutionId, async (tx, institution) => {
      assertNotInFuture('decidedOn', body.decidedOn, this.command.today());
      await this.recorder.record(tx, call.caller, institution, body);
      return {};
    });
  }

  /** What is listed today, the newest first. */
  async list(caller: Caller, { division, institutionId, cursor, limit }: PenaltyQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'penalty.list');
    const before = cursorId(cursor);
    const divisionPrefix = division && regionPrefix(division);
    const on = this.command.today();
    const rows = await this.penalties.listed({ divisionPrefix, institutionId, on, before, limit: limit + 1 });
    const page = pageById(rows, limit);
    return found({ ...page, items: page.items.map((row) => viewOf(grant, 'penalty', row)) });
  }
}
