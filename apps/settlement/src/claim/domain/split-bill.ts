import type { Explanation } from '@yiyang/decisions';
import { sourceOf } from '@yiyang/region-policy';
import { fenFromJson, fenToJson, maxFen, minFen, multiplyRatio, sum, type Fen } from '@yiyang/standards';
import { majorIllnessFor, type BenefitTerms } from './benefit-terms.js';
import { decideLine, type BillLine, type LineParts } from './bill-line.js';

/** What the year's earlier stays have used of the person's benefits, in fen. */
export interface Standing {
  readonly pool: Fen;
  /** In-scope personal burden (steps 5 - 7). */
  readonly burden: Fen;
  readonly major: Fen;
  readonly aid: Fen;
}

export const NOTHING_USED: Standing = { pool: 0n, burden: 0n, major: 0n, aid: 0n };

/** Medical aid (医疗救助) by the person's identity on the day of service. */
export interface AidPlan {
  readonly deductible: Fen;
  readonly ratio: string;
  readonly cap: Fen;
}

export interface Person {
  readonly aid?: AidPlan;
  /** Balance of the personal account, where the scheme has one and allows its use. */
  readonly accountBalance?: Fen;
}

/** Steps 1 to 14 of the split, in fen. */
export interface Amounts {
  readonly total: Fen;
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preself: Fen;
  readonly inScope: Fen;
  readonly deductible: Fen;
  readonly pool: Fen;
  readonly major: Fen;
  readonly aid: Fen;
  readonly fund: Fen;
  readonly person: Fen;
  readonly account: Fen;
  readonly cash: Fen;
}

export interface Split {
  readonly lines: readonly LineParts[];
  readonly amounts: Amounts;
  /** Burden that this stay adds to the year's major-illness account. */
  readonly burden: Fen;
  /** Lines outside basic insurance, which somebody else pays. */
  readonly rejected: Fen;
  readonly because: Readonly<Record<'pool' | 'major' | 'aid' | 'person', Explanation>>;
}

const CLAUSE = { clause: '§10.1', source: 'standards' } as const;

/**
 * Splits one bill between the funds and the person. Every amount is exact and rounded half up once; nothing is paid twice
 * and nothing is lost: total = fund + person, person = account + cash. `deductible` is what the chain leaves to charge.
 * Source: standards §10.1.
 */
export function splitBill(
  bill: readonly BillLine[],
  terms: BenefitTerms,
  deductible: Fen,
  standing = NOTHING_USED,
  who: Person = {},
): Split {
  const lines = bill.map(decideLine);
  const settled = lines.filter((line) => line.decision !== 'REJECTED');
  const [total, ownPay, overLimit, preself] = (['amount', 'ownPay', 'overLimit', 'preself'] as const).map((part) =>
    sum(settled.map((line) => line[part])),
  ) as [Fen, Fen, Fen, Fen];
  const inScope = total - ownPay - overLimit - preself;
  const charged = minFen(inScope, deductible);
  const pool = poolShare(inScope, charged, terms, standing);
  const major = majorShare(inScope - pool.amount, preself, terms, standing);
  const aid = aidShare(inScope - pool.amount - major.amount, standing, who.aid);
  const fund = pool.amount + major.amount + aid.amount;
  const person = total - fund;
  const account = minFen(person, who.accountBalance ?? 0n);
  return {
    lines,
    amounts: {
      total,
      ownPay,
      overLimit,
      preself,
      inScope,
      deductible: charged,
      pool: pool.amount,
      major: major.amount,
      aid: aid.amount,
      fund,
      person,
      account,
      cash: person - account,
    },
    burden: major.burden,
    rejected: sum(lines.filter((line) => line.decision === 'REJECTED').map((line) => line.amount)),
    because: {
      pool: pool.because,
      major: major.because,
      aid: aid.because,
      person: { rule: 'STD-10.1-12', ...CLAUSE, inputs: { totalFen: fenToJson(total), fundFen: fenToJson(fund) } },
    },
  };
}

function poolShare(
  inScope: Fen,
  charged: Fen,
  terms: BenefitTerms,
  standing: Standing,
): { amount: Fen; because: Explanation } {
  const capLeft = maxFen(0n, fenFromJson(terms.poolCapFen.value) - standing.pool);
  const amount = minFen(multiplyRatio(inScope - charged, terms.poolRatio.value), capLeft);
  const inputs = {
    inScopeFen: fenToJson(inScope),
    deductibleFen: fenToJson(charged),
    ratio: terms.poolRatio.value,
    billingLevel: terms.billingLevel,
    capFen: terms.poolCapFen.value,
    paidThisYearFen: fenToJson(standing.pool),
  };
  return { amount, because: { rule: 'STD-10.1-7', ...sourceOf(terms.poolRatio), inputs } };
}

function majorShare(
  burdenOfStay: Fen,
  preself: Fen,
  terms: BenefitTerms,
  standing: Standing,
): { amount: Fen; burden: Fen; because: Explanation } {
  if (terms.major === null)
    return { amount: 0n, burden: burdenOfStay, because: { rule: 'STD-10.1-8', ...CLAUSE, inputs: { applies: false } } };
  const plan = terms.major.value;
  const burden = burdenOfStay + (plan.includesPreself ? preself : 0n);
  const owed = majorIllnessFor(standing.burden + burden, plan);
  // Never below 0 and never above the burden it relieves, whatever the tiers say.
  const amount = minFen(maxFen(0n, owed - standing.major), burdenOfStay);
  const inputs = {
    burdenFen: fenToJson(burden),
    burdenBeforeFen: fenToJson(standing.burden),
    paidBeforeFen: fenToJson(standing.major),
    fromFen: plan.fromFen,
    tiers: plan.tiers.map((tier) => `${tier.toFen ?? ''}:${tier.ratio}`),
    capFen: plan.capFen,
  };
  return { amount, burden, because: { rule: 'STD-10.1-8', ...sourceOf(terms.major), inputs } };
}

function aidShare(rest: Fen, standing: Standing, plan: AidPlan | undefined): { amount: Fen; because: Explanation } {
  if (!plan) return { amount: 0n, because: { rule: 'STD-10.1-10', ...CLAUSE, inputs: { applies: false } } };
  const base = maxFen(0n, rest - plan.deductible);
  const amount = minFen(multiplyRatio(base, plan.ratio), maxFen(0n, plan.cap - standing.aid));
  const inputs = {
    baseFen: fenToJson(base),
    ratio: plan.ratio,
    capFen: fenToJson(plan.cap),
    paidBeforeFen: fenToJson(standing.aid),
  };
  return { amount, because: { rule: 'STD-10.1-10', ...CLAUSE, inputs } };
}
