import { fen } from '@yiyang/standards';
import { splitBill, NOTHING_USED } from '../split-bill.js';
import { aBill, inFen } from '../../testing/a-bill.js';
import { demoTerms } from '../../testing/demo-terms.js';

// Standards §10.3, in yuan.
const EXPECTED = {
  total: '30000',
  ownPay: '2000',
  overLimit: '200',
  preself: '800',
  inScope: '27000',
  deductible: '800',
  pool: '22794',
  major: '0',
  aid: '0',
  person: '7206',
  account: '3000',
  cash: '4206',
};

it('E3 retiree, up from level 1 to 3 after 200 were charged, account of 3 000', () => {
  const { amounts } = splitBill(
    aBill({ total: '30000', c: '2000', b: '8000', overLimit: '200' }),
    demoTerms({ scheme: 'EMPLOYEE', personType: 'RETIREE', level: 3 }),
    fen('800'),
    NOTHING_USED,
    { accountBalance: fen('3000') },
  );
  expect(amounts).toMatchObject(inFen(EXPECTED));
  expect(amounts.fund).toBe(amounts.pool + amounts.major + amounts.aid);
  expect(amounts.total).toBe(amounts.fund + amounts.person);
});
