/** What somebody who looks for a bed is told. */
export const AVAILABILITIES = ['HAS', 'NEEDS_ASSESSMENT', 'WAITLIST', 'NONE'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** A free bed, perhaps after an assessment; else a place on the waiting list, where one is kept. Source: C21. */
export function availabilityOf(beds: {
  readonly free: number;
  readonly needsAssessment: boolean;
  readonly hasWaitlist: boolean;
}): Availability {
  if (beds.free > 0) return beds.needsAssessment ? 'NEEDS_ASSESSMENT' : 'HAS';
  return beds.hasWaitlist ? 'WAITLIST' : 'NONE';
}
