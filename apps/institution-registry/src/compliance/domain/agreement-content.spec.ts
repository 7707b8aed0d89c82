import {
  aHome,
  aLiaisonForm,
  anAgreement,
  aPartner,
  findingsOf,
  NANJING,
  outcomeOf,
  TONGREN,
  XIANNING,
} from '../testing/an-input.js';

const FIVE = ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'];

describe('what agreements have to say', () => {
  const home = (of: Parameters<typeof anAgreement>[0], division = XIANNING, on = '2024-05-20') =>
    aHome({ division: division, on, agreements: [anAgreement(of)] });

  it('CON-03 names the mechanism that is missing', () => {
    const without = (missing: string) => ({ mechanisms: FIVE.filter((mechanism) => mechanism !== missing) });
    expect(findingsOf('CON-03', home({ mechanisms: FIVE }))).toEqual([]);
    expect(findingsOf('CON-03', home(without('ROUNDS')))).toMatchObject([
      { subject: 'agreement', code: 'MECHANISMS_MISSING', actual: { missing: ['ROUNDS'] } },
    ]);
  });

  it('CON-03 asks for the mechanisms of the region: Nanjing has a list of its own', () => {
    expect(findingsOf('CON-03', home({ mechanisms: FIVE }, NANJING))).toMatchObject([
      { actual: { missing: ['HEALTH_MANAGEMENT', 'HEALTH_CONSULTATION'] } },
    ]);
    expect(outcomeOf('CON-03', home({}, NANJING))).toMatchObject({ source: { source: '宁政办发〔2017〕105号' } });
  });

  it('CON-03 concerns agreements in force only', () => {
    expect(findingsOf('CON-03', home({ mechanisms: [], validTo: '2024-05-19' }))).toBe('NOT_CONCERNED');
  });

  it('CON-07 Tongren: a 40-bed home with a liaison partner of another county and no reason', () => {
    const small = (of: { inOtherCounty: boolean; hasReason: boolean }, division = TONGREN) =>
      findingsOf(
        'CON-07',
        aHome({
          division,
          carebeds: 40,
          liaisonForms: [aLiaisonForm({ partner: aPartner({ division: '520603' }), ...of })],
        }),
      );
    expect(small({ inOtherCounty: true, hasReason: false })).toMatchObject([
      { subject: 'form', code: 'PARTNER_OUTSIDE_COUNTY', actual: { division: '520603' } },
    ]);
    expect(small({ inOtherCounty: true, hasReason: true })).toEqual([]);
    expect(small({ inOtherCounty: false, hasReason: false })).toEqual([]);
    expect(small({ inOtherCounty: true, hasReason: false }, XIANNING)).toBe('NOT_IN_FORCE_HERE');
    expect(findingsOf('CON-07', aHome({ division: TONGREN }))).toBe('NOT_CONCERNED');
  });

  it.each([
    ['2024-07-01', []],
    ['2024-07-02', [{ code: 'CHECK_OVERDUE', actual: { lastCheckedOn: '2024-01-01', dueOn: '2024-07-01' } }]],
  ])('CON-10 a cycle of 6 months, last checked 2024-01-01, seen on %s', (on, findings) => {
    const agreement = { checkCycleMonths: 6, lastCheckedOn: '2024-01-01', validFrom: '2023-06-01' };
    expect(findingsOf('CON-10', home(agreement, XIANNING, on))).toMatchObject(findings);
  });

  it('CON-10 counts from the first day where nothing was checked, and not where no cycle was agreed', () => {
    const since = (validFrom: string, checkCycleMonths: number | null = 6) => home({ validFrom, checkCycleMonths });
    expect(findingsOf('CON-10', since('2023-11-20'))).toEqual([]);
    expect(findingsOf('CON-10', since('2023-11-19'))).toMatchObject([{ code: 'CHECK_OVERDUE' }]);
    expect(outcomeOf('CON-10', since('2023-11-20'))).toMatchObject({ verdict: { changesOn: '2024-05-21' } });
    expect(findingsOf('CON-10', since('2020-01-01', null))).toEqual([]);
  });

  it.each([
    [42, 1],
    [30.1, 1],
    [30, 0],
    [0, 0],
  ])('CON-12 a partner at %d km: %i warnings', (kilometres, warnings) => {
    const place = { latitude: 30 + kilometres / 111.195, longitude: 114 };
    const findings = findingsOf('CON-12', home({ partner: { place } }));
    expect(findings).toHaveLength(warnings);
    if (warnings > 0)
      expect(findings).toMatchObject([{ code: 'PARTNER_FAR', severity: 'INFO', actual: { kilometres } }]);
  });

  it('CON-12 warns of no distance where one of the two has no place', () => {
    expect(findingsOf('CON-12', home({}))).toEqual([]);
    const placed = home({ partner: { place: { latitude: 40, longitude: 114 } } });
    expect(findingsOf('CON-12', { ...placed, place: null })).toEqual([]);
  });
});
