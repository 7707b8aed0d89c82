import type { Fen } from '@yiyang/standards';
import type { Amounts } from './split-bill.js';

/** What one ledger entry adds to a year's account, in fen; negative parts take back. */
export interface BenefitDelta {
  readonly admissions: number;
  readonly totalFen: Fen;
  readonly inScopeFen: Fen;
  readonly deductibleFen: Fen;
  readonly poolFen: Fen;
  readonly majorFen: Fen;
  readonly aidFen: Fen;
  readonly personFen: Fen;
  readonly cashFen: Fen;
}

const NO_AMOUNTS = { total: 0n, inScope: 0n, deductible: 0n, pool: 0n, major: 0n, aid: 0n, person: 0n, cash: 0n };

type Counted = Pick<Amounts, keyof typeof NO_AMOUNTS>;

/** Entry that turns `before` into `after`; undefined stands for no claim. Adding and taking back cancel exactly. Source: C38, C39. */
export function benefitDelta(before: Counted | undefined, after: Counted | undefined): BenefitDelta {
  const from = before ?? NO_AMOUNTS;
  const to = after ?? NO_AMOUNTS;
  return {
    admissions: (after ? 1 : 0) - (before ? 1 : 0),
    totalFen: to.total - from.total,
    inScopeFen: to.inScope - from.inScope,
    deductibleFen: to.deductible - from.deductible,
    poolFen: to.pool - from.pool,
    majorFen: to.major - from.major,
    aidFen: to.aid - from.aid,
    personFen: to.person - from.person,
    cashFen: to.cash - from.cash,
  };
}
