/** Somebody who is stored under the id number that is being registered. */
export interface Candidate {
  readonly elderId: string;
  readonly name: string;
  /** The first one stored under the number; the others wait for a decision by hand. */
  readonly isPrimary: boolean;
}

export type Match =
  | { readonly outcome: 'NEW' }
  | { readonly outcome: 'KNOWN'; readonly elderId: string }
  /** The number is known under another name: stored apart and queued, never merged by itself. */
  | { readonly outcome: 'NAME_DIFFERS'; readonly candidateId: string };

/** Is it the same person? By id number and name together. Source: REC-37. */
export function matchPerson(candidates: readonly Candidate[], name: string): Match {
  const same = candidates.find((candidate) => comparable(candidate.name) === comparable(name));
  if (same) return { outcome: 'KNOWN', elderId: same.elderId };
  const primary = candidates.find((candidate) => candidate.isPrimary) ?? candidates[0];
  return primary ? { outcome: 'NAME_DIFFERS', candidateId: primary.elderId } : { outcome: 'NEW' };
}

/** A name without what keyboards differ in: width, case, spaces and the dot of minority names. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・‧.]/gu, '')
    .toLowerCase();
}
