import { careAreaFlags } from './care-area.js';

const JIANGXI = { value: true, clause: '六(十八)', source: '赣卫老龄字〔2023〕5号', policyVersion: 'set@1' };

describe('careAreaFlags', () => {
  it.each([false, null])('REG-38 flags an elder-care area that is separated: %s', (separated) => {
    expect(careAreaFlags(separated, JIANGXI)).toMatchObject([
      { rule: 'REG-38', severity: 'MAJOR', clause: '六(十八)' },
    ]);
  });

  it('REG-38 flags nothing where it is separated, or where the rule does not apply', () => {
    expect(careAreaFlags(true, JIANGXI)).toEqual([]);
    expect(careAreaFlags(false, undefined)).toEqual([]);
  });
});
