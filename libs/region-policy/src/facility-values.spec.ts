import { bandOf, type MedicalFacilityByBeds } from './facility-values.js';
import { isPolicyValue, type PolicyKey, type PolicyValue } from './parameters.js';
import { resolvePolicy } from './resolve-policy.js';
import { SEED_POLICY_SETS } from './sets/index.js';

function valueIn<K extends PolicyKey>(division: string, key: K): PolicyValue<K> {
  const found = resolvePolicy(SEED_POLICY_SETS, key, division, '2024-05-01');
  if (!found) throw new Error(`${key} is not set in ${division}`);
  return found.value;
}

const [NANJING, SHANGHAI, TONGREN] = ['320106', '310101', '520602'];

// P-01: [division, beds, kinds asked for; 'any', 'none' = the band asks for a liaison, undefined = nothing].
const FACILITIES: [string, number, string | undefined][] = [
  [NANJING, 1, 'NURSING_STATION,INFIRMARY'],
  [NANJING, 100, 'NURSING_STATION,INFIRMARY'],
  [NANJING, 101, 'INFIRMARY'],
  [NANJING, 200, 'INFIRMARY'],
  [NANJING, 201, 'NURSING_HOSPITAL'],
  [SHANGHAI, 149, undefined],
  [SHANGHAI, 150, 'any'],
  [SHANGHAI, 201, 'any'],
  [TONGREN, 49, 'none'],
  [TONGREN, 50, 'INFIRMARY and hospitals'],
  [TONGREN, 51, 'INFIRMARY and hospitals'],
];

describe('bands of beds', () => {
  it.each(FACILITIES)('P-01 D1 %s with %i beds sets up %s', (division, beds, expected) => {
    const band = bandOf(valueIn(division, 'medicalFacilityByBeds'), beds);
    const [first, ...others] = band?.kinds ?? [];
    const kinds = band?.kinds === null ? 'any' : band && !first ? 'none' : band?.kinds?.join();
    expect(others.length > 1 ? `${first} and hospitals` : kinds).toBe(expected);
  });

  it('D2 gives exactly 50 beds to the upper band, and to the lower one where a set says so', () => {
    const tongren = valueIn(TONGREN, 'medicalFacilityByBeds');
    const lower: MedicalFacilityByBeds = { ...tongren, boundaryBelongsTo: 'LOWER' };
    expect([49, 50, 51].map((beds) => bandOf(tongren, beds)?.toBeds)).toEqual([50, null, null]);
    expect([49, 50, 51].map((beds) => bandOf(lower, beds)?.toBeds)).toEqual([50, 50, null]);
  });

  it('P-01 lets neighbours and one site go without in Shanghai, a liaison stand in in Tongren, nothing in Nanjing', () => {
    expect(bandOf(valueIn(SHANGHAI, 'medicalFacilityByBeds'), 150)?.exemptSitings).toEqual(['ADJACENT', 'INTEGRATED']);
    expect(bandOf(valueIn(TONGREN, 'medicalFacilityByBeds'), 60)?.substitutes).toEqual(['LIAISON']);
    expect(bandOf(valueIn(NANJING, 'medicalFacilityByBeds'), 201)).toMatchObject({
      substitutes: [],
      exemptSitings: [],
    });
    expect(resolvePolicy(SEED_POLICY_SETS, 'medicalFacilityByBeds', '421202', '2024-05-01')).toBeUndefined();
  });

  it.each([
    [100, ['REHAB_AREA', 'REHAB_CENTRE'], false],
    [101, ['REHAB_CENTRE'], true],
  ])('P-02 Nanjing with %i beds: %j, professionals %j', (beds, facilities, needsProfessionals) => {
    const band = bandOf(valueIn(NANJING, 'rehabFacilityByBeds'), beds);
    expect(band).toMatchObject({ facilities, needsProfessionals });
  });

  it.each([
    [
      'bands out of order',
      [
        { fromBeds: 101, toBeds: null },
        { fromBeds: 0, toBeds: 100 },
      ],
    ],
    [
      'bands that overlap',
      [
        { fromBeds: 0, toBeds: 100 },
        { fromBeds: 99, toBeds: null },
      ],
    ],
    [
      'a band after an open one',
      [
        { fromBeds: 0, toBeds: null },
        { fromBeds: 101, toBeds: null },
      ],
    ],
    ['a band that ends before it starts', [{ fromBeds: 101, toBeds: 100 }]],
  ])('refuses %s', (_what, bounds) => {
    const bands = bounds.map((of) => ({ ...of, facilities: ['REHAB_AREA'], needsProfessionals: false }));
    expect(isPolicyValue('rehabFacilityByBeds', { boundaryBelongsTo: 'UPPER', bands })).toBe(false);
    expect(isPolicyValue('rehabFacilityByBeds', { boundaryBelongsTo: 'UPPER', bands: bands.slice(0, 0) })).toBe(true);
  });
});

describe('conversion of beds and prices', () => {
  it('P-45 has Jiangxi convert both ways, Beijing at a home with a branch, Tongren spare beds, others nothing', () => {
    const pairs = (division: string) =>
      valueIn(division, 'bedConversion').map(({ from, to, maxLevel, requires }) => [from, to, maxLevel, requires]);
    expect(pairs('360121')).toEqual([
      ['CARE', 'MEDICAL', null, null],
      ['MEDICAL', 'CARE', null, null],
      ['MEDICAL', 'CARE', 2, 'SURPLUS'],
    ]);
    expect(pairs('110111')).toEqual(
      ['REHAB', 'MEDICAL_NURSING', 'HOSPICE'].map((to) => ['CARE', to, null, 'MEDICAL_BRANCH']),
    );
    expect(pairs(TONGREN)).toEqual([['MEDICAL', 'CARE', null, 'SURPLUS']]);
    expect(pairs('421202')).toEqual([]);
  });

  it('P-41 prices the beds of public homes by the government in Nanjing and Xianning, by approval in Jiangxi', () => {
    const bedFee = (division: string) =>
      valueIn(division, 'priceRegime').find(
        ({ operationModes, items }) => operationModes.includes('PUBLIC_RUN') && items.includes('BED_FEE'),
      )?.regime;
    expect([bedFee(NANJING), bedFee('421202'), bedFee('360121')]).toEqual([
      'GOVERNMENT_PRICE',
      'GOVERNMENT_PRICE',
      'APPROVED_PRICE',
    ]);
    expect(valueIn(NANJING, 'priceRegime').at(-1)).toMatchObject({ regime: 'MARKET_PRICE' });
    expect(resolvePolicy(SEED_POLICY_SETS, 'priceRegime', '532601', '2024-05-01')).toBeUndefined();
  });
});
