import type { Refusal } from '@yiyang/decisions';
import { changeRegistration, type Registration } from './registration.js';

const home: Registration = {
  name: '示范公建民营养老院',
  level: null,
  grade: null,
  ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
  profitNature: 'NON_PROFIT',
};
const change = (before: Registration, changes: Partial<Registration>, civilAffairsApprovalNo?: string) => {
  try {
    const asked = { ...before, ...changes };
    return changeRegistration(before, {
      asked,
      effectiveOn: '2024-05-01',
      today: '2024-05-01',
      civilAffairsApprovalNo,
    });
  } catch (error) {
    const { code, detail } = error as Refusal;
    return `${code} ${detail.rule ?? ''}`.trim();
  }
};

describe('changeRegistration', () => {
  it('REG-24 keeps a publicly built, privately run home non-profit without the approval of civil affairs', () => {
    expect(change(home, { profitNature: 'FOR_PROFIT' })).toBe('NATURE_CHANGE_NOT_APPROVED REG-24');
    expect(change(home, { ownership: 'PRIVATE_RUN' })).toBe('NATURE_CHANGE_NOT_APPROVED REG-24');
    expect(change(home, { profitNature: 'FOR_PROFIT' }, '民批〔2024〕1号')).toMatchObject({
      profitNature: 'FOR_PROFIT',
    });
  });

  it('REG-24 asks for no approval of another change, or of another home', () => {
    expect(change(home, { name: '新名称' })).toMatchObject({ name: '新名称' });
    expect(change({ ...home, ownership: 'PRIVATE_RUN' }, { profitNature: 'FOR_PROFIT' })).toMatchObject({
      profitNature: 'FOR_PROFIT',
    });
  });

  it('changes today at the latest', () => {
    const step = { asked: home, effectiveOn: '2024-05-02', today: '2024-05-01' };
    expect(() => changeRegistration(home, step)).toThrow('DATE_IN_FUTURE');
  });
});
