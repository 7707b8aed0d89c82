import type { Explanation } from '@yiyang/decisions';
import {
  fenToJson,
  findTerm,
  FUND_CATEGORIES,
  maxFen,
  multiplyRatio,
  ratio,
  type CatalogueClass,
  type Fen,
} from '@yiyang/standards';

/** One line of a bill as it was claimed. `preselfRatio` is a decimal share, for class B only. */
export interface BillLine {
  readonly itemCode: string;
  readonly fundCategory: string;
  readonly catalogueClass: CatalogueClass;
  readonly amount: Fen;
  /** Part of the amount above the item's price limit; 0 to `amount`. */
  readonly overLimit: Fen;
  readonly preselfRatio: string;
}

/** ACCEPTED lines enter the split, SELF_PAY ones too but pay nothing, REJECTED ones are outside the claim. */
export type LineDecision = 'ACCEPTED' | 'SELF_PAY' | 'REJECTED';

/** What one line contributes to steps 1 to 5 of the split, in fen. */
export interface LineParts {
  readonly decision: LineDecision;
  readonly amount: Fen;
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preself: Fen;
  readonly inScope: Fen;
  readonly because: Explanation;
}

const NOTHING = { ownPay: 0n, overLimit: 0n, preself: 0n, inScope: 0n } as const;
const PAYMENT_BOUNDARY = { clause: '003篇六(十五)「不得用于支付生活照护等养老服务费用」', source: '003篇六' } as const;
const SPLIT = { clause: '§10.1', source: 'standards' } as const;

/**
 * Decides which part of a line basic insurance may look at. Living care and the care bed are never its business: such a
 * line is rejected and the person (or the long-term care fund) pays it, the rest of the bill is settled.
 * Sources: SET-10, SET-11; standards §10.1 steps 2-5, §10.8.
 */
export function decideLine(line: BillLine): LineParts {
  const { amount, fundCategory, catalogueClass } = line;
  const cover = findTerm(FUND_CATEGORIES, fundCategory)?.basicInsurance ?? 'NEVER';
  const inputs = { fundCategory, catalogueClass, amountFen: fenToJson(amount) };
  if (cover === 'NEVER')
    return {
      ...NOTHING,
      decision: 'REJECTED',
      amount,
      because: { rule: 'SET-10', ...PAYMENT_BOUNDARY, inputs: { ...inputs, payer: 'SELF', selfPayRule: 'SET-11' } },
    };
  if (cover === 'NO')
    return {
      ...NOTHING,
      decision: 'SELF_PAY',
      amount,
      ownPay: amount,
      because: { rule: 'SET-11', clause: '§10.8', source: 'standards', inputs },
    };
  if (catalogueClass === 'C')
    return {
      ...NOTHING,
      decision: 'SELF_PAY',
      amount,
      ownPay: amount,
      because: { rule: 'STD-10.1-2', ...SPLIT, inputs },
    };
  const { overLimit } = line;
  const preself = catalogueClass === 'B' ? multiplyRatio(amount - overLimit, ratio(line.preselfRatio)) : 0n;
  return {
    decision: 'ACCEPTED',
    amount,
    ownPay: 0n,
    overLimit,
    preself,
    inScope: maxFen(0n, amount - overLimit - preself),
    because: {
      rule: 'STD-10.1-5',
      ...SPLIT,
      inputs: {
        ...inputs,
        overLimitFen: fenToJson(overLimit),
        preselfRatio: catalogueClass === 'B' ? line.preselfRatio : '0',
        preselfFen: fenToJson(preself),
      },
    },
  };
}
