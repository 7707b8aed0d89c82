import { Refusal } from '@yiyang/decisions';
import { addDays } from '@yiyang/standards';
import {
  AGREEMENT_STATUSES,
  AGREEMENT_STEPS,
  statusOn,
  stepAgreement,
  type AgreementAction,
  type AgreementStatus,
  type StoredStatus,
  type Term,
} from './agreement-status.js';

const ON = '2024-06-15';
const stored = (status: StoredStatus): Term => ({ status, validFrom: '2024-01-01', validTo: '2024-12-31' });
const TERM_OF: Readonly<Record<AgreementStatus, Term>> = {
  DRAFT: stored('DRAFT'),
  PROPOSED: stored('PROPOSED'),
  SIGNED: { ...stored('SIGNED'), validFrom: addDays(ON, 1) },
  ACTIVE: stored('SIGNED'),
  SUSPENDED: stored('SUSPENDED'),
  TERMINATED: stored('TERMINATED'),
  EXPIRED: { ...stored('SIGNED'), validTo: addDays(ON, -1) },
  WITHDRAWN: stored('WITHDRAWN'),
};

// Written from state machine 8.3, row by row, not from the table under test.
const ALLOWED = `
  DRAFT revise DRAFT          DRAFT propose PROPOSED      DRAFT withdraw WITHDRAWN
  PROPOSED sign SIGNED        PROPOSED withdraw WITHDRAWN
  SIGNED withdraw WITHDRAWN   SIGNED terminate TERMINATED
  ACTIVE suspend SUSPENDED    ACTIVE terminate TERMINATED ACTIVE recordCheck SIGNED       ACTIVE renew SIGNED
  SUSPENDED cure SIGNED       SUSPENDED terminate TERMINATED SUSPENDED recordCheck SUSPENDED
  EXPIRED renew EXPIRED`;
const next = new Map(
  [...ALLOWED.matchAll(/(\w+) (\w+) (\w+)/g)].map(([, from, action, to]) => [`${from} ${action}`, to]),
);

const ACTIONS: readonly AgreementAction[] = [
  'revise',
  'propose',
  'sign',
  'withdraw',
  'suspend',
  'cure',
  'terminate',
  'recordCheck',
  'renew',
];

describe('statuses of an agreement', () => {
  it.each(AGREEMENT_STATUSES.flatMap((status) => ACTIONS.map((action) => [status, action] as const)))(
    '8.3 %s answers %s as the table says',
    (status, action) => {
      const expected = next.get(`${status} ${action}`);
      const step = () => stepAgreement(TERM_OF[status], action, ON);
      if (expected !== undefined) return expect(step()).toBe(expected);
      expect(step).toThrow(
        expect.objectContaining({
          code: 'AGREEMENT_STATE',
          detail: expect.objectContaining({ inputs: { status, action } }),
        }) as Refusal,
      );
    },
  );

  it('has a status for every row of the table and an action for every step', () => {
    expect(Object.keys(AGREEMENT_STEPS)).toEqual([...AGREEMENT_STATUSES]);
    expect(next.size).toBe(Object.values(AGREEMENT_STEPS).flatMap((steps) => Object.keys(steps)).length);
  });

  it.each([
    ['SIGNED', '2023-12-31', 'SIGNED'],
    ['SIGNED', '2024-01-01', 'ACTIVE'],
    ['SIGNED', '2024-12-31', 'ACTIVE'],
    ['SIGNED', '2025-01-01', 'EXPIRED'],
    ['SUSPENDED', '2024-12-31', 'SUSPENDED'],
    ['SUSPENDED', '2025-01-01', 'EXPIRED'],
    ['PROPOSED', '2025-01-01', 'EXPIRED'],
    ['DRAFT', '2025-01-01', 'DRAFT'],
    ['TERMINATED', '2025-01-01', 'TERMINATED'],
  ] as const)('8.3 what is %s is on %s %s, without a write', (status, on, expected) => {
    expect(statusOn(stored(status), on)).toBe(expected);
  });
});
