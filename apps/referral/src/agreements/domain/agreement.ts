import { refusal } from '@yiyang/decisions';
import { isWithin, type AgreementType, type CivilDate } from '@yiyang/standards';
import { standsFor, type Institution } from '../../institutions/domain/institution.js';

/** A cooperation agreement that both sides signed. One that lacks a part of CON-01 cannot be signed, so it is not here. */
export interface Agreement {
  readonly id: string;
  readonly careInstitutionId: string;
  readonly medicalInstitutionId: string;
  readonly types: readonly string[];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  /** Last day when it ended early. */
  readonly endedOn: CivilDate | null;
  /** First day of a suspension that nobody has cured. */
  readonly suspendedFrom: CivilDate | null;
}

/** Is the agreement in force on the day? Both ends are inclusive. Source: state machine 8.3. */
export function isInForce({ validFrom, validTo, endedOn, suspendedFrom }: Agreement, on: CivilDate): boolean {
  const isSuspended = suspendedFrom !== null && suspendedFrom <= on;
  return isWithin(on, validFrom, validTo) && (endedOn === null || on <= endedOn) && !isSuspended;
}

/**
 * The agreement that lets the two refer to each other on the day; a host's agreement covers its units, a unit's does not
 * cover its host. Sources: REF-01, CON-01; architecture §4.
 */
export function findCoveringAgreement(
  agreements: readonly Agreement[],
  between: {
    readonly from: Institution;
    readonly to: Institution;
    readonly type: AgreementType;
    readonly on: CivilDate;
  },
): Agreement | undefined {
  const from = standsFor(between.from);
  const to = standsFor(between.to);
  const joins = ({ careInstitutionId: care, medicalInstitutionId: medical }: Agreement) =>
    (from.includes(care) && to.includes(medical)) || (from.includes(medical) && to.includes(care));
  return agreements.find(
    (agreement) => agreement.types.includes(between.type) && isInForce(agreement, between.on) && joins(agreement),
  );
}

/**
 * The medical institution that a home without a named receiver refers to: its only contracted partner of the day. Refuses
 * when there is none, or more than one to choose from. Source: REF-28 (003篇四).
 */
export function contractedPartner(agreements: readonly Agreement[], on: CivilDate): string {
  const live = agreements.filter((agreement) => agreement.types.includes('REFERRAL') && isInForce(agreement, on));
  const partners = [...new Set(live.map((agreement) => agreement.medicalInstitutionId))];
  const [only, ...others] = partners;
  if (only !== undefined && others.length === 0) return only;
  throw refusal('RECEIVER_MISSING', {
    rule: 'REF-28',
    clause: '003篇四',
    fields: [{ path: 'toInstitutionId', rule: 'needed unless there is one contracted partner' }],
    alternatives: partners.map((institutionId) => ({ institutionId })),
  });
}
