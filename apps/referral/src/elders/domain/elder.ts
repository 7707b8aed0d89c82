/** What referral knows of an elder: where they live and are insured, nothing about who they are. */
export interface Elder {
  readonly id: string;
  readonly residenceRegion: string;
  readonly insuredRegion: string;
}

/** The three regions of every row about a person. Source: architecture §6. */
export interface Regions {
  readonly serviceRegion: string;
  readonly residenceRegion: string;
  readonly insuredRegion: string;
}

/** The regions of something that happens to the elder at a place. */
export function regionsOf(elder: Elder, serviceRegion: string): Regions {
  return { serviceRegion, residenceRegion: elder.residenceRegion, insuredRegion: elder.insuredRegion };
}

/** A document in the elder's record; its content stays in health-records. */
export interface RecordDocument {
  readonly id: string;
  readonly elderId: string;
  readonly documentType: string;
  readonly institutionId: string;
  /** Referral whose stay it tells of; null where it names none. */
  readonly referralId: string | null;
}
