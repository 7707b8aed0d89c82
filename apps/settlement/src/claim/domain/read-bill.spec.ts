import { Refusal } from '@yiyang/decisions';
import { readBill, type ClaimedLine } from './read-bill.js';

const aLine = (of: Partial<ClaimedLine> = {}): ClaimedLine => ({
  itemCode: 'X',
  fundCategory: 'MEDICAL',
  catalogueClass: 'A',
  amountFen: 10_000,
  ...of,
});

function refusalOf(work: () => unknown): Refusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

it('takes the share of a class B item from the item, else from the region', () => {
  const lines = [aLine({ catalogueClass: 'B', preselfRatio: 0.05 }), aLine({ catalogueClass: 'B' })];
  expect(readBill(lines, '0.10').map((line) => line.preselfRatio)).toEqual(['0.05', '0.10']);
});

it.each<[string, Partial<ClaimedLine>, string | undefined, string]>([
  ['more above the limit than the amount', { overLimitFen: 10_001 }, '0.10', 'lines[1].overLimitFen'],
  ['a share for class A', { preselfRatio: 0.1 }, '0.10', 'lines[1].preselfRatio'],
  ['no share for class B where the region sets none', { catalogueClass: 'B' }, undefined, 'lines[1].preselfRatio'],
])('refuses %s and names the field', (_, of, regional, path) => {
  const refused = refusalOf(() => readBill([aLine(), aLine(of)], regional));
  expect(refused).toMatchObject({ code: 'LINE_MALFORMED', detail: { fields: [{ path }] } });
});

it('takes as much above the limit as the amount', () => {
  expect(readBill([aLine({ overLimitFen: 10_000 })], undefined)).toHaveLength(1);
});

it('SET-10 refuses a bill of nothing but living care with rule, clause and who pays it', () => {
  const refused = refusalOf(() =>
    readBill([aLine({ fundCategory: 'LIVING_CARE' }), aLine({ fundCategory: 'CARE_ACCOMMODATION' })], undefined),
  );
  expect(refused).toMatchObject({
    code: 'NOTHING_TO_SETTLE',
    detail: {
      rule: 'SET-10',
      clause: expect.stringContaining('003篇六(十五)') as string,
      inputs: { rejectedFen: 20_000, payer: 'SELF' },
    },
  });
});
