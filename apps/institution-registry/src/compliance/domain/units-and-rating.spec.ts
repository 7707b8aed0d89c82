import type { MedicalServiceMode } from '@yiyang/standards';
import { aFact, aHome, aUnit, findingsOf, JIANGXI, unit, WENSHAN } from '../testing/an-input.js';

describe('units and rating', () => {
  it('REG-27 Jiangxi: an infirmary inside a home belongs to a consortium', () => {
    const of = (division: string | undefined, validTo: string | null = null) =>
      findingsOf(
        'REG-27',
        aUnit({
          division: division as string,
          facts: [aFact('CONSORTIUM_MEMBERSHIP', { consortium: 'C1', role: 'MEMBER' }, { validTo })],
        }),
      );
    expect(findingsOf('REG-27', aUnit({ division: JIANGXI }))).toMatchObject([{ code: 'CONSORTIUM_MISSING' }]);
    expect(of(JIANGXI)).toEqual([]);
    const member = (type: string) => findingsOf('REG-27', aUnit({ division: JIANGXI, alliances: [type] }));
    expect(member('MEDICAL_CONSORTIUM')).toEqual([]);
    expect(member('INTEGRATED_CARE_ALLIANCE')).toHaveLength(1);
    expect(of(JIANGXI, '2024-05-19')).toHaveLength(1);
    expect(of(WENSHAN)).toBe('NOT_IN_FORCE_HERE');
    expect(findingsOf('REG-27', aUnit({ division: JIANGXI, host: null }))).toBe('NOT_CONCERNED');
  });

  it('REG-33 Wenshan: a day-care centre without a nursing station is told', () => {
    const centre = (...kinds: string[]) =>
      aHome({ division: WENSHAN, kind: 'DAY_CARE_CENTRE', units: kinds.map((kind) => unit(kind)) });
    expect(findingsOf('REG-33', centre('INFIRMARY'))).toMatchObject([
      { code: 'NURSING_STATION_MISSING', severity: 'INFO' },
    ]);
    expect(findingsOf('REG-33', centre('NURSING_STATION'))).toEqual([]);
    expect(findingsOf('REG-33', aHome({ division: WENSHAN }))).toBe('NOT_CONCERNED');
    expect(findingsOf('REG-33', { ...centre(), division: JIANGXI })).toBe('NOT_IN_FORCE_HERE');
  });

  it('REG-59 Jiangxi: a welfare home without infirmary and nursing station is told, and nothing is refused', () => {
    const home = (...kinds: string[]) =>
      findingsOf('REG-59', aHome({ division: JIANGXI, kind: 'WELFARE_HOME', units: kinds.map((kind) => unit(kind)) }));
    expect(home()).toMatchObject([{ code: 'WELFARE_HOME_UNITS_MISSING', severity: 'INFO' }]);
    expect(home('INFIRMARY')).toHaveLength(1);
    expect(home('INFIRMARY', 'NURSING_STATION')).toEqual([]);
  });

  it('REG-44 a rating without evidence of medical service is flagged', () => {
    const rated = (...evidence: MedicalServiceMode[]) =>
      findingsOf('REG-44', aHome({ facts: [aFact('STAR_RATING', { stars: 4, evidence })] }));
    expect(rated()).toMatchObject([{ code: 'RATING_WITHOUT_MEDICAL_SERVICE' }]);
    expect(rated('CONTRACT')).toEqual([]);
    expect(findingsOf('REG-44', aHome())).toBe('NOT_CONCERNED');
  });
});
