import {
  integratedSince,
  integratedStatus,
  nextChangeOn,
  stateOn,
  type DatedQualification,
} from './integrated-status.js';

const qualification = (more: Partial<DatedQualification> = {}): DatedQualification => ({
  side: 'CARE',
  state: 'ACTIVE',
  stateSince: '2023-01-01',
  validFrom: '2023-01-01',
  validTo: null,
  ...more,
});

describe('integratedStatus', () => {
  const filing = qualification();
  const infirmary = qualification({ side: 'MEDICAL', validFrom: '2023-06-01', stateSince: '2023-06-01' });

  it('REG-01 counts the live medical filing of a unit for its host', () => {
    expect(integratedStatus([filing, infirmary], '2024-02-29')).toMatchObject({
      value: true,
      because: { rule: 'REG-01', inputs: { liveMedicalQualifications: 1, liveCareFilings: 1 } },
    });
    expect(integratedSince([filing, infirmary], '2024-02-29')).toBe('2023-06-01');
  });

  it('REG-01 ends when the infirmary filing is cancelled on 2024-03-01', () => {
    const cancelled = { ...infirmary, state: 'CANCELLED', stateSince: '2024-03-01' } as const;
    expect(integratedStatus([filing, cancelled], '2024-03-01').value).toBe(false);
    expect(integratedSince([filing, cancelled], '2024-03-05')).toBe('2024-03-01');
  });

  it('REG-01 ends the day after the last day of validity, also before that is written', () => {
    const expiring = { ...infirmary, validTo: '2024-03-01' };
    expect(integratedStatus([filing, expiring], '2024-03-01').value).toBe(true);
    expect(integratedStatus([filing, expiring], '2024-03-02').value).toBe(false);
    expect(integratedSince([filing, expiring], '2024-03-09')).toBe('2024-03-02');
    expect([stateOn(expiring, '2024-03-01'), stateOn(expiring, '2024-03-02')]).toEqual(['ACTIVE', 'EXPIRED']);
  });

  it('REG-01 begins on the first day of validity', () => {
    const later = { ...infirmary, validFrom: '2024-03-01' };
    expect(integratedStatus([filing, later], '2024-02-29').value).toBe(false);
    expect(integratedStatus([filing, later], '2024-03-01').value).toBe(true);
  });

  it('REG-01 begins anew on the day of a restoration', () => {
    const restored = { ...infirmary, stateSince: '2024-04-01' };
    expect(integratedSince([filing, restored], '2024-04-02')).toBe('2024-04-01');
  });

  it('REG-01 ended with the first side that was lost', () => {
    const both = [
      { ...filing, state: 'REVOKED', stateSince: '2024-05-01' },
      { ...infirmary, state: 'CANCELLED', stateSince: '2024-03-01' },
    ] as const;
    expect(integratedSince(both, '2024-06-01')).toBe('2024-03-01');
  });

  it.each(['SUSPENDED', 'EXPIRED', 'CANCELLED', 'REVOKED'] as const)(
    'REG-01 does not count a qualification that is %s',
    (state) => {
      expect(integratedStatus([{ ...filing, state }, infirmary], '2024-03-01').value).toBe(false);
    },
  );

  it('REG-01 needs both sides', () => {
    expect(integratedStatus([filing, filing], '2024-03-01').value).toBe(false);
    expect(integratedStatus([infirmary], '2024-03-01').value).toBe(false);
  });
});

describe('nextChangeOn', () => {
  it('is the next day on which one begins or has ended', () => {
    const ending = qualification({ validTo: '2024-03-31' });
    const coming = qualification({ validFrom: '2024-03-10' });
    expect(nextChangeOn([ending, coming], '2024-03-09')).toBe('2024-03-10');
    expect(nextChangeOn([ending, coming], '2024-03-10')).toBe('2024-04-01');
    expect(nextChangeOn([ending, coming], '2024-04-01')).toBeUndefined();
  });

  it('looks at nothing that has ended for good', () => {
    expect(nextChangeOn([qualification({ state: 'REVOKED', validTo: '2024-03-31' })], '2024-03-09')).toBeUndefined();
  });
});
