import fc from 'fast-check';
import { aLine } from '../testing/a-bill.js';
import { aLinkTo, aStay } from '../testing/a-stay.js';
import { benefitDelta, type BenefitDelta } from './benefit-ledger.js';
import type { ReferralLink } from './deductible-chain.js';
import { resettle, type KnownStay } from './resettle.js';
import type { ClaimedStay } from './settle-stays.js';

/** An account as the service keeps it: amounts per claim, and a ledger that only grows. */
class Account {
  readonly known = new Map<string, KnownStay>();
  readonly links = new Map<string, ReferralLink>();
  readonly ledger: { claimId: string; delta: BenefitDelta }[] = [];

  claim(stay: ClaimedStay): this {
    const { added, adjusted } = resettle([...this.known.values()], this.links, stay);
    if (!added) throw new Error('was not settled');
    this.known.set(stay.claimId, { ...stay, amounts: added.split.amounts });
    this.ledger.push({ claimId: stay.claimId, delta: benefitDelta(undefined, added.split.amounts) });
    return this.adjust(adjusted);
  }

  link(link: ReferralLink): this {
    this.links.set(link.referralId, link);
    return this.adjust(resettle([...this.known.values()], this.links).adjusted);
  }

  cancel(claimId: string): this {
    const stay = this.known.get(claimId) as KnownStay;
    this.known.delete(claimId);
    this.ledger.push({ claimId, delta: benefitDelta(stay.amounts, undefined) });
    return this.adjust(resettle([...this.known.values()], this.links).adjusted);
  }

  amounts(): object {
    return Object.fromEntries(
      [...this.known.values()].map(({ claimId, amounts }) => [claimId, amounts] as const).sort(),
    );
  }

  /** Sum of the ledger. */
  accumulated(): Record<string, bigint> {
    const sums: Record<string, bigint> = {};
    for (const { delta } of this.ledger)
      for (const [name, amount] of Object.entries(delta))
        sums[name] = (sums[name] ?? 0n) + BigInt(amount as number | bigint);
    return sums;
  }

  private adjust(adjusted: ReturnType<typeof resettle>['adjusted']): this {
    for (const { claimId, previous, settled } of adjusted) {
      this.known.set(claimId, { ...(this.known.get(claimId) as KnownStay), amounts: settled.split.amounts });
      this.ledger.push({ claimId, delta: benefitDelta(previous, settled.split.amounts) });
    }
    return this;
  }
}

const up = aStay({ claimId: 'a-up', level: 3, referralId: 'r1', admittedOn: '2026-03-01', dischargedOn: '2026-03-10' });
const down = aStay({
  claimId: 'b-down',
  level: 1,
  referralId: 'r2',
  admittedOn: '2026-03-10',
  dischargedOn: '2026-03-20',
});
const again = aStay({
  claimId: 'c-again',
  level: 3,
  referralId: 'r3',
  admittedOn: '2026-03-22',
  dischargedOn: '2026-03-30',
  institutionId: 'other-3',
});
const toDown = aLinkTo(down, { fromInstitutionId: up.institutionId, parentReferralId: 'r1' });
const toAgain = aLinkTo(again, { fromInstitutionId: down.institutionId, parentReferralId: 'r2' });

type Step = (account: Account) => Account;
const STEPS: Record<string, Step> = {
  'claim up': (account) => account.claim(up),
  'claim down': (account) => account.claim(down),
  'claim again': (account) => account.claim(again),
  'link down': (account) => account.link(toDown),
  'link again': (account) => account.link(toAgain),
};
const names = Object.keys(STEPS);

const play = (steps: readonly string[]) =>
  steps.reduce((account, name) => (STEPS[name] as Step)(account), new Account());

describe('claims and referrals of one chain', () => {
  it('SET-14 give the same final amounts and the same ledger sums in each of the 120 orders', () => {
    const expected = play(names);
    const orders = permutations(names);
    expect(orders).toHaveLength(120);
    for (const order of orders) {
      const account = play(order);
      expect(account.amounts()).toEqual(expected.amounts());
      expect(account.accumulated()).toEqual(expected.accumulated());
    }
    expect(expected.accumulated()['deductibleFen']).toBe(100_000n);
  });

  it('never charge the chain more than its highest deductible, whatever is known so far', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names), (steps) => {
        const account = play(['link down', 'link again', ...steps.filter((name) => name.startsWith('claim'))]);
        const charged = [...account.known.values()].reduce((sum, stay) => sum + stay.amounts.deductible, 0n);
        expect(charged).toBeLessThanOrEqual(100_000n);
      }),
    );
  });
});

const anyStay = fc
  .record({
    day: fc.integer({ min: 1, max: 300 }),
    nights: fc.integer({ min: 0, max: 40 }),
    level: fc.constantFrom(1, 2, 3),
    yuan: fc.integer({ min: 1, max: 400_000 }),
  })
  .map(({ day, nights, level, yuan }) => ({ level, yuan, admittedOn: dayOf(day), dischargedOn: dayOf(day + nights) }));

describe('a year of claims', () => {
  it('is as it was, to the fen, when a claim is settled and cancelled (settle + cancel = identity)', () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 6 }), anyStay, (others, one) => {
        const account = others.reduce((so, stay, i) => so.claim(toStay(stay, `claim-${i}`)), new Account());
        const [amounts, sums] = [account.amounts(), account.accumulated()];
        account.claim(toStay(one, 'one')).cancel('one');
        expect(account.amounts()).toEqual(amounts);
        for (const [name, sum] of Object.entries(account.accumulated()))
          expect([name, sum]).toEqual([name, sums[name] ?? 0n]);
      }),
      { numRuns: 300 },
    );
  });

  it('has accumulations equal to the sum of the claims that stand, at any time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyStay, fc.nat(5)), { maxLength: 10 }), (steps) => {
        const account = new Account();
        steps.forEach(([stay, other], i) => {
          account.claim(toStay(stay, `claim-${i}`));
          if (other < i && account.known.has(`claim-${other}`)) account.cancel(`claim-${other}`);
          const standing = [...account.known.values()].map(({ amounts }) => amounts);
          const sums = account.accumulated();
          expect(sums['admissions']).toBe(BigInt(standing.length));
          expect(sums['poolFen']).toBe(standing.reduce((sum, { pool }) => sum + pool, 0n));
          expect(sums['deductibleFen']).toBe(standing.reduce((sum, { deductible }) => sum + deductible, 0n));
          expect(sums['poolFen']).toBeLessThanOrEqual(15_000_000n);
        });
      }),
      { numRuns: 200 },
    );
  });
});

function toStay(
  of: { level: number; yuan: number; admittedOn: string; dischargedOn: string },
  claimId: string,
): ClaimedStay {
  const { level, yuan, admittedOn, dischargedOn } = of;
  return aStay({ claimId, level, admittedOn, dischargedOn, bill: [aLine({ amount: String(yuan) })] });
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
