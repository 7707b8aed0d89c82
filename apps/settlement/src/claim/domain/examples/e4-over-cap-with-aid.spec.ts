import { fen } from '@yiyang/standards';
import { splitBill, NOTHING_USED } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '260000',
  ownPay: '10000',
  overLimit: '0',
  preself: '10000',
  inScope: '240000',
  deductible: '1000',
  pool: '150000',
  major: '49800',
  aid: '28140',
  person: '32060',
  account: '0',
  cash: '32060',
};

it('E4 resident of low income, over the cap, aid of 70% up to 50 000', () => {
  const { amounts } = splitBill(
    aBill({ total: '260000', c: '10000', b: '100000' }),
    demoTerms({ level: 3 }),
    fen('1000'),
    NOTHING_USED,
    { aid: { deductible: 0n, ratio: '0.70', cap: fen('50000') } },
  );
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
