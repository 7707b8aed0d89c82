import { refusal } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';
import { addMonthsClipped, civilDateInShanghai, type CivilDate } from '@yiyang/standards';

export interface AgreementTerms {
  readonly content: string;
  readonly way: string;
  readonly cost: string;
  readonly duties: string;
  readonly items: readonly string[];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

const PARTS = ['content', 'way', 'cost', 'duties'] as const;

/**
 * What an agreement states before it is proposed: the four parts (CON-01), an item list where the rule applies (CON-02),
 * a term that does not end before it begins nor before today.
 */
export function assertComplete(terms: AgreementTerms, itemList: Sourced<boolean> | undefined, today: CivilDate): void {
  const empty = PARTS.filter((part) => terms[part].trim() === '');
  if (empty.length > 0)
    throw refusal('AGREEMENT_PART_MISSING', {
      rule: 'CON-01',
      clause: '003篇六(四)',
      fields: empty.map((part) => ({ path: part, rule: 'one of the four parts' })),
    });
  if (itemList?.value && terms.items.length === 0)
    throw refusal('SERVICE_ITEMS_MISSING', {
      rule: 'CON-02',
      ...sourceOf(itemList),
      inputs: { items: 0 },
      fields: [{ path: 'items', rule: 'at least one item' }],
    });
  if (terms.validTo < terms.validFrom || terms.validTo < today)
    throw refusal('AGREEMENT_TERM', {
      rule: 'CON-01',
      inputs: { validFrom: terms.validFrom, validTo: terms.validTo, today },
      fields: [{ path: 'validTo', rule: 'not before validFrom, not before today' }],
    });
}

export interface Between {
  readonly careInstitutionId: string;
  readonly medicalInstitutionId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

/** What continues an agreement joins the same parties and begins after its last day. */
export function assertContinues(next: Between, renewed: Between): void {
  const sameParties =
    next.careInstitutionId === renewed.careInstitutionId && next.medicalInstitutionId === renewed.medicalInstitutionId;
  if (sameParties && next.validFrom > renewed.validTo) return;
  throw refusal('AGREEMENT_RENEWAL', {
    rule: 'CON-01',
    inputs: { sameParties, renewedValidTo: renewed.validTo, validFrom: next.validFrom },
    fields: [{ path: sameParties ? 'validFrom' : 'renewsId', rule: 'the same parties, after the last day' }],
  });
}

export interface Signatures {
  readonly careSigned: boolean;
  readonly medicalSigned: boolean;
}

/** Each party signs once; with both signatures the agreement is signed. Source: state machine 8.3. */
export function addSignature(
  signatures: Signatures,
  as: 'CARE' | 'MEDICAL',
): Signatures & { readonly complete: boolean } {
  if (as === 'CARE' ? signatures.careSigned : signatures.medicalSigned)
    throw refusal('ALREADY_SIGNED', { rule: 'CON-01', inputs: { side: as } });
  const careSigned = signatures.careSigned || as === 'CARE';
  const medicalSigned = signatures.medicalSigned || as === 'MEDICAL';
  return { careSigned, medicalSigned, complete: careSigned && medicalSigned };
}

export interface Signed {
  readonly careSignedAt: Date | null;
  readonly medicalSignedAt: Date | null;
}

/** An end takes effect between the day of the second signature and today. */
export function assertTerminable(
  { careSignedAt, medicalSignedAt }: Signed,
  effectiveOn: CivilDate,
  today: CivilDate,
): void {
  const signedAt = Math.max(careSignedAt?.getTime() ?? 0, medicalSignedAt?.getTime() ?? 0);
  const signedOn = civilDateInShanghai(new Date(signedAt));
  if (effectiveOn > today)
    throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'effectiveOn', rule: `at most ${today}` }] });
  if (effectiveOn < signedOn)
    throw refusal('AGREEMENT_TERM', {
      rule: 'CON-01',
      inputs: { signedOn, effectiveOn },
      fields: [{ path: 'effectiveOn', rule: `at least ${signedOn}` }],
    });
}

export interface CheckCycle {
  readonly checkCycleMonths: number | null;
  readonly lastCheckedOn: CivilDate | null;
  readonly validFrom: CivilDate;
}

/** Last day for the next periodic check (定期检查): one cycle after the last one or after the first day. Source: CON-10. */
export function checkDueOn({ checkCycleMonths, lastCheckedOn, validFrom }: CheckCycle): CivilDate | null {
  return checkCycleMonths === null ? null : addMonthsClipped(lastCheckedOn ?? validFrom, checkCycleMonths);
}

/** Whether the periodic check is overdue on the day. Source: CON-10. */
export function isCheckOverdue(cycle: CheckCycle, on: CivilDate): boolean {
  const dueOn = checkDueOn(cycle);
  return dueOn !== null && dueOn < on;
}

/**
 * The cycle after a check of a day on which the agreement was in its term. It begins again with the latest check, also when
 * an earlier one is recorded after it. Source: CON-10.
 */
export function recordCheck(cycle: CheckCycle, checkedOn: CivilDate, today: CivilDate): CivilDate {
  if (checkedOn > today) throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'checkedOn', rule: `at most ${today}` }] });
  if (checkedOn < cycle.validFrom)
    throw refusal('AGREEMENT_TERM', {
      rule: 'CON-10',
      inputs: { validFrom: cycle.validFrom, checkedOn },
      fields: [{ path: 'checkedOn', rule: `at least ${cycle.validFrom}` }],
    });
  return cycle.lastCheckedOn !== null && cycle.lastCheckedOn > checkedOn ? cycle.lastCheckedOn : checkedOn;
}
