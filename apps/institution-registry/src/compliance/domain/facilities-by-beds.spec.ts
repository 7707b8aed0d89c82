import type { RehabFacility } from '@yiyang/standards';
import { SEED_POLICY_SETS } from '@yiyang/region-policy';
import {
  aFact,
  aHome,
  aLiaisonForm,
  anAgreement,
  aPartner,
  findingsOf,
  NANJING,
  NOWHERE,
  outcomeOf,
  policyFor,
  SHANGHAI,
  TONGREN,
  unit,
} from '../testing/an-input.js';

const home = (division: string | undefined, carebeds: number, ...kinds: string[]) =>
  aHome({ division: division as string, carebeds, units: kinds.map((kind) => unit(kind)) });
const expecting = (...anyOf: string[]) => [
  { code: 'MEDICAL_FACILITY_MISSING', status: 'OPEN', expected: expect.objectContaining({ anyOf }) },
];

describe('medical institution by beds', () => {
  it.each([
    [100, ['NURSING_STATION'], []],
    [100, ['INFIRMARY'], []],
    [100, [], expecting('NURSING_STATION', 'INFIRMARY')],
    [101, ['NURSING_STATION'], expecting('INFIRMARY')],
    [101, ['INFIRMARY'], []],
    [200, ['INFIRMARY'], []],
    [200, ['NURSING_HOSPITAL'], []],
    [201, ['INFIRMARY'], expecting('NURSING_HOSPITAL')],
    [201, ['NURSING_HOSPITAL'], []],
  ])('REG-17 Nanjing: %i beds with %j', (beds, kinds, findings) => {
    expect(findingsOf('REG-17', home(NANJING, beds, ...kinds))).toMatchObject(findings);
  });

  it('REG-17 counts a unit only while its qualification lives', () => {
    const until = (validTo: string) => aHome({ division: NANJING, carebeds: 90, units: [unit('INFIRMARY', validTo)] });
    expect(findingsOf('REG-17', until('2024-05-20'))).toEqual([]);
    expect(findingsOf('REG-17', until('2024-05-19'))).toHaveLength(1);
  });

  it('REG-17 says which clause and policy version decided', () => {
    expect(outcomeOf('REG-17', home(NANJING, 101))).toMatchObject({
      outcome: 'FINDING',
      source: { source: '宁政办发〔2017〕105号', clause: '二(二)', policyVersion: expect.stringContaining('@1') },
      verdict: { findings: [{ severity: 'MAJOR', actual: { beds: 101, inside: [] } }] },
    });
  });

  it.each([
    [149, [], 'NOT_CONCERNED'],
    [150, [], expecting('ANY')],
    [150, ['CLINIC'], []],
  ])('REG-18 Shanghai: %i beds with %j', (beds, kinds, findings) => {
    const outcome = findingsOf('REG-18', home(SHANGHAI, beds, ...kinds));
    if (typeof findings === 'string') expect(outcome).toBe(findings);
    else expect(outcome).toMatchObject(findings);
  });

  it.each(['ADJACENT', 'INTEGRATED'] as const)('REG-18 exempts 150 beds sited %s', (siting) => {
    expect(findingsOf('REG-18', { ...home(SHANGHAI, 150), facts: [aFact('CO_LOCATED', { siting })] })).toEqual([]);
  });

  it('REG-18 is a target: its finding is minor', () => {
    expect(findingsOf('REG-18', home(SHANGHAI, 150))).toMatchObject([{ severity: 'MINOR' }]);
  });

  it.each([
    [49, 'NOT_CONCERNED'],
    [50, expecting('INFIRMARY')],
    [51, expecting('INFIRMARY')],
  ])('REG-19 Tongren: %i beds with nothing', (beds, findings) => {
    const outcome = findingsOf('REG-19', home(TONGREN, beds));
    if (typeof findings === 'string') expect(outcome).toBe(findings);
    else expect(outcome).toMatchObject([{ code: 'MEDICAL_FACILITY_MISSING', status: 'OPEN', severity: 'MAJOR' }]);
  });

  it('REG-19 D2 gives 50 beds to the lower band where a policy set says so', () => {
    const sets = SEED_POLICY_SETS.map((set) => {
      const { medicalFacilityByBeds: held } = set.values;
      if (set.division !== '520600' || !held) return set;
      const value = { ...held.value, boundaryBelongsTo: 'LOWER' as const };
      return { ...set, values: { ...set.values, medicalFacilityByBeds: { ...held, value } } };
    });
    const of = (beds: number) => findingsOf('REG-19', home(TONGREN, beds), policyFor(home(TONGREN, beds), sets));
    expect([of(49), of(50)]).toEqual(['NOT_CONCERNED', 'NOT_CONCERNED']);
    expect(of(51)).toHaveLength(1);
  });

  it('REG-19 substitutes the liaison agreement in force, no other agreement and none that is over', () => {
    const withAgreement = (of: Parameters<typeof anAgreement>[0]) => ({
      ...home(TONGREN, 60),
      agreements: [anAgreement(of)],
    });
    expect(findingsOf('REG-19', withAgreement({ types: ['LIAISON'] }))).toMatchObject([{ status: 'SUBSTITUTED' }]);
    expect(findingsOf('REG-19', withAgreement({ types: ['MEDICAL_SERVICE'] }))).toMatchObject([{ status: 'OPEN' }]);
    expect(findingsOf('REG-19', withAgreement({ types: ['LIAISON'], validTo: '2024-05-19' }))).toMatchObject([
      { status: 'OPEN' },
    ]);
    expect(findingsOf('REG-19', home(TONGREN, 60, 'GENERAL_HOSPITAL'))).toEqual([]);
  });

  it.each<[string, Parameters<typeof aPartner>[0], string]>([
    ['can serve', {}, 'SUBSTITUTED'],
    ['was suspended', { operationState: 'SUSPENDED' }, 'OPEN'],
    ['lost its licence yesterday', { qualifications: unit('CLINIC', '2024-05-19').qualifications }, 'OPEN'],
    ['loses its licence tonight', { qualifications: unit('CLINIC', '2024-05-20').qualifications }, 'SUBSTITUTED'],
  ])('REG-19 a liaison form whose partner %s', (_, of, status) => {
    const liaisonForms = [aLiaisonForm({ partner: aPartner(of) })];
    expect(findingsOf('REG-19', { ...home(TONGREN, 60), liaisonForms })).toMatchObject([{ status }]);
  });

  it('D1 asks nothing by beds where no region does', () => {
    for (const rule of ['REG-17', 'REG-18', 'REG-19'] as const)
      expect(findingsOf(rule, home(NOWHERE, 300))).toBe('NOT_CONCERNED');
  });

  it('counts no beds in the elders’ own homes', () => {
    const beds = [
      { kind: 'CARE', operating: 100 },
      { kind: 'HOME_CARE_BED', operating: 40 },
    ];
    expect(findingsOf('REG-17', { ...home(NANJING, 0, 'NURSING_STATION'), beds })).toEqual([]);
  });
});

