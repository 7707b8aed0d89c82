import { Injectable } from '@nestjs/common';
import { POLICY_VERSION } from '@yiyang/access';
import type { Envelope, EventType } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { AUDIENCES, outlookOf } from './audience.js';
import { divisionsFor, joined, NO_REGIONS, regionsIn, scopesOf, type KnownRegions } from './event-regions.js';
import { FeedNews } from './feed-news.js';
import { OutwardLogRepository, type OutwardEntry } from './outward-log.repository.js';
import { redactFor } from './redact-for.js';

/** Writes what outsiders may know of an event, redacted for each audience. */
@Injectable()
export class OutwardLog {
  constructor(
    private readonly log: OutwardLogRepository,
    private readonly news: FeedNews,
  ) {}

  async append(tx: Tx, envelope: Envelope): Promise<void> {
    const known = await this.knownRegions(tx, envelope);
    const entries: OutwardEntry[] = AUDIENCES.flatMap((audience) => {
      const outlook = outlookOf(audience, envelope.type as EventType);
      const redacted = redactFor(audience, envelope);
      if (!outlook || !redacted) return [];
      const scopes = scopesOf(divisionsFor(outlook.scope, envelope.regioncode, known));
      return { audience, envelope: redacted, policyVersion: POLICY_VERSION, scopes };
    });
    if (entries.length === 0) return;
    this.log.append(tx, entries);
    tx.afterCommit(() => this.news.raise());
  }

  /** Divisions that the event names are kept for later events of its subject, which do not repeat them. */
  private async knownRegions(tx: Tx, { subject, data }: Envelope): Promise<KnownRegions> {
    const named = regionsIn(data);
    if (named) this.log.putRegions(tx, subject, named);
    const elderId = typeof data['elderId'] === 'string' ? data['elderId'] : subject;
    const known = await this.log.regions(tx, [subject, elderId]);
    return joined(known.get(subject) ?? NO_REGIONS, known.get(elderId) ?? NO_REGIONS);
  }
}
