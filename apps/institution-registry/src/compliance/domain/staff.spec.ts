import type { FactValueOf } from '../../fact/domain/fact-types.js';
import { aFact, aHome, findingsOf, outcomeOf } from '../testing/an-input.js';

type Worker = Partial<FactValueOf<'STAFF_MEMBER'>>;

const worker = (staffCode: string, of: Worker = {}) =>
  aFact('STAFF_MEMBER', { staffCode, staffRole: 'CARE_WORKER', engagement: 'REGULAR', ...of });
const certified = { certifiedFrom: '2020-01-01', certifiedTo: '2024-12-31' };
const home = (...facts: ReturnType<typeof worker>[]) => aHome({ facts });

describe('staff', () => {
  it('REG-34 40 staff, 38 valid: a rate of 95.0 % and 2 findings', () => {
    const staff = Array.from({ length: 38 }, (_, i) => worker(`S${i}`, certified));
    const outcome = outcomeOf(
      'REG-34',
      home(...staff, worker('S38'), worker('S39', { ...certified, certifiedTo: '2024-05-19' })),
    );
    expect(outcome).toMatchObject({
      verdict: { actual: { staff: 40, certified: 38, ratePercent: '95.0' }, changesOn: '2025-01-01' },
    });
    expect(findingsOf('REG-34', home(...staff, worker('S38'), worker('S39')))).toMatchObject([
      { subject: 'S38', code: 'STAFF_UNCERTIFIED' },
      { subject: 'S39', code: 'STAFF_UNCERTIFIED' },
    ]);
  });

  it.each([
    [{ certifiedFrom: '2020-01-01', certifiedTo: '2024-05-20' }, 0],
    [{ certifiedFrom: '2020-01-01', certifiedTo: '2024-05-19' }, 1],
    [{ certifiedFrom: '2024-05-21' }, 1],
    [{ trainedFrom: '2024-05-20' }, 0],
    [{ trainedFrom: '2023-01-01', trainedTo: '2024-05-19' }, 1],
    [{}, 1],
  ])('REG-34 %j: %i findings', (of, count) => {
    expect(findingsOf('REG-34', home(worker('S1', of)))).toHaveLength(count);
  });

  it('REG-34 leaves out volunteers, other staff and whoever has left', () => {
    const left = aFact(
      'STAFF_MEMBER',
      { staffCode: 'S1', staffRole: 'NURSE', engagement: 'REGULAR' },
      { validTo: '2024-05-19' },
    );
    const others = [worker('S2', { engagement: 'VOLUNTEER' }), worker('S3', { staffRole: 'OTHER' }), left];
    expect(findingsOf('REG-34', home(...others))).toBe('NOT_CONCERNED');
  });

  it('REG-35 a doctor registered in 500000 practises at a second site there, not in 510100', () => {
    const doctor = (division: string) =>
      findingsOf('REG-35', { ...home(worker('D1', { staffRole: 'DOCTOR', registeredRegion: '500000' })), division });
    expect(doctor('500103')).toEqual([]);
    expect(doctor('500229')).toEqual([]);
    expect(doctor('510104')).toMatchObject([
      { subject: 'D1', code: 'DOCTOR_OUTSIDE_REGION', actual: { registeredRegion: '500000' } },
    ]);
  });

  it('REG-35 asks for doctors only, and only for those whose region is stated', () => {
    expect(findingsOf('REG-35', home(worker('N1', { staffRole: 'NURSE', registeredRegion: '500000' })))).toBe(
      'NOT_CONCERNED',
    );
    expect(findingsOf('REG-35', home(worker('D1', { staffRole: 'DOCTOR' })))).toBe('NOT_CONCERNED');
  });
});
