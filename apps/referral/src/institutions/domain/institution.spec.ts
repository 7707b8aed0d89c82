import { anInstitutionOf } from '../../testing/a-referral.js';
import { areOneHouse, canTakeIn, operationOn, standsFor } from './institution.js';

it('has not started before anything is known, nor before the day a change takes effect', () => {
  const change = { from: 'OPERATING', to: 'SUSPENDED', effectiveOn: '2024-03-02' } as const;
  expect(operationOn(undefined, '2024-03-02')).toBe('NOT_STARTED');
  expect(operationOn(change, '2024-03-01')).toBe('OPERATING');
  expect(operationOn(change, '2024-03-02')).toBe('SUSPENDED');
});

it.each(['NOT_STARTED', 'RECTIFYING', 'SUSPENDED', 'CLOSED', 'FORCED_EXIT'] as const)(
  'REF-29 takes nobody in while %s',
  (operation) => {
    expect(canTakeIn(anInstitutionOf({ operation }))).toBe(false);
  },
);

it('takes people in while it operates with a live licence', () => {
  expect(canTakeIn(anInstitutionOf())).toBe(true);
  expect(canTakeIn(anInstitutionOf({ isQualified: false }))).toBe(false);
});

it('is one house with its host and with other units of it', () => {
  const [host, unit, sister] = [
    anInstitutionOf({ id: 'h' }),
    anInstitutionOf({ id: 'u', hostId: 'h' }),
    anInstitutionOf({ id: 's', hostId: 'h' }),
  ];
  expect([areOneHouse(host, unit), areOneHouse(unit, host), areOneHouse(unit, sister)]).toEqual([true, true, true]);
  expect(areOneHouse(unit, anInstitutionOf({ id: 'x' }))).toBe(false);
  expect(standsFor(unit)).toEqual(['u', 'h']);
});
