import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller } from '@yiyang/access';
import { found, type Answer } from '@yiyang/http';
import { Clock, decodeCursor, pageOf } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, regionPrefix, type BedKind } from '@yiyang/standards';
import { BedUseFreshness } from './bed-use-freshness.js';
import type { Capacity, CapacityCursor, CapacitySearch } from './capacity-search.js';
import type { CapacityQuery, FreeBedsQuery } from './capacity.dto.js';
import { CapacityRepository } from './capacity.repository.js';
import { capacityView, freeBedsView } from './capacity.view.js';

/** Where a bed is free. Sources: C21, REG-47. */
@Injectable()
export class CapacityService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly capacities: CapacityRepository,
    private readonly freshness: BedUseFreshness,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async search(caller: Caller, query: CapacityQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'capacity.search');
    const { kind, division, lat, lng, maxKilometres, limit, cursor, ...filters } = query;
    const near =
      lat === undefined || lng === undefined || maxKilometres === undefined
        ? undefined
        : { latitude: lat, longitude: lng, maxKilometres };
    const search = { ...filters, kinds: [kind], division: division && regionPrefix(division), near };
    const { page, wholeAt, now } = await this.page(search, cursor, limit);
    const items = page.items.map((row) => capacityView(row, wholeAt, now));
    return found(viewOf(grant, 'capacity', { items, nextCursor: page.nextCursor }));
  }

  /** For whoever asks: numbers of beds, never a person. Source: REG-47 (003篇十五). */
  async listFree(caller: Caller, { division, kind, limit, cursor }: FreeBedsQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'free-beds.list');
    const policy = await this.policies.findAll(division, ['bedListingKinds', 'bedListingMaxAgeHours'], this.today());
    const listed = (policy.get('bedListingKinds')?.value ?? []) as readonly BedKind[];
    const kinds = kind === undefined ? listed : listed.filter((one) => one === kind);
    const search = { kinds, division: regionPrefix(division) };
    const { page, wholeAt, now } = await this.page(search, cursor, limit);
    const maxAgeHours = Number(policy.get('bedListingMaxAgeHours')?.value ?? 0);
    const items = page.items.map((row) => freeBedsView(row, { wholeAt, maxAgeHours, now }));
    return found(viewOf(grant, 'free-beds', { items, nextCursor: page.nextCursor }));
  }

  private async page(search: Omit<CapacitySearch, 'on'>, cursor: string | undefined, limit: number) {
    const wholeAt = await this.freshness.seen();
    const first = search.near ? 'number' : 'string';
    const after = cursor === undefined ? undefined : decodeCursor(cursor, [first, 'string', 'string']);
    const rows = await this.capacities.search({ ...search, on: this.today() }, after, limit + 1);
    return { page: pageOf(rows, limit, keyOf), wholeAt, now: this.clock.now() };
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

function keyOf({ metres, division, institutionId, bedKind }: Capacity): CapacityCursor {
  return [metres ?? division, institutionId, bedKind];
}
