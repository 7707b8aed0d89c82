import { aFact, aHome, aUnit, findingsOf, JIANGXI, outcomeOf, unit } from '../testing/an-input.js';

const inJiangxi = { division: JIANGXI as string };

describe('safety', () => {
  it('REG-37 a manager that is empty: FIRE_MANAGER_MISSING', () => {
    const named = (responsibleStaffCode: string | null, managerStaffCode: string | null) =>
      findingsOf(
        'REG-37',
        aHome({ facts: [aFact('FIRE_RESPONSIBILITY', { responsibleStaffCode, managerStaffCode })] }),
      );
    expect(named('S1', null)).toMatchObject([{ code: 'FIRE_MANAGER_MISSING' }]);
    expect(named(null, 'S2')).toMatchObject([{ code: 'FIRE_RESPONSIBLE_MISSING' }]);
    expect(named('S1', 'S2')).toEqual([]);
    expect(findingsOf('REG-37', aHome())).toHaveLength(1);
    expect(findingsOf('REG-37', aUnit())).toBe('NOT_CONCERNED');
  });

  it('REG-37 REG-60 bind a hospital that cares for elders, itself or in a unit, and no other', () => {
    const hospital = aUnit({ host: null, kind: 'GENERAL_HOSPITAL', startedOn: '2022-01-01' });
    const filings = aHome().qualifications;
    const ward = { ...unit('CARE_HOME'), side: 'CARE' as const, qualifications: filings };
    for (const rule of ['REG-37', 'REG-60'] as const) {
      expect(findingsOf(rule, hospital)).toBe('NOT_CONCERNED');
      expect(findingsOf(rule, { ...hospital, qualifications: [...hospital.qualifications, ...filings] })).toHaveLength(
        1,
      );
      expect(findingsOf(rule, { ...hospital, units: [ward] })).toHaveLength(1);
    }
  });

  it('REG-38 a care area that is not separated is a major finding, before operation too', () => {
    const hospital = (careAreaSeparated: boolean, more = {}) =>
      findingsOf('REG-38', {
        ...aUnit({ ...inJiangxi, host: null, kind: 'GENERAL_HOSPITAL', ...more }),
        facts: [aFact('CARE_AREA', { careAreaSeparated })],
      });
    expect(hospital(false, { operationState: 'NOT_STARTED' })).toMatchObject([
      { code: 'CARE_AREA_NOT_SEPARATED', severity: 'MAJOR' },
    ]);
    expect(hospital(false)).toHaveLength(1);
    expect(hospital(true)).toEqual([]);
    expect(hospital(false, { division: '421202' })).toBe('NOT_IN_FORCE_HERE');
  });

  it('REG-38 a hospital with a care filing that states nothing of its care area is found wanting, without one it is not asked', () => {
    const filing = { side: 'CARE', state: 'ACTIVE', validFrom: '2024-01-01', validTo: null } as const;
    const hospital = aUnit({ ...inJiangxi, host: null, kind: 'GENERAL_HOSPITAL' });
    expect(findingsOf('REG-38', { ...hospital, qualifications: [...hospital.qualifications, filing] })).toHaveLength(1);
    expect(findingsOf('REG-38', hospital)).toBe('NOT_CONCERNED');
  });

  it('REG-39 an outbreak asks for dedicated staff in the care area, from its first day to its last', () => {
    const outbreak = aFact('OUTBREAK', {}, { validFrom: '2024-01-10', validTo: '2024-01-31' });
    const hospital = (on: string, dedicatedStaff: number, division = JIANGXI as string) =>
      findingsOf('REG-39', {
        ...aUnit({ division, on, host: null, kind: 'GENERAL_HOSPITAL' }),
        facts: [outbreak, aFact('CARE_AREA', { careAreaSeparated: true, dedicatedStaff }, { validFrom: '2020-01-01' })],
      });
    for (const on of ['2024-01-10', '2024-01-31']) {
      expect(hospital(on, 0)).toMatchObject([{ code: 'OUTBREAK_STAFF_MISSING', actual: { dedicatedStaff: 0 } }]);
      expect(hospital(on, 1)).toEqual([]);
    }
    for (const on of ['2024-01-09', '2024-02-01']) expect(hospital(on, 0)).toBe('NOT_CONCERNED');
    expect(hospital('2024-01-15', 0, '421202')).toBe('NOT_IN_FORCE_HERE');
  });

  it('REG-38 what the application declared counts until something else is stated', () => {
    const hospital = aUnit({ ...inJiangxi, host: null, kind: 'GENERAL_HOSPITAL', elderCareScopeFrom: '2024-05-01' });
    expect(findingsOf('REG-38', { ...hospital, careAreaSeparated: true })).toEqual([]);
    expect(findingsOf('REG-38', { ...hospital, careAreaSeparated: false })).toHaveLength(1);
    const facts = [aFact('CARE_AREA', { careAreaSeparated: false })];
    expect(findingsOf('REG-38', { ...hospital, careAreaSeparated: true, facts })).toHaveLength(1);
  });

  it('REG-38 asks a care unit of a hospital, not a home', () => {
    const host = { ...aUnit(), id: 'hospital', kind: 'GENERAL_HOSPITAL' };
    expect(findingsOf('REG-38', aHome({ ...inJiangxi, host, careAreaSeparated: false }))).toHaveLength(1);
    expect(findingsOf('REG-38', aHome({ ...inJiangxi, host, careAreaSeparated: true }))).toEqual([]);
    expect(findingsOf('REG-38', aHome(inJiangxi))).toBe('NOT_CONCERNED');
  });

  it('REG-40 colour-steel panels are critical', () => {
    const inspected = (passed: boolean) =>
      findingsOf(
        'REG-40',
        aHome({ ...inJiangxi, facts: [aFact('INSPECTION', { item: 'COLOUR_STEEL_PANELS', passed })] }),
      );
    expect(inspected(false)).toMatchObject([{ code: 'COLOUR_STEEL_PANELS', severity: 'CRITICAL' }]);
    expect(inspected(true)).toEqual([]);
    expect(findingsOf('REG-40', aHome(inJiangxi))).toBe('NOT_CONCERNED');
  });

  it('REG-57 whether a unit serves outsiders is stated, and its infection control passes', () => {
    const passed = (value: boolean) => aFact('INSPECTION', { item: 'INFECTION_CONTROL', passed: value });
    const stated = aFact('SERVES_OUTSIDERS', { servesOutsiders: false });
    const of = (...facts: (typeof stated)[]) => findingsOf('REG-57', aUnit({ ...inJiangxi, facts }));
    expect(of(stated, passed(true))).toEqual([]);
    expect(of(passed(true))).toMatchObject([{ subject: 'SERVES_OUTSIDERS', code: 'SERVES_OUTSIDERS_UNSTATED' }]);
    expect(of(stated, passed(false))).toMatchObject([
      { subject: 'INFECTION_CONTROL', code: 'INFECTION_CONTROL_FAILED' },
    ]);
    expect(of(passed(false))).toHaveLength(2);
    expect(findingsOf('REG-57', aHome(inJiangxi))).toBe('NOT_CONCERNED');
  });

  const drills = (on: string, ...days: string[]) =>
    aHome({
      on,
      startedOn: '2022-01-01',
      facts: days.map((day) =>
        aFact('SAFETY_EXERCISE', { exercise: 'EMERGENCY_DRILL' }, { validFrom: day, validTo: day }),
      ),
    });

  it.each([
    ['2024-05-01', []],
    ['2024-05-02', [{ code: 'DRILL_OVERDUE', actual: { lastOn: '2023-05-01', dueOn: '2024-05-01' } }]],
  ])('REG-60 the last drill was on 2023-05-01, seen on %s', (on, findings) => {
    expect(findingsOf('REG-60', drills(on, '2022-06-01', '2023-05-01'))).toMatchObject(findings);
  });

  it('REG-60 says when it has to be looked at again, and counts from the first day of operation', () => {
    expect(outcomeOf('REG-60', drills('2024-05-01', '2023-05-01'))).toMatchObject({
      verdict: { changesOn: '2024-05-02' },
    });
    expect(findingsOf('REG-60', { ...drills('2024-05-20'), startedOn: '2023-05-20' })).toEqual([]);
    expect(findingsOf('REG-60', { ...drills('2024-05-20'), startedOn: '2023-05-19' })).toHaveLength(1);
  });

  it('REG-60 does not take a training for a drill', () => {
    const training = aFact(
      'SAFETY_EXERCISE',
      { exercise: 'FIRE_TRAINING' },
      { validFrom: '2024-05-01', validTo: '2024-05-01' },
    );
    expect(findingsOf('REG-60', { ...drills('2024-05-20'), facts: [training] })).toHaveLength(1);
  });
});
