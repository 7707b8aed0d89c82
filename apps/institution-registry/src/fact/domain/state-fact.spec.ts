import { assertStatable, endFact, parseStatement, subjectOf, successionOf, type Institution } from './state-fact.js';
import type { Stater } from './fact-type.js';
import type { FactTypeCode } from './fact-types.js';

const refusing = (code: string, ...paths: string[]) =>
  expect.objectContaining({
    code,
    detail: expect.objectContaining({
      ...(paths.length > 0 && { fields: paths.map((path) => expect.objectContaining({ path }) as object) }),
    }) as object,
  }) as Error;

const HOME: Institution = { id: 'home', side: 'CARE', division: '421202' };
const HOSPITAL: Institution = { id: 'hospital', side: 'MEDICAL', division: '421202' };
const nurse = { staffCode: 'N-07', staffRole: 'NURSE', engagement: 'RETIRED' };

describe('a statement', () => {
  const staff = (value: Record<string, unknown>) =>
    parseStatement({ type: 'STAFF_MEMBER', value: { ...nurse, ...value }, validFrom: '2024-01-01' });

  it('REG-36 keeps a retired nurse, insured or not', () => {
    expect(staff({}).value).toMatchObject({ engagement: 'RETIRED', accidentInsured: null });
    expect(staff({ accidentInsured: true }).value).toMatchObject({ accidentInsured: true });
  });

  it.each(['420281195001011234', '13800138000', '123456789', 'N 07', '', 'N-07-0000-0000-00'])(
    'has no place for what may identify a person outside the house: %s',
    (staffCode) => {
      expect(() => staff({ staffCode })).toThrow(refusing('MALFORMED_REQUEST', 'value.staffCode'));
    },
  );

  it('names every field that is wrong, unknown or missing, and no value', () => {
    const given = { engagement: 'RETIRED', staffRole: 'WIZARD', certifiedTo: '2024-02-30', 'a b': 1, mood: 'good' };
    expect(() => parseStatement({ type: 'STAFF_MEMBER', value: given, validFrom: '2024-01-01' })).toThrow(
      refusing(
        'MALFORMED_REQUEST',
        ...['value.?', 'value.mood', 'value.staffCode', 'value.staffRole', 'value.certifiedTo'],
      ),
    );
  });

  it('REG-34 refuses a proof that ends before it begins, or that has no beginning', () => {
    expect(() => staff({ certifiedFrom: '2024-02-01', certifiedTo: '2024-02-01' })).not.toThrow();
    const upsideDown = () => staff({ certifiedFrom: '2024-02-01', certifiedTo: '2024-01-31', trainedTo: '2024-02-01' });
    expect(upsideDown).toThrow(refusing('MALFORMED_REQUEST', 'value.certifiedTo', 'value.trainedTo'));
  });

  it('happens on one day where its type says so', () => {
    const drill = { type: 'SAFETY_EXERCISE', value: { exercise: 'EMERGENCY_DRILL' }, validFrom: '2023-05-01' } as const;
    expect(parseStatement(drill).validTo).toBe('2023-05-01');
    expect(() => parseStatement({ ...drill, validTo: '2023-05-02' })).toThrow(refusing('MALFORMED_REQUEST', 'validTo'));
  });

  it.each<[number, boolean]>([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ])('REG-44 takes 1 to 5 stars: %i', (stars, taken) => {
    const rating = () =>
      parseStatement({ type: 'STAR_RATING', value: { stars, evidence: ['STATION'] }, validFrom: '2024-01-01' });
    if (taken) expect(rating).not.toThrow();
    else expect(rating).toThrow(refusing('MALFORMED_REQUEST', 'value.stars'));
  });
});

