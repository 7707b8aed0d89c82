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
  deductible: '0',
  pool: '4845',
  major: '0',
  aid: '0',
  person: '1155',
  account: '0',
  cash: '1155',
};

it('E2 same person, down to level 1, linked', () => {
  const { amounts } = splitBill(aBill({ total: '6000', c: '200', b: '1000' }), demoTerms({ level: 1 }), fen('0'));
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
