import {
  aFact,
  aHome,
  anAgreement,
  findingsOf,
  NOWHERE,
  outcomeOf,
  SHANGHAI,
  unit,
  WENSHAN,
} from '../testing/an-input.js';
import type { CareAgreement } from './compliance-input.js';
import { medicalCoverage } from './medical-coverage.js';

describe('CON-04 agreement of a home without a medical institution', () => {
  const until = (validTo: string, on: string) => aHome({ on, agreements: [anAgreement({ validTo })] });

  it.each([
    ['2024-05-30', []],
    ['2024-05-31', [{ code: 'AGREEMENT_ENDS_SOON', severity: 'INFO' }]],
    ['2024-06-30', [{ code: 'AGREEMENT_ENDS_SOON', severity: 'INFO' }]],
    ['2024-07-01', [{ code: 'AGREEMENT_MISSING', severity: 'MAJOR' }]],
  ])('CON-04 an agreement until 2024-06-30, seen on %s', (on, findings) => {
    expect(findingsOf('CON-04', until('2024-06-30', on))).toMatchObject(findings);
  });

  it('CON-04 says on which day it has to be looked at again for the warning', () => {
    expect(outcomeOf('CON-04', until('2024-06-30', '2024-05-20'))).toMatchObject({
      verdict: { changesOn: '2024-05-31' },
    });
  });

  it('CON-04 warns of nothing when another agreement follows without a gap', () => {
    const following = (validFrom: string) =>
      aHome({
        on: '2024-06-10',
        agreements: [
          anAgreement({ id: 'b', validFrom, validTo: '2025-06-30' }),
          anAgreement({ id: 'a', validTo: '2024-06-30' }),
        ],
      });
    expect(findingsOf('CON-04', following('2024-07-01'))).toEqual([]);
    expect(findingsOf('CON-04', following('2024-07-02'))).toMatchObject([{ code: 'AGREEMENT_ENDS_SOON' }]);
  });

  it('CON-04 does not count an agreement that is still to begin', () => {
    const home = aHome({ agreements: [anAgreement({ validFrom: '2024-05-21' })] });
    expect(findingsOf('CON-04', home)).toMatchObject([{ code: 'AGREEMENT_MISSING' }]);
  });

  it('CON-04 counts an agreement only while its partner is qualified and at work', () => {
    const licence = { side: 'MEDICAL', state: 'ACTIVE', validFrom: '2020-01-01', validTo: '2024-05-20' } as const;
    const withPartner = (partner: Partial<CareAgreement['partner']>, on = '2024-05-20') =>
      findingsOf('CON-04', aHome({ on, agreements: [anAgreement({ partner })] }));
    expect(withPartner({ qualifications: [licence] })).toEqual([]);
    expect(withPartner({ qualifications: [licence] }, '2024-05-21')).toMatchObject([{ code: 'AGREEMENT_MISSING' }]);
    expect(withPartner({ qualifications: [{ ...licence, state: 'REVOKED' }] })).toHaveLength(1);
    for (const operationState of ['SUSPENDED', 'CLOSED', 'FORCED_EXIT'] as const)
      expect(withPartner({ operationState })).toHaveLength(1);
    expect(withPartner({ operationState: 'RECTIFYING' })).toEqual([]);
  });

  it('CON-04 does not count a unit that stopped', () => {
    const stopped = { ...unit('INFIRMARY'), operationState: 'CLOSED' as const };
    expect(findingsOf('CON-04', aHome({ units: [stopped] }))).toHaveLength(1);
  });

  it('CON-04 leaves homes with a medical institution inside and day-care centres alone', () => {
    expect(findingsOf('CON-04', aHome({ units: [unit('INFIRMARY')] }))).toBe('NOT_CONCERNED');
    expect(findingsOf('CON-04', aHome({ kind: 'DAY_CARE_CENTRE' }))).toBe('NOT_CONCERNED');
  });

  it('CON-04 concerns nobody before operation begins and after it ends', () => {
    for (const operationState of ['NOT_STARTED', 'CLOSED', 'FORCED_EXIT'] as const)
      expect(findingsOf('CON-04', aHome({ operationState }))).toBe('NOT_IN_OPERATION');
    for (const operationState of ['RECTIFYING', 'SUSPENDED'] as const)
      expect(findingsOf('CON-04', aHome({ operationState }))).toHaveLength(1);
  });
});