describe('who may state what about whom', () => {
  const allow = (
    type: FactTypeCode,
    value: Record<string, unknown>,
    of: { institution?: Institution; partner?: Institution; by?: Stater; validFrom?: string },
  ) => {
    const { institution = HOME, partner, by = 'INSTITUTION', validFrom = '2024-01-01' } = of;
    const statement = parseStatement({ type, value, validFrom });
    return () => assertStatable(statement, { institution, partner, by, today: '2024-01-01' });
  };
  const station = { mode: 'STATION', partnerId: '01900000-0000-7000-8000-000000000003' };

  it('REG-25 opens a station of a medical institution in a care institution, not of another home', () => {
    expect(allow('MEDICAL_SERVICE_MODE', station, { partner: HOSPITAL })).not.toThrow();
    const partner = { ...HOME, id: 'other' };
    expect(allow('MEDICAL_SERVICE_MODE', station, { partner })).toThrow(
      refusing('FACT_PARTNER_NOT_ELIGIBLE', 'value.partnerId'),
    );
    expect(allow('MEDICAL_SERVICE_MODE', station, { institution: HOSPITAL, partner: HOSPITAL })).toThrow(
      refusing('FACT_OF_OTHER_SIDE', 'type'),
    );
  });

  it('REG-31 sets nobody beside itself', () => {
    const beside = { partnerId: station.partnerId, siting: 'ADJACENT', distanceMetres: 40 };
    expect(allow('CO_LOCATED', beside, { partner: HOME })).toThrow(
      refusing('FACT_PARTNER_NOT_ELIGIBLE', 'value.partnerId'),
    );
    expect(allow('CO_LOCATED', beside, { partner: HOSPITAL })).not.toThrow();
  });

  it('REG-42 states a capability of the medical side about no care institution', () => {
    const capability = { capability: 'HOSPICE' };
    expect(allow('CAPABILITY', capability, {})).toThrow(refusing('FACT_OF_OTHER_SIDE', 'type'));
    expect(allow('CAPABILITY', capability, { institution: HOSPITAL })).not.toThrow();
  });

  it.each<[FactTypeCode, Stater]>([
    ['SUPPORT_INSTITUTION', 'HEALTH'],
    ['ASSESSMENT_CENTRE', 'HEALTH'],
    ['OUTBREAK', 'HEALTH'],
  ])('%s is stated by %s and by nobody else', (type, stater) => {
    for (const by of ['INSTITUTION', 'HEALTH', 'CIVIL_AFFAIRS'] as const) {
      const stating = allow(type, {}, { institution: HOSPITAL, by });
      if (by === stater) expect(stating).not.toThrow();
      else expect(stating).toThrow(refusing('FACT_NOT_YOURS_TO_STATE'));
    }
  });

  it('REG-60 logs no drill of tomorrow', () => {
    const drill = { exercise: 'EMERGENCY_DRILL' };
    expect(allow('SAFETY_EXERCISE', drill, { validFrom: '2024-01-01' })).not.toThrow();
    expect(allow('SAFETY_EXERCISE', drill, { validFrom: '2024-01-02' })).toThrow(
      refusing('DATE_IN_FUTURE', 'validFrom'),
    );
  });
});

describe('facts of one subject', () => {
  const fact = (id: string, validFrom: string, validTo: string | null) => ({ id, validFrom, validTo });
  const after = (validFrom: string, validTo: string | null, ...others: ReturnType<typeof fact>[]) =>
    successionOf({ type: 'STAR_RATING', value: {}, validFrom, validTo }, others);

  it('follow each other: the earlier one ends the day before, one that is over stays as it is', () => {
    expect(after('2024-03-01', null, fact('a', '2023-01-01', null))).toEqual({ id: 'a', validTo: '2024-02-29' });
    expect(after('2024-03-01', null, fact('a', '2023-01-01', '2024-03-01'))).toEqual({
      id: 'a',
      validTo: '2024-02-29',
    });
    expect(after('2024-03-01', null, fact('a', '2023-01-01', '2024-02-29'))).toBeUndefined();
    expect(after('2022-01-01', '2022-12-31', fact('a', '2023-01-01', null))).toBeUndefined();
  });

  it('do not begin on one day, and none is stated across the beginning of a later one', () => {
    const a = fact('a', '2023-01-01', null);
    expect(() => after('2023-01-01', null, a)).toThrow(refusing('FACT_OVERLAPS', 'validFrom'));
    expect(() => after('2022-01-01', null, a)).toThrow(refusing('FACT_OVERLAPS', 'validTo'));
    expect(() => after('2022-01-01', '2023-01-01', a)).toThrow(refusing('FACT_OVERLAPS', 'validTo'));
  });

  it('are told apart by the fields that the type names; entries of a log by themselves', () => {
    const mode = (name: string) => ({ ...parseStatement(modeOf(name)) });
    const modeOf = (name: string) =>
      ({
        type: 'MEDICAL_SERVICE_MODE',
        value: { mode: name, partnerId: '01900000-0000-7000-8000-000000000003' },
        validFrom: '2024-01-01',
      }) as const;
    expect(subjectOf(mode('STATION'), 'id')).not.toBe(subjectOf(mode('BRANCH'), 'id'));
    const log = parseStatement({ type: 'CROSS_USE', value: {}, validFrom: '2024-01-01' });
    expect([subjectOf(log, 'one'), subjectOf(log, 'two')]).toEqual(['one', 'two']);
  });

  it('end on a day on which they hold', () => {
    const open = { type: 'STAR_RATING', validFrom: '2024-01-01', validTo: '2024-12-31' } as const;
    expect(endFact(open, '2024-01-01')).toBe('2024-01-01');
    expect(endFact(open, '2024-12-31')).toBe('2024-12-31');
    for (const endsOn of ['2023-12-31', '2025-01-01'])
      expect(() => endFact(open, endsOn)).toThrow(refusing('FACT_NOT_THEN', 'endsOn'));
  });
});
