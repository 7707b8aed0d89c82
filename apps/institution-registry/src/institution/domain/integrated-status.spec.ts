import { integratedStatus, type QualificationFact } from './integrated-status.js';

const qualification = (more: Partial<QualificationFact> = {}): QualificationFact => ({
  side: 'CARE',
  state: 'ACTIVE',
  validFrom: '2023-01-01',
  validTo: null,
  ...more,
});

describe('integratedStatus', () => {
  const filing = qualification();
  const infirmary = qualification({ side: 'MEDICAL' });

  it('REG-01 counts the live medical filing of a unit for its host', () => {
    expect(integratedStatus([filing], [infirmary], '2024-02-29')).toMatchObject({
      value: true,
      because: { rule: 'REG-01', inputs: { liveMedicalQualifications: 1, liveCareFilings: 1 } },
    });
  });

  it('REG-01 ends when the infirmary filing is cancelled', () => {
    const cancelled = { ...infirmary, state: 'CANCELLED' as const };
    expect(integratedStatus([filing], [cancelled], '2024-03-01').value).toBe(false);
  });

  it('REG-01 ends the day after the last day of validity', () => {
    const expiring = { ...infirmary, validTo: '2024-03-01' };
    expect(integratedStatus([filing], [expiring], '2024-03-01').value).toBe(true);
    expect(integratedStatus([filing], [expiring], '2024-03-02').value).toBe(false);
  });

  it('REG-01 begins on the first day of validity', () => {
    const later = { ...infirmary, validFrom: '2024-03-01' };
    expect(integratedStatus([filing], [later], '2024-02-29').value).toBe(false);
    expect(integratedStatus([filing], [later], '2024-03-01').value).toBe(true);
  });

  it.each(['SUSPENDED', 'EXPIRED', 'CANCELLED', 'REVOKED'] as const)(
    'REG-01 does not count a qualification that is %s',
    (state) => {
      expect(integratedStatus([{ ...filing, state }], [infirmary], '2024-03-01').value).toBe(false);
    },
  );

  it('REG-01 needs both sides', () => {
    expect(integratedStatus([filing, filing], [], '2024-03-01').value).toBe(false);
    expect(integratedStatus([infirmary], [], '2024-03-01').value).toBe(false);
  });
});
