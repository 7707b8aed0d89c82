import { fen, type Fen } from '@yiyang/standards';
import type { BillLine } from '../domain/bill-line.js';
import type { Amounts } from '../domain/split-bill.js';

/** A line of class A medical treatment unless told otherwise. */
export function aLine(
  of: Partial<Omit<BillLine, 'amount' | 'overLimit'>> & { amount: string; overLimit?: string },
): BillLine {
  return {
    itemCode: 'ITEM-1',
    fundCategory: 'MEDICAL',
    catalogueClass: 'A',
    preselfRatio: '0.10',
    ...of,
    amount: fen(of.amount),
    overLimit: fen(of.overLimit ?? '0'),
  };
}

/** A bill of the worked examples: its total, the class C and class B parts, and what is over a limit (in class A). */
export function aBill({
  total,
  c = '0',
  b = '0',
  overLimit = '0',
}: {
  total: string;
  c?: string;
  b?: string;
  overLimit?: string;
}): BillLine[] {
  const a = fen(total) - fen(c) - fen(b);
  const lines = [
    { ...aLine({ amount: '0', itemCode: 'A-1' }), amount: a, overLimit: fen(overLimit) },
    aLine({ amount: b, catalogueClass: 'B', itemCode: 'B-1' }),
    aLine({ amount: c, catalogueClass: 'C', itemCode: 'C-1' }),
  ];
  return lines.filter((line) => line.amount > 0n);
}

/** Expected amounts of a worked example, in yuan as the table of standards §10.3 prints them. */
export type Expected = Readonly<
  Record<
    | 'total'
    | 'ownPay'
    | 'overLimit'
    | 'preself'
    | 'inScope'
    | 'deductible'
    | 'pool'
    | 'major'
    | 'aid'
    | 'person'
    | 'account'
    | 'cash',
    string
  >
>;

/** The same in fen. */
export function inFen(expected: Expected): Omit<Amounts, 'fund'> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, yuan]): [string, Fen] => [name, fen(yuan)]),
  ) as unknown as Omit<Amounts, 'fund'>;
}
