import { fen } from '@yiyang/standards';
import { splitBill } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '6000',
  ownPay: '200',
  overLimit: '0',
  preself: '100',
  inScope: '5700',
  deductible: '200',
  pool: '4675',
  major: '0',
  aid: '0',
  person: '1325',
  account: '0',
  cash: '1325',
};

it("E2' the same stay, not linked", () => {
  const { amounts } = splitBill(aBill({ total: '6000', c: '200', b: '1000' }), demoTerms({ level: 1 }), fen('200'));
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
