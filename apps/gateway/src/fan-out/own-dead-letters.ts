import { Injectable } from '@nestjs/common';
import { Audit } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Call } from '@yiyang/http';
import { HeldEvents } from '@yiyang/messaging';
import { cursorId, Database, pageById, type Page } from '@yiyang/persistence';
import type { UpstreamAnswer } from '../proxy/upstream-call.js';
import type { PlainPage } from './walk-services.js';

export interface OwnDeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly type: string | null;
  readonly aggregateId: string | null;
  readonly reason: string;
  readonly firstHeldAt: Date;
}

const COLUMNS = 'id, consumer, topic, type, aggregate_id, reason, first_held_at';

/** Dead letters of the gateway's own consumers, answered as a service would. */
@Injectable()
export class OwnDeadLetters {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly held: HeldEvents,
    private readonly audit: Audit,
  ) {}

  async list(page: PlainPage): Promise<Page<OwnDeadLetter>> {
    const after = cursorId(page.cursor) ?? '';
    const rows = await this.database.many<OwnDeadLetter>(
      `select ${COLUMNS} from dead_letter where id::text > $1 order by id::text limit $2`,
      [after, page.limit + 1],
    );
    return pageById(rows, page.limit);
  }

  async redrive(call: Call, id: string): Promise<UpstreamAnswer> {
    const answer = await this.commands.run(call, async (tx) => {
      const letter = await tx.find<OwnDeadLetter>(`select ${COLUMNS} from dead_letter where id = $1`, [id]);
      if (!letter) throw refusal('NOT_FOUND');
      this.held.redrive(tx, id);
      const subject = { resource: 'dead-letter', resourceId: id } as const;
      this.audit.record(tx, call.caller, { action: 'dead-letter.redrive', ...subject, outcome: 'ALLOWED' });
      return changed(letter, 1);
    });
    const { status, body, etag } = answer;
    return { status, headers: { 'content-type': 'application/json', etag }, body: Buffer.from(body) };
  }
}
