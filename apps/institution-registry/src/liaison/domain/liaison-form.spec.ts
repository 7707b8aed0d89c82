import { Refusal } from '@yiyang/decisions';
import { assertInUse, assertStaffed, isInOtherCounty, type Staffing } from './liaison-form.js';

const source = { clause: '(二)', source: '003篇三 铜仁市', policyVersion: 'set@1' };
const least = { value: { doctors: 1, nurses: 1 }, ...source };
const missing = (named: Staffing, min: typeof least | undefined = least) => {
  try {
    assertStaffed(named, min);
  } catch (error) {
    return (error as Refusal).detail.fields?.map(({ path }) => path);
  }
  return [];
};

describe('a liaison form', () => {
  it('CON-08 names one doctor and one nurse; what is missing is named', () => {
    expect(missing({ doctors: 1, nurses: 1 })).toEqual([]);
    expect(missing({ doctors: 1, nurses: 0 })).toEqual(['nurses']);
    expect(missing({ doctors: 0, nurses: 1 })).toEqual(['doctors']);
    expect(missing({ doctors: 0, nurses: 0 })).toEqual(['doctors', 'nurses']);
  });

  it('CON-08 asks for as many as the region says, and for nobody where none says so', () => {
    const two = { ...least, value: { doctors: 2, nurses: 1 } };
    expect(missing({ doctors: 1, nurses: 1 }, two)).toEqual(['doctors']);
    expect(missing({ doctors: 2, nurses: 1 }, two)).toEqual([]);
    expect(() => assertStaffed({ doctors: 0, nurses: 0 }, undefined)).not.toThrow();
  });

  it('CON-07 sees that a partner is in another county', () => {
    expect(isInOtherCounty({ division: '520602' }, { division: '520602' })).toBe(false);
    expect(isInOtherCounty({ division: '520602' }, { division: '520603' })).toBe(true);
  });

  it('changes only while it is in use', () => {
    expect(() => assertInUse('ACTIVE')).not.toThrow();
    expect(() => assertInUse('ENDED')).toThrow(expect.objectContaining({ code: 'LIAISON_FORM_STATE' }) as Error);
  });
});
