import { Refusal } from '@yiyang/decisions';
import { applicationPath, type PathPolicy, type PathQuestion } from './application-path.js';

const sourced = <Value>(value: Value) => ({ value, clause: '(二)', source: '003篇六', policyVersion: 'set@1' });
const XIANNING: PathPolicy = {
  internalFilingTypes: sourced(['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION']),
  twoInOneExcludedTypes: sourced([
    'EMERGENCY_CENTRE',
    'EMERGENCY_STATION',
    'CLINICAL_LABORATORY',
    'SINO_FOREIGN_JOINT',
    'HONG_KONG_MACAO_TAIWAN_SOLE',
  ]),
  twoInOneMaxLevel: sourced(2),
};
const WENSHAN: PathPolicy = {
  ...XIANNING,
  twoInOneExcludedTypes: sourced(['EMERGENCY_CENTRE', 'EMERGENCY_STATION', 'CLINICAL_LABORATORY']),
};
const unit = (kind: string, more: Partial<PathQuestion> = {}): PathQuestion => ({
  kind,
  side: 'MEDICAL',
  hostSide: 'CARE',
  investmentOrigin: 'DOMESTIC',
  ...more,
});
const codeOf = (decide: () => unknown): string => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.detail.rule}`;
    throw error;
  }
  return 'allowed';
};

describe('applicationPath', () => {
  it('REG-04 lets a care institution file, with the clause', () => {
    const path = applicationPath({ kind: 'CARE_HOME', side: 'CARE', investmentOrigin: 'DOMESTIC' }, XIANNING);
    expect(path).toMatchObject({ value: 'FILING', because: { rule: 'REG-04', clause: '一(二)' } });
  });

  it('REG-04 refuses a licence request for a care institution', () => {
    const ask = () =>
      applicationPath(
        { kind: 'CARE_HOME', side: 'CARE', investmentOrigin: 'DOMESTIC', requestedPath: 'APPROVAL' },
        XIANNING,
      );
    expect(codeOf(ask)).toBe('LICENCE_NOT_NEEDED REG-04');
  });

  it.each(['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'])('REG-05 lets an internal %s file only', (kind) => {
    expect(applicationPath(unit(kind), XIANNING)).toMatchObject({
      value: 'FILING',
      because: { rule: 'REG-05', clause: '(二)' },
    });
    expect(codeOf(() => applicationPath(unit(kind, { requestedPath: 'APPROVAL' }), XIANNING))).toBe(
      'FILING_ONLY REG-05',
    );
  });

  it('REG-05 gives the filing path to units of care institutions only', () => {
    expect(applicationPath(unit('INFIRMARY', { hostSide: 'MEDICAL' }), XIANNING).value).toBe('APPROVAL');
  });

  it.each([
    [1, 'TWO_IN_ONE'],
    [2, 'TWO_IN_ONE'],
    [3, 'APPROVAL'],
  ])('REG-06 sends a nursing hospital of level %i run by a care institution to %s', (level, path) => {
    expect(applicationPath(unit('NURSING_HOSPITAL', { level }), XIANNING)).toMatchObject({
      value: path,
      because: { rule: 'REG-06' },
    });
  });

  it('REG-06 keeps the normal path for a medical institution that stands alone', () => {
    const alone = { kind: 'GENERAL_HOSPITAL', side: 'MEDICAL', level: 3, investmentOrigin: 'DOMESTIC' } as const;
    expect(applicationPath(alone, XIANNING).value).toBe('APPROVAL');
  });

  it('REG-07 refuses two-in-one to capital from Hong Kong, Macao or Taiwan in Xianning and accepts it in Wenshan', () => {
    const asked = unit('OUTPATIENT_DEPARTMENT', {
      level: 1,
      investmentOrigin: 'HONG_KONG_MACAO_TAIWAN_SOLE',
      requestedPath: 'TWO_IN_ONE',
    });
    expect(codeOf(() => applicationPath(asked, XIANNING))).toBe('TWO_IN_ONE_EXCLUDED REG-07');
    expect(applicationPath(asked, WENSHAN).value).toBe('TWO_IN_ONE');
  });

  it('REG-07 refuses two-in-one to an emergency station in both regions', () => {
    const asked = unit('EMERGENCY_STATION', { requestedPath: 'TWO_IN_ONE' });
    for (const policy of [XIANNING, WENSHAN])
      expect(codeOf(() => applicationPath(asked, policy))).toBe('TWO_IN_ONE_EXCLUDED REG-07');
  });
});
