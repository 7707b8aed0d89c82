import type { CurrentFinding } from '../../compliance/domain/finding-changes.js';

/** Findings that an institution would get and would lose; one that only gets other figures is neither. */
export function findingDifferences(
  before: readonly CurrentFinding[],
  after: readonly CurrentFinding[],
): { gained: CurrentFinding[]; lost: CurrentFinding[] } {
  const nameOf = ({ ruleId, subject, code, severity, status }: CurrentFinding) =>
    [ruleId, subject, code, severity, status].join(' ');
  const [had, has] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))];
  return {
    gained: after.filter((finding) => !had.has(nameOf(finding))),
    lost: before.filter((finding) => !has.has(nameOf(finding))),
  };
}
