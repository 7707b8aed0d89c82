import { factsInForce } from './house.js';
import { verdict, type Rule } from './verdict.js';

/**
 * A publicly built, privately run home keeps its welfare nature. A change without the approval of civil affairs was refused,
 * and that it was tried stays found until civil affairs approves a change or ends the matter. Source: REG-24, 003篇四.
 */
export const welfareNature: Rule = {
  id: 'REG-24',
  zh: '公建民营机构福利性质不变',
  part: 'CARE',
  clause: { source: '003篇四 北京市房山区', clause: '篇四' },
  beforeOperation: true,
  check: (input) => {
    const attempts = factsInForce(input, 'UNAPPROVED_NATURE_CHANGE');
    const { ownership } = input;
    if (ownership !== 'PUBLIC_BUILT_PRIVATE_RUN' && attempts.length === 0) return undefined;
    const [asked] = attempts;
    return verdict(attempts.length === 0, {
      code: 'NATURE_CHANGE_NOT_APPROVED',
      severity: 'MAJOR',
      expected: { approvedByCivilAffairs: true },
      actual: asked
        ? { approvedByCivilAffairs: false, ownership, asked: [asked.ownership, asked.profitNature] }
        : { ownership },
    });
  },
};
