import { fen } from '@yiyang/standards';
import { splitBill } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '150',
  ownPay: '0',
  overLimit: '0',
  preself: '0',
  inScope: '150',
  deductible: '150',
  pool: '0',
  major: '0',
  aid: '0',
  person: '150',
  account: '0',
  cash: '150',
};

it('E5 below the deductible of level 1', () => {
  const { amounts } = splitBill(aBill({ total: '150' }), demoTerms({ level: 1 }), fen('200'));
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
