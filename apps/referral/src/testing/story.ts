import { civilDateInShanghai } from '@yiyang/standards';
import { aSummary, type House, type Named, type NamedElder } from './named.js';
import { type Answered, type ServiceStack } from './referral-stack.js';

export const A_PLAN = {
  departAt: '2024-03-02T09:00:00+08:00',
  transport: 'AMBULANCE',
  escort: '护士一名',
  documents: ['REFERRAL_RECORD'],
};

/** What a sender asks for, complete. */
export function aRequest(elder: NamedElder, from: Named, to: Named, of: object = {}): object {
  return {
    ...{ elderId: elder.id, consentId: elder.consentId, fromInstitutionId: from.id, toInstitutionId: to.id },
    ...{ direction: 'UP', urgency: 'URGENT', stage: 'TREATMENT', indications: ['CONDITION_DETERIORATING'] },
    ...of,
  };
}

/** The steps of the journey, each as the institution whose turn it is would call it. */
export class Story {
  constructor(
    private readonly stack: ServiceStack,
    readonly house: House,
    readonly elder: NamedElder,
  ) {}

  get today(): string {
    return civilDateInShanghai(this.stack.now);
  }

  moveIn(of: object = {}): Promise<Answered> {
    const { home } = this.house;
    const body = { elderId: this.elder.id, institutionId: home.id, bedKind: 'CARE', admittedOn: this.today, ...of };
    return this.stack.call(home.caller, 'POST', '/v1/stays', { body });
  }

  request(of: object = {}): Promise<Answered> {
    const { infirmary, hospital } = this.house;
    const body = aRequest(this.elder, infirmary, hospital, of);
    return this.stack.call(infirmary.caller, 'POST', '/v1/referrals', { body });
  }

  /** Acts in the version that is there now. */
  async act(by: Named, id: unknown, action: string, body: object = {}): Promise<Answered> {
    const [row] = await this.stack.own.asSuperuser<{ version: number }>('select version from referral where id = $1', [
      id,
    ]);
    const ifMatch = `"${row?.version ?? 0}"`;
    return this.stack.call(by.caller, 'POST', `/v1/referrals/${String(id)}/${action}`, { body, ifMatch });
  }

  /** Brings a requested referral to its end at the receiver's, where the elder is treated. */
  async admitted(id: unknown, sender: Named, receiver: Named): Promise<Answered> {
    await this.act(receiver, id, 'accept', { bedKind: 'MEDICAL' });
    await this.act(sender, id, 'dispatch', { plan: A_PLAN });
    await this.act(receiver, id, 'receive');
    return this.act(receiver, id, 'admit', { admittedOn: this.today });
  }

  async complete(by: Named, id: unknown, of: object = {}): Promise<Answered> {
    const summaryDocumentId = await aSummary(this.stack, this.elder.id, by.id, String(id));
    const usual = {
      dischargedOn: this.today,
      destination: 'CARE_BED',
      stage: 'REHABILITATION',
      dischargeStandard: 'STABLE_72H',
    };
    return this.act(by, id, 'complete', { ...usual, summaryDocumentId, ...of });
  }

  async careState(by: Named = this.house.home): Promise<Record<string, unknown>> {
    return (await this.stack.call(by.caller, 'GET', `/v1/care-states/${this.elder.id}`)).body;
  }

  async pool(of: Named, bedKind = 'MEDICAL'): Promise<Record<string, unknown> | undefined> {
    const answer = await this.stack.call(of.caller, 'GET', `/v1/bed-uses/summary?institutionId=${of.id}`);
    return (answer.body['items'] as Record<string, unknown>[]).find((item) => item['bedKind'] === bedKind);
  }
}
