import { fen } from '@yiyang/standards';
import { splitBill } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '20000',
  ownPay: '1000',
  overLimit: '0',
  preself: '500',
  inScope: '18500',
  deductible: '1000',
  pool: '11375',
  major: '0',
  aid: '0',
  person: '8625',
  account: '0',
  cash: '8625',
};

it('E1 resident, level 3', () => {
  const { amounts } = splitBill(aBill({ total: '20000', c: '1000', b: '5000' }), demoTerms({ level: 3 }), fen('1000'));
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
