import { aHouse, anElder, anInstitution, aSummary, type House, type Named } from '../testing/named.js';
import { type ServiceStack, startReferral } from '../testing/referral-stack.js';
import { A_PLAN, Story } from '../testing/story.js';
import { ACTIONS, type ReferralAction } from './domain/allowed.js';

let stack: ServiceStack;
let house: House;
let stranger: Named;
beforeAll(async () => {
  stack = await startReferral();
  house = await aHouse(stack, { hospital: 500, care: 500 });
  stranger = await anInstitution(stack, { beds: { MEDICAL: 5 } });
}, 120_000);
afterAll(() => stack.stop());

/** A body that leaves nothing to be wished for. */
const BODIES: Record<ReferralAction, (story: Story) => object> = {
  accept: () => ({ bedKind: 'MEDICAL' }),
  reject: () => ({ reasonCode: 'NO_CAPABILITY' }),
  cancel: () => ({ reasonCode: 'FORM_ERROR' }),
  dispatch: () => ({ plan: A_PLAN }),
  receive: () => ({}),
  admit: (story) => ({ admittedOn: story.today }),
  complete: () => ({ dischargedOn: '', destination: 'HOME', stage: 'STABLE', dischargeStandard: 'CURED' }),
};

interface Situation {
  readonly name: string;
  readonly urgency: 'URGENT' | 'EMERGENCY';
  /** Steps from the request to the status that is examined. */
  readonly path: readonly ReferralAction[];
}
const up = ['accept', 'dispatch', 'receive', 'admit', 'complete'] as const;
const SITUATIONS: Situation[] = [
  ...[0, 1, 2, 3, 4, 5].map((n) => ({ name: `after ${n} steps`, urgency: 'URGENT' as const, path: up.slice(0, n) })),
  { name: 'rejected', urgency: 'URGENT', path: ['reject'] },
  { name: 'cancelled', urgency: 'URGENT', path: ['accept', 'cancel'] },
  { name: 'an emergency', urgency: 'EMERGENCY', path: [] },
  { name: 'an emergency taken in', urgency: 'EMERGENCY', path: ['receive'] },
];

async function bodyOf(action: ReferralAction, story: Story, id: unknown): Promise<object> {
  const body = BODIES[action](story);
  if (action !== 'complete') return body;
  const summaryDocumentId = await aSummary(stack, story.elder.id, house.hospital.id, String(id));
  return { ...body, dischargedOn: story.today, summaryDocumentId };
}

async function act(story: Story, id: unknown, by: Named, action: ReferralAction) {
  return story.act(by, id, action, await bodyOf(action, story, id));
}

async function reach({ urgency, path }: Situation): Promise<{ story: Story; id: unknown }> {
  const story = new Story(stack, house, await anElder(stack, house.home.id));
  const { body } = await story.request({ urgency });
  for (const action of path) {
    const by = action === 'dispatch' || action === 'cancel' ? house.infirmary : house.hospital;
    expect((await act(story, body['id'], by, action)).status).toBe(200);
  }
  return { story, id: body['id'] };
}

describe.each(SITUATIONS)('C23 $name', (situation) => {
  it.each(['sender', 'host of the sender', 'receiver', 'third party'] as const)(
    'what is listed for the %s succeeds, and nothing else',
    async (party) => {
      const by = {
        sender: house.infirmary,
        'host of the sender': house.home,
        receiver: house.hospital,
        'third party': stranger,
      }[party];
      const first = await reach(situation);
      const answer = await stack.call(by.caller, 'GET', `/v1/referrals/${String(first.id)}/actions`);
      expect(answer.status).toBe(party === 'third party' ? 404 : 200);
      const listed = (answer.body['actions'] ?? []) as ReferralAction[];
      for (const action of ACTIONS.filter((one) => !listed.includes(one))) {
        const refused = await act(first.story, first.id, by, action);
        const reasons = party === 'third party' ? ['NOT_FOUND'] : ['REFERRAL_NOT_IN_STATUS', 'REFERRAL_OTHER_SIDE'];
        expect(reasons).toContain(refused.body['code']);
      }
      for (const [i, action] of listed.entries()) {
        const { story, id } = i === 0 ? first : await reach(situation);
        expect([action, (await act(story, id, by, action)).status]).toEqual([action, 200]);
      }
    },
    30_000,
  );
});
