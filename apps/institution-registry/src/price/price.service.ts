import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, Audit, viewOf, type Caller, type Grant } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, decodeCursor, newId, pageOf, type Tx } from '@yiyang/persistence';
import { sourceOf, type PolicyValue } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import { History } from '../history/history.js';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import { assertResponsible } from '../institution/institution.service.js';
import { bedPriceFaults, publishPrices } from './domain/price-regime.js';
import type { PriceListQuery, PublishPriceListBody } from './price.dto.js';
import { PriceRepository, type WholePriceList } from './price.repository.js';

const ACTION = 'price-list.publish';

/** What institutions charge, published list by list. Source: REG-46, REG-48. */
@Injectable()
export class PriceService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly prices: PriceRepository,
    private readonly institutions: InstitutionRepository,
    private readonly policies: Policies,
    private readonly history: History,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  publish(call: Call, body: PublishPriceListBody): Promise<Answer> {
    const grant = this.access.require(call.caller, ACTION);
    const faults = bedPriceFaults(body.items);
    if (faults.length > 0) throw refusal('MALFORMED_REQUEST', { fields: faults });
    return this.commands.runPrepared(
      call,
      () => this.offer(grant, body),
      async (tx, { items, because, division }) => {
        const { institutionId, validFrom } = body;
        const number = await this.prices.nextNumber(tx, institutionId);
        const id = newId();
        const list = {
          id,
          institutionId,
          number,
          validFrom,
          publishedAt: this.clock.now(),
          because: { rule: 'REG-48', ...because },
          items,
        };
        this.prices.insert(tx, list);
        this.tell(tx, call.caller, list, division);
        return created(viewOf(grant, 'price-list', list), 1, `/v1/price-lists/${id}`);
      },
    );
  }

  async list(caller: Caller, query: PriceListQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'price-list.read');
    const { institutionId, on, limit, cursor } = query;
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, ['number']);
    const rows = on
      ? await this.prices.inForce(institutionId, on)
      : await this.prices.list(institutionId, before as number | undefined, limit + 1);
    const page = pageOf(rows, limit, (row) => [row.number]);
    return found({
      items: page.items.map((row) => viewOf(grant, 'price-list', row)),
      nextCursor: page.nextCursor,
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'price-list.read');
    const list = await this.prices.find(id);
    if (!list) throw refusal('NOT_FOUND');
    return found(viewOf(grant, 'price-list', list));
  }

  /** The items as they would stand on the list, with the policy of the first day. */
  private async offer(grant: Grant, body: PublishPriceListBody) {
    const { institutionId, validFrom } = body;
    const institution = await knownReference('institutionId', () => this.institutions.find(institutionId));
    assertMayPublish(grant, institution);
    const { division, ownership } = institution;
    const policy = await this.policies.find<PolicyValue<'priceRegime'>>(division, 'priceRegime', validFrom);
    const items = publishPrices(ownership, body.items, policy);
    const listed = items.map(({ bedKind = null, approvalReference = null, ...item }) => ({
      ...item,
      bedKind,
      approvalReference,
    }));
    return { because: policy ? sourceOf(policy) : {}, items: listed, division };
  }

  private tell(tx: Tx, caller: Caller, list: WholePriceList, division: string): void {
    const { id: priceListId, institutionId, number, validFrom, items } = list;
    const event = { institutionId, priceListId, number, validFrom };
    this.outbox.publish(tx, EVENT.institutionPriceListPublishedV1, institutionId, event, { regioncode: division });
    this.history.record(tx, caller, {
      ...{ institutionId, aspect: 'PRICE_LIST', subject: institutionId, effectiveOn: validFrom, action: ACTION },
      state: { priceListId, number, items },
    });
    const entry = { action: ACTION, resource: 'price-list', resourceId: priceListId, outcome: 'ALLOWED' } as const;
    this.audit.record(tx, caller, entry);
  }
}

/** The institution itself, or the department of its side in its region. */
function assertMayPublish(grant: Grant, institution: WholeInstitution): void {
  if (grant.scope !== 'OWN') assertResponsible(grant, institution);
  else if (!actsFor(grant.caller, institution.id)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_YOURS' } });
}
