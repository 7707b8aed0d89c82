import { requireEnded, requireInsured } from './require-insured.js';

const elder = { scheme: 'RESIDENT', personType: 'RESIDENT' };

it('settles what fits how the person is insured', () => {
  expect(() => requireInsured(elder, elder)).not.toThrow();
});

it.each([[{ scheme: 'EMPLOYEE', personType: 'RESIDENT' }], [{ scheme: 'RESIDENT', personType: 'RETIREE' }]])(
  'refuses %j of a resident',
  (claimed) => {
    expect(() => requireInsured(elder, claimed)).toThrow('INSURED_DIFFERENTLY');
  },
);

it.each([
  ['2026-05-01', '2026-05-01', true],
  ['2026-05-01', '2026-06-30', true],
  ['2026-05-01', '2026-07-01', false],
  ['2026-05-02', '2026-05-01', false],
])('takes a stay from %s to %s on 2026-06-30: %s', (admittedOn, dischargedOn, taken) => {
  const act = () => requireEnded({ admittedOn, dischargedOn }, '2026-06-30');
  if (taken) expect(act).not.toThrow();
  else expect(act).toThrow('STAY_NOT_ENDED');
});
