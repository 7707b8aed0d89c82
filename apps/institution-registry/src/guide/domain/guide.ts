import { refusal } from '@yiyang/decisions';
import type { ApplicationPath, PathPolicy } from '../../application/domain/application-path.js';
import { legalBasisMissing } from '../../application/domain/application.js';

export interface GuideStep {
  readonly text: string;
  readonly legalBasis?: string;
}

export interface GuideTimeLimit {
  readonly workingDays: number;
  readonly legalBasis?: string;
}

/** The four parts of a guide: items and flow, conditions, materials, time limit. Source: REG-11. */
export interface GuideParts {
  readonly flow?: readonly GuideStep[];
  readonly conditions?: readonly GuideStep[];
  readonly materials?: readonly GuideStep[];
  readonly timeLimit?: GuideTimeLimit;
}

const LISTS = ['flow', 'conditions', 'materials'] as const;

/**
 * A guide tells everything at once, so it is not published while a part is empty (REG-11), and what it asks for stands in
 * a law (REG-14).
 */
export function publishGuide(parts: GuideParts): Required<GuideParts> {
  const { flow = [], conditions = [], materials = [], timeLimit } = parts;
  const lists = { flow, conditions, materials };
  const empty: string[] = LISTS.filter((part) => lists[part].length === 0);
  if (!timeLimit) empty.push('timeLimit');
  if (!timeLimit || empty.length > 0)
    throw refusal('GUIDE_PART_MISSING', {
      rule: 'REG-11',
      clause: '003篇六(二); 002 三.4',
      fields: empty.map((path) => ({ path, rule: 'one of the four parts' })),
    });
  const unfounded = LISTS.flatMap((part) =>
    lists[part].flatMap(({ legalBasis }, at) => (isBlank(legalBasis) ? [`${part}[${at}].legalBasis`] : [])),
  );
  if (isBlank(timeLimit.legalBasis)) unfounded.push('timeLimit.legalBasis');
  if (unfounded.length > 0) throw legalBasisMissing(unfounded);
  return { ...lists, timeLimit };
}

const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';

/**
 * The ways that an applicant for this kind may have to go: a care institution files; a medical one is approved, or, inside
 * a care institution, files or takes the two in one. Sources: REG-04 to REG-07.
 */
export function pathsOf(kind: { code: string; side: 'MEDICAL' | 'CARE' }, policy: PathPolicy): ApplicationPath[] {
  if (kind.side === 'CARE') return ['FILING'];
  if (policy.internalFilingTypes.value.includes(kind.code)) return ['FILING', 'APPROVAL'];
  return policy.twoInOneExcludedTypes.value.includes(kind.code) ? ['APPROVAL'] : ['TWO_IN_ONE', 'APPROVAL'];
}
