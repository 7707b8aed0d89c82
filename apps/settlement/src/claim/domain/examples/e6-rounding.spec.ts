import { fen } from '@yiyang/standards';
import { splitBill } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '1234.57',
  ownPay: '10.01',
  overLimit: '0.33',
  preself: '45.68',
  inScope: '1178.55',
  deductible: '200',
  pool: '831.77',
  major: '0',
  aid: '0',
  person: '402.80',
  account: '0',
  cash: '402.80',
};

it('E6 rounding', () => {
  const { amounts } = splitBill(
    aBill({ total: '1234.57', c: '10.01', b: '456.79', overLimit: '0.33' }),
    demoTerms({ level: 1 }),
    fen('200'),
  );
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
