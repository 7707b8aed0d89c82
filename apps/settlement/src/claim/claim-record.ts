import type { Explanation } from '@yiyang/decisions';
import { fenFromJson, fenToJson, type CatalogueClass, type Fen } from '@yiyang/standards';
import type { BillLine, LineDecision, LineParts } from './domain/bill-line.js';
import type { SettledStay } from './domain/settle-stays.js';
import type { Amounts } from './domain/split-bill.js';

/** A bill line as it is stored, amounts as JSON integers in fen. */
export interface StoredLine {
  readonly itemCode: string;
  readonly fundCategory: string;
  readonly catalogueClass: CatalogueClass;
  readonly amountFen: number;
  readonly overLimitFen: number;
  readonly preselfRatio: string;
}

export type StoredAmounts = { readonly [Name in keyof Amounts]: number };

/** What a settlement gave, as it is stored and shown. */
export interface SettlementRecord {
  readonly amounts: StoredAmounts;
  readonly rejectedFen: number;
  readonly lines: readonly {
    readonly decision: LineDecision;
    readonly inScopeFen: number;
    readonly selfPayFen: number;
    readonly because: Explanation;
  }[];
  readonly deductible: { readonly value: number; readonly because: Explanation };
  readonly explanations: Readonly<Record<string, Explanation>>;
}

/** The stored form of a settlement. */
export function recordOf({ deductible, split }: SettledStay): SettlementRecord {
  return {
    amounts: mapAmounts(split.amounts, fenToJson),
    rejectedFen: fenToJson(split.rejected),
    lines: split.lines.map((line) => ({
      decision: line.decision,
      inScopeFen: fenToJson(line.inScope),
      selfPayFen: fenToJson(selfPaid(line)),
      because: line.because,
    })),
    deductible: { value: fenToJson(split.amounts.deductible), because: deductible.because },
    explanations: split.because,
  };
}

/** The amounts of a stored settlement. */
export function amountsOf(record: SettlementRecord): Amounts {
  return mapAmounts(record.amounts, fenFromJson);
}

export function storedLine(line: BillLine): StoredLine {
  const { amount, overLimit, ...same } = line;
  return { ...same, amountFen: fenToJson(amount), overLimitFen: fenToJson(overLimit) };
}

export function billLine(stored: StoredLine): BillLine {
  const { amountFen, overLimitFen, ...same } = stored;
  return { ...same, amount: fenFromJson(amountFen), overLimit: fenFromJson(overLimitFen) };
}

/** What no share of the in-scope amount can touch. */
function selfPaid(line: LineParts): Fen {
  return line.amount - line.inScope;
}

function mapAmounts<From, To>(
  amounts: { readonly [Name in keyof Amounts]: From },
  convert: (amount: From) => To,
): { [Name in keyof Amounts]: To } {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, convert(amount)])) as {
    [Name in keyof Amounts]: To;
  };
}
