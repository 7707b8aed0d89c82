import type { Refusal } from '@yiyang/decisions';
import { assertMayFoundWard, type WardFounder } from './elder-ward.js';

const LUAN = { value: 'LEVEL_2_A', clause: '三(四)', source: '003篇十四 六安市', policyVersion: 'set@1' } as const;
const outcome = (founder: WardFounder | undefined) => {
  try {
    assertMayFoundWard(founder, LUAN);
    return 'allowed';
  } catch (error) {
    const { code, detail } = error as Refusal;
    return `${code} ${detail.rule}`;
  }
};
const REFUSED = 'WARD_FOUNDER_NOT_ELIGIBLE REG-58';

describe('assertMayFoundWard', () => {
  it.each([
    ['LEVEL_2_A', 'allowed'],
    ['LEVEL_2_B', REFUSED],
    ['LEVEL_3_C', 'allowed'],
    ['LEVEL_1_A', REFUSED],
    ['UNGRADED', REFUSED],
    [null, REFUSED],
  ])('REG-58 answers a TCM hospital of grade %s: %s', (grade, expected) => {
    expect(outcome({ kind: 'TCM_HOSPITAL', grade })).toBe(expected);
  });

  it('REG-58 is for TCM hospitals, and names one', () => {
    expect(outcome({ kind: 'GENERAL_HOSPITAL', grade: 'LEVEL_3_A' })).toBe(REFUSED);
    expect(outcome(undefined)).toBe(REFUSED);
  });
});
