import { aHome, anAgreement, policyFor, TONGREN } from '../testing/an-input.js';
import { assessCompliance } from './assess-compliance.js';
import type { ComplianceInput } from './compliance-input.js';
import { findingChanges, findingsOf, type OpenFinding } from './finding-changes.js';

const look = (input: ComplianceInput) => {
  const outcomes = assessCompliance(input, policyFor(input));
  const current = findingsOf(outcomes, 'HEALTH_LEADS');
  return { outcomes, current };
};
const opened = (input: ComplianceInput): OpenFinding[] =>
  look(input).current.map((finding, i) => ({ ...finding, id: `f${i}` }));
const change = (before: ComplianceInput, after: ComplianceInput) => {
  const { outcomes, current } = look(after);
  const { raise, resolve, refresh } = findingChanges(opened(before), current, outcomes);
  return {
    raise: raise.map(({ ruleId, status }) => `${ruleId} ${status}`),
    resolve: resolve.map(({ finding, because }) => `${finding.ruleId} ${because}`),
    refresh: refresh.map(({ finding }) => finding.ruleId),
  };
};

const home = aHome({ division: TONGREN, carebeds: 60 });
const withLiaison = {
  ...home,
  agreements: [anAgreement({ types: ['LIAISON'], partner: { division: TONGREN } })],
};

describe('changes of findings', () => {
  it('are none while nothing changed, in whatever order the figures are kept', () => {
    expect(change(home, home)).toEqual({ raise: [], resolve: [], refresh: [] });
    const turned = opened(home).map((finding) => ({
      ...finding,
      actual: Object.fromEntries(Object.entries(finding.actual).reverse()),
    }));
    const { outcomes, current } = look(home);
    expect(findingChanges(turned, current, outcomes)).toEqual({ raise: [], resolve: [], refresh: [] });
  });

  it('REG-19 an open finding becomes a substituted one: one is superseded, one is raised', () => {
    const changes = change(home, withLiaison);
    expect(changes.raise).toEqual(['REG-19 SUBSTITUTED']);
    expect(changes.resolve).toEqual(['REG-19 SUPERSEDED', 'REG-26 CAUSE_ENDED', 'CON-04 CAUSE_ENDED']);
  });

  it('refresh the figures of a finding that stays', () => {
    expect(change(home, { ...home, beds: [{ kind: 'CARE', operating: 61 }] })).toEqual({
      raise: [],
      resolve: [],
      refresh: ['REG-19'],
    });
  });

  it('resolve everything when the institution closes, and not as if it had been put right', () => {
    const { raise, resolve } = change(home, { ...home, operationState: 'CLOSED' });
    expect(raise).toEqual([]);
    expect(resolve.every((text) => text.endsWith('RULE_NOT_APPLIED'))).toBe(true);
  });
});
