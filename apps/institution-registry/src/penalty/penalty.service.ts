import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer, type Call } from '@yiyang/http';
import { Database, decodeCursor, pageOf } from '@yiyang/persistence';
import { regionPrefix } from '@yiyang/standards';
import { InstitutionCommand } from '../institution/institution-command.js';
import { PenaltyRecorder } from './penalty-recorder.js';
import type { PenaltyQuery, PenaltyView, RecordPenaltyBody } from './penalty.dto.js';

const LIST = `
  select p.id, p.institution_id, i.name as institution_name, p.division, p.conduct, p.penalty, p.legal_basis, p.decided_on,
    p.listed_to
  from penalty p join institution i on i.id = p.institution_id
  where ($1::text is null or p.division like $1 || '%') and ($2::uuid is null or p.institution_id = $2)
    and (p.listed_to is null or p.listed_to >= $3::date) and ($4::uuid is null or p.id < $4)
  order by p.id desc limit $5`;

/** Bad practice: recorded by the department, listed for everybody. Source: REG-45. */
@Injectable()
export class PenaltyService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly command: InstitutionCommand,
    private readonly recorder: PenaltyRecorder,
    private readonly database: Database,
  ) {}

  record(call: Call, institutionId: string, body: RecordPenaltyBody): Promise<Answer> {
    return this.command.run(call, 'penalty.record', institutionId, async (tx, institution) => {
      const today = this.command.today();
      if (body.decidedOn > today)
        throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'decidedOn', rule: `at most ${today}` }] });
      await this.recorder.record(tx, call.caller, institution, body);
      return {};
    });
  }

  /** What is listed today, the newest first. */
  async list(caller: Caller, { division, institutionId, cursor, limit }: PenaltyQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'penalty.list');
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, ['string']);
    const rows = await this.database.many<PenaltyView>(LIST, [
      division === undefined ? null : regionPrefix(division),
      institutionId ?? null,
      this.command.today(),
      before ?? null,
      limit + 1,
    ]);
    const page = pageOf(rows, limit, (row) => [row.id]);
    return found({
      items: page.items.map((row) => viewOf(grant, 'penalty', row)),
      nextCursor: page.nextCursor,
    });
  }
}