describe('the same home in three regions', () => {
  const ANSWERS = [50, 100, 150, 201].map((beds) => {
    const outcome = (division: string | undefined, rule: 'REG-17' | 'REG-18' | 'REG-19') => {
      const findings = findingsOf(rule, home(division, beds, 'INFIRMARY'));
      return typeof findings === 'string' ? 'asks nothing' : findings.length === 0 ? 'met' : 'finding';
    };
    return [beds, outcome(TONGREN, 'REG-19'), outcome(NANJING, 'REG-17'), outcome(SHANGHAI, 'REG-18')];
  });
  const WITHOUT = [50, 100, 150, 201].map((beds) => {
    const count = (division: string | undefined, rule: 'REG-17' | 'REG-18' | 'REG-19') => {
      const findings = findingsOf(rule, home(division, beds));
      return typeof findings === 'string' ? 'asks nothing' : (findings[0]?.expected['anyOf'] as string[])[0];
    };
    return [beds, count(TONGREN, 'REG-19'), count(NANJING, 'REG-17'), count(SHANGHAI, 'REG-18')];
  });

  it('D1 with an infirmary: Tongren, Nanjing, Shanghai', () => {
    expect(ANSWERS).toEqual([
      [50, 'met', 'met', 'asks nothing'],
      [100, 'met', 'met', 'asks nothing'],
      [150, 'met', 'met', 'met'],
      [201, 'met', 'finding', 'met'],
    ]);
  });

  it('D1 with nothing: what each of them asks for', () => {
    expect(WITHOUT).toEqual([
      [50, 'INFIRMARY', 'NURSING_STATION', 'asks nothing'],
      [100, 'INFIRMARY', 'NURSING_STATION', 'asks nothing'],
      [150, 'INFIRMARY', 'INFIRMARY', 'ANY'],
      [201, 'INFIRMARY', 'NURSING_HOSPITAL', 'ANY'],
    ]);
  });
});

describe('rehabilitation by beds', () => {
  const rehab = (facility: RehabFacility, staff = 0, partnerId: string | null = null) =>
    aFact('REHAB_FACILITY', { facility, staff, partnerId });
  const nanjing = (carebeds: number, ...facts: ReturnType<typeof rehab>[]) =>
    findingsOf('REG-20', aHome({ division: NANJING, carebeds, facts }));

  it('REG-20 Nanjing: an area up to 100 beds, a centre from 101', () => {
    expect(nanjing(100)).toMatchObject([{ code: 'REHAB_FACILITY_MISSING' }]);
    expect(nanjing(100, rehab('REHAB_AREA'))).toEqual([]);
    expect(nanjing(101, rehab('REHAB_AREA', 3))).toMatchObject([{ code: 'REHAB_FACILITY_MISSING' }]);
    expect(nanjing(101, rehab('REHAB_CENTRE', 3))).toEqual([]);
  });

  it('REG-20 120 beds, a centre, no staff and no partner: REHAB_STAFF_MISSING', () => {
    expect(nanjing(120, rehab('REHAB_CENTRE'))).toMatchObject([{ code: 'REHAB_STAFF_MISSING' }]);
    expect(nanjing(120, rehab('REHAB_CENTRE', 1))).toEqual([]);
    expect(nanjing(120, rehab('REHAB_CENTRE', 0, 'agency'))).toEqual([]);
  });

  it('REG-20 is not asked for where no region asks for it', () => {
    expect(findingsOf('REG-20', aHome())).toBe('NOT_CONCERNED');
  });
});
