import { explained, type Explained } from '@yiyang/decisions';
import type { ComplianceInput } from './compliance-input.js';
import { agreementsInForce, factsInForce, medicalKindsInside } from './house.js';
import { verdict, type Rule } from './verdict.js';

const CLAUSE = { clause: '(二); (四)', source: '003篇二 北京市; 003篇六 咸宁市' };

/**
 * Whether a care institution has medical service, and in which ways: a unit inside and an agreement in force prove
 * themselves, the others are stated. Source: REG-26.
 */
export function medicalCoverage(input: ComplianceInput): Explained<boolean> {
  const modes = [
    ...(medicalKindsInside(input).length > 0 ? ['INTERNAL'] : []),
    ...(agreementsInForce(input).length > 0 ? ['CONTRACT'] : []),
    ...factsInForce(input, 'MEDICAL_SERVICE_MODE').map(({ mode }) => mode),
    ...factsInForce(input, 'CO_LOCATED').map(() => 'ADJACENT'),
  ];
  const inputs = { on: input.on, modes: [...new Set(modes)] };
  return explained(modes.length > 0, { rule: 'REG-26', ...CLAUSE, inputs });
}

/** Every care institution has at least one way of getting medical service. Source: REG-26. */
export const medicallyCovered: Rule = {
  id: 'REG-26',
  zh: '养老机构医疗服务方式',
  part: 'INTEGRATED',
  clause: CLAUSE,
  check: (input) => {
    if (input.side !== 'CARE') return undefined;
    const { value, because } = medicalCoverage(input);
    const { modes = [] } = because.inputs;
    return verdict(value, {
      code: 'NOT_MEDICALLY_COVERED',
      severity: 'MAJOR',
      expected: { leastModes: 1 },
      actual: { modes },
    });
  },
};
