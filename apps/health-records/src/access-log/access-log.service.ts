import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer, type PageQuery } from '@yiyang/http';
import { decodeCursor, pageOf, type Tx } from '@yiyang/persistence';
import { ElderRepository } from '../people/elder.repository.js';
import type { AccessLogRow } from './access-log.entity.js';

const PAGE = `
  select entry_id, at, role, organisation_id, region, purpose, action, outcome, emergency
  from access_log where elder_id = $1 and ($2::timestamptz is null or (at, entry_id) < ($2, $3::uuid))
  order by at desc, entry_id desc limit $4`;

/** The elder's own log of who looked. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly elders: ElderRepository,
    private readonly audit: Audit,
  ) {}

  /** Newest first. This reading is logged like any other. */
  read(caller: Caller, elderId: string, { limit, cursor }: PageQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'access-log.read');
    const [at, entryId] = cursor ? decodeCursor(cursor, ['string', 'string']) : [null, null];
    return this.disclosures.run(caller, async (tx: Tx) => {
      const [, rows] = await Promise.all([
        this.elders.get(tx, elderId, grant),
        tx.many<AccessLogRow>(PAGE, [elderId, at, entryId, limit + 1]),
      ]);
      this.audit.record(tx, caller, { action: 'access-log.read', resource: 'access-log', elderId, outcome: 'ALLOWED' });
      const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.entryId]);
      const items = page.items.map((row) => viewOf(grant, 'access-log', row));
      return found({ items, nextCursor: page.nextCursor });
    });
  }
}