describe('REG-26 medical coverage', () => {
  it('REG-26 a contract that expired on 2024-06-30 covers nobody on 2024-07-01', () => {
    const on = (day: string) =>
      medicalCoverage(aHome({ on: day, agreements: [anAgreement({ validTo: '2024-06-30' })] }));
    expect(on('2024-06-30')).toMatchObject({
      value: true,
      because: { rule: 'REG-26', inputs: { modes: ['CONTRACT'] } },
    });
    expect(on('2024-07-01')).toMatchObject({ value: false, because: { inputs: { modes: [] } } });
  });

  it.each(['OUTSOURCED', 'ENTRUSTED', 'BRANCH', 'STATION', 'ADJACENT'] as const)(
    'REG-26 counts %s while it is stated',
    (mode) => {
      const stated = (validTo: string) => aHome({ facts: [aFact('MEDICAL_SERVICE_MODE', { mode }, { validTo })] });
      expect(findingsOf('REG-26', stated('2024-05-20'))).toEqual([]);
      expect(findingsOf('REG-26', stated('2024-05-19'))).toMatchObject([{ code: 'NOT_MEDICALLY_COVERED' }]);
    },
  );

  it('REG-26 counts a unit inside, a hospital that hosts the home, and a licence of its own', () => {
    const host = { ...unit('GENERAL_HOSPITAL'), id: 'hospital' };
    expect(medicalCoverage(aHome({ units: [unit('CLINIC')] })).because.inputs).toMatchObject({ modes: ['INTERNAL'] });
    expect(medicalCoverage(aHome({ host })).value).toBe(true);
    const both = [...aHome().qualifications, ...unit('CLINIC').qualifications];
    expect(medicalCoverage(aHome({ qualifications: both })).because.inputs).toMatchObject({ modes: ['INTERNAL'] });
  });
});

describe('agreements that regions ask for', () => {
  it('CON-06 Shanghai: a home has an agreement even with a medical institution inside', () => {
    const home = aHome({ division: SHANGHAI, units: [unit('INFIRMARY')] });
    expect(findingsOf('CON-06', home)).toMatchObject([{ code: 'AGREEMENT_MISSING' }]);
    expect(findingsOf('CON-06', { ...home, agreements: [anAgreement({ partner: { kind: 'CLINIC' } })] })).toEqual([]);
    expect(findingsOf('CON-06', aHome({ division: NOWHERE }))).toBe('NOT_IN_FORCE_HERE');
  });

  it('CON-19 a home with a community contract only lacks green channel and referral', () => {
    const types = ['GREEN_CHANNEL', 'REFERRAL'];
    const withPartner = (kind: string, asked = types) =>
      findingsOf(
        'CON-19',
        aHome({ division: SHANGHAI, agreements: [anAgreement({ types: asked, partner: { kind } })] }),
      );
    expect(withPartner('COMMUNITY_HEALTH_CENTRE')).toMatchObject([
      { code: 'HOSPITAL_CHANNEL_MISSING', actual: { missing: types } },
    ]);
    expect(withPartner('GENERAL_HOSPITAL', ['REFERRAL'])).toMatchObject([{ actual: { missing: ['GREEN_CHANNEL'] } }]);
    expect(withPartner('GENERAL_HOSPITAL')).toEqual([]);
  });

  it('CON-24 a county-seat home with a township partner only is told of the county hospital', () => {
    const home = (kind: string, level: number, division = WENSHAN as string) =>
      aHome({
        division: WENSHAN,
        facts: [aFact('COUNTY_SEAT', {})],
        agreements: [anAgreement({ partner: { kind, level, division } })],
      });
    const township = home('TOWNSHIP_HOSPITAL', 1);
    expect(findingsOf('CON-24', township)).toMatchObject([{ code: 'COUNTY_HOSPITAL_LINK_MISSING', severity: 'INFO' }]);
    expect(findingsOf('CON-24', home('TOWNSHIP_HOSPITAL', 2))).toHaveLength(1);
    expect(findingsOf('CON-24', home('GENERAL_HOSPITAL', 2))).toEqual([]);
    expect(findingsOf('CON-24', home('TCM_HOSPITAL', 2))).toEqual([]);
    expect(findingsOf('CON-24', home('GENERAL_HOSPITAL', 1))).toHaveLength(1);
    expect(findingsOf('CON-24', home('GENERAL_HOSPITAL', 2, '532621'))).toHaveLength(1);
    expect(findingsOf('CON-24', { ...township, facts: [] })).toBe('NOT_CONCERNED');
  });
});
