import { isWithin, type CivilDate } from '@yiyang/standards';
import { countOf, type Indicator } from './indicator.js';

export interface AgreementFact {
  readonly careInstitutionId: string;
  readonly medicalInstitutionId: string;
  readonly signedOn: CivilDate;
  readonly validFrom: CivilDate;
  /** Last day, as agreed. */
  readonly validTo: CivilDate;
  /** Last day, where it ended before. */
  readonly endedOn: CivilDate | null;
  /** On the day that is counted. */
  readonly isSuspended: boolean;
}

/** 医养签约对数: pairs of a medical and a care institution with an agreement in force on the day. Source: standards §13 I03. */
export function agreementPairs(agreements: readonly AgreementFact[], on: CivilDate): Indicator {
  const inForce = agreements.filter(
    (agreement) =>
      !agreement.isSuspended &&
      agreement.signedOn <= on &&
      isWithin(on, agreement.validFrom, agreement.validTo) &&
      (agreement.endedOn === null || on <= agreement.endedOn),
  );
  const pairs = new Set(inForce.map((agreement) => `${agreement.careInstitutionId} ${agreement.medicalInstitutionId}`));
  return countOf('I03', '医养签约对数', pairs.size);
}
