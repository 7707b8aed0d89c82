import { BED_KINDS, CARE_INSTITUTION_KINDS, findTerm, isWithin, type CivilDate } from '@yiyang/standards';
import type { FactTypeCode, FactValueOf } from '../../fact/domain/fact-types.js';
import { isLive, type QualificationFact } from '../../institution/domain/integrated-status.js';
import type { OperationState } from '../../institution/domain/operation.js';
import type { CareAgreement, ComplianceInput, FactOf, Housemate } from './compliance-input.js';

/** Elder-care institution (养老机构): people live there; day care and other services of the community are not meant. */
export function isHome({ kind, side }: ComplianceInput): boolean {
  return side === 'CARE' && findTerm(CARE_INSTITUTION_KINDS, kind)?.setting === 'INSTITUTION';
}

/** Beds in operation inside the institution; a bed in an elder's own home needs no facility here. */
export function bedsInside({ beds }: ComplianceInput): number {
  return beds
    .filter(({ kind }) => findTerm(BED_KINDS, kind)?.place === 'INSTITUTION')
    .reduce((sum, { operating }) => sum + operating, 0);
}

type Provider = Pick<Housemate, 'operationState' | 'qualifications'>;

const STOPPED: readonly OperationState[] = ['SUSPENDED', 'CLOSED', 'FORCED_EXIT'];

function isMedical(qualifications: readonly QualificationFact[], on: CivilDate): boolean {
  return qualifications.some((qualification) => qualification.side === 'MEDICAL' && isLive(qualification, on));
}

/** Whether an institution can give medical service on a day: qualified, and neither stopped nor closed. */
export function givesMedicalService({ operationState, qualifications }: Provider, on: CivilDate): boolean {
  return !STOPPED.includes(operationState) && isMedical(qualifications, on);
}

/** The same of an institution with everything under its roof, as its partners count it. */
export function canServe({ operationState, qualifications, units, host, on }: ComplianceInput): boolean {
  const others = [...units, ...(host ? [host] : [])].flatMap((housemate) => housemate.qualifications);
  return givesMedicalService({ operationState, qualifications: [...qualifications, ...others] }, on);
}

/** Kinds of the medical institutions under one roof: units, a medical host, its own medical qualification. */
export function medicalKindsInside({ kind, qualifications, units, host, on }: ComplianceInput): string[] {
  const others = [...units, ...(host ? [host] : [])].filter((housemate) => givesMedicalService(housemate, on));
  return [...(isMedical(qualifications, on) ? [kind] : []), ...others.map((other) => other.kind)];
}

/** Agreements within their term with a partner that can serve. */
export function agreementsInForce({ agreements, on }: ComplianceInput): CareAgreement[] {
  return agreements.filter(
    ({ validFrom, validTo, partner }) => isWithin(on, validFrom, validTo) && givesMedicalService(partner, on),
  );
}

/** Is a partner that can serve named by a liaison form in use, or by an agreement in force that says so? */
export function hasLiaison(input: ComplianceInput): boolean {
  const named = input.liaisonForms.some(({ partner }) => givesMedicalService(partner, input.on));
  return named || agreementsInForce(input).some(({ types }) => types.includes('LIAISON'));
}

/** What is stated of one type, in force or not. */
export function statedFacts<T extends FactTypeCode>(input: ComplianceInput, type: T): FactOf<T>[] {
  return (input.facts as readonly FactOf<FactTypeCode>[]).filter((fact): fact is FactOf<T> => fact.type === type);
}

export function factsInForce<T extends FactTypeCode>(input: ComplianceInput, type: T): FactValueOf<T>[] {
  return statedFacts(input, type)
    .filter(({ validFrom, validTo }) => isWithin(input.on, validFrom, validTo))
    .map(({ value }) => value);
}
