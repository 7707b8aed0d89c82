import type { Refusal } from '@yiyang/decisions';
import { DEFAULT_GUIDES } from '../default-guides.js';
import { pathsOf, publishGuide, type GuideParts } from './guide.js';

const step = { text: '申请书', legalBasis: 'law, clause 1' };
const whole: Required<GuideParts> = {
  flow: [step],
  conditions: [step],
  materials: [step],
  timeLimit: { workingDays: 10, legalBasis: 'law, clause 1' },
};
const refused = (parts: GuideParts) => {
  try {
    publishGuide(parts);
    return undefined;
  } catch (error) {
    const { code, detail } = error as Refusal;
    return { code, rule: detail.rule, fields: detail.fields?.map(({ path }) => path) };
  }
};

describe('publishGuide', () => {
  it('REG-11 publishes a guide with its four parts', () => {
    expect(publishGuide(whole)).toEqual(whole);
  });

  it.each(['flow', 'conditions', 'materials', 'timeLimit'] as const)('REG-11 refuses a guide without %s', (part) => {
    const { [part]: _, ...rest } = whole;
    expect(refused(rest)).toEqual({ code: 'GUIDE_PART_MISSING', rule: 'REG-11', fields: [part] });
  });

  it('REG-11 names every part that is empty', () => {
    expect(refused({ ...whole, flow: [], materials: [] })).toMatchObject({ fields: ['flow', 'materials'] });
  });

  it('REG-14 refuses a step, a material or a limit without legal basis', () => {
    const parts = { ...whole, materials: [step, { text: '照片' }], timeLimit: { workingDays: 10, legalBasis: ' ' } };
    expect(refused(parts)).toEqual({
      code: 'LEGAL_BASIS_MISSING',
      rule: 'REG-14',
      fields: ['materials[1].legalBasis', 'timeLimit.legalBasis'],
    });
  });

  it.each(DEFAULT_GUIDES)('REG-11 REG-14 ships a whole guide for $side $path', ({ parts }) => {
    expect(publishGuide(parts)).toEqual(parts);
  });
});

describe('pathsOf', () => {
  const sourced = <Value>(value: Value) => ({ value, clause: '', source: '', policyVersion: '' });
  const policy = {
    internalFilingTypes: sourced(['INFIRMARY']),
    twoInOneExcludedTypes: sourced(['EMERGENCY_STATION']),
    twoInOneMaxLevel: sourced(2),
  };

  it.each([
    ['CARE_HOME', 'CARE', ['FILING']],
    ['INFIRMARY', 'MEDICAL', ['FILING', 'APPROVAL']],
    ['NURSING_HOSPITAL', 'MEDICAL', ['TWO_IN_ONE', 'APPROVAL']],
    ['EMERGENCY_STATION', 'MEDICAL', ['APPROVAL']],
  ] as const)('REG-11 shows an applicant for %s the ways it may have to go', (code, side, paths) => {
    expect(pathsOf({ code, side }, policy)).toEqual(paths);
  });
});
