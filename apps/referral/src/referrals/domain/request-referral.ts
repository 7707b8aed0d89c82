import { refusal } from '@yiyang/decisions';
import type { BedKind, CareStage, CivilDate, ReferralIndication, ReferralUrgency } from '@yiyang/standards';
import { findCoveringAgreement, type Agreement } from '../../agreements/domain/agreement.js';
import { sideOfBed } from '../../beds/domain/bed-use.js';
import { assertAlive, stateOf, type CareSituation } from '../../care-states/domain/care-state.js';
import { assertConsentToRefer, type Consent } from '../../elders/domain/consent.js';
import type { Elder } from '../../elders/domain/elder.js';
import { areOneHouse, canTakeIn, standsFor, type Institution } from '../../institutions/domain/institution.js';
import { assertDirection, assertIndicated } from './direction.js';
import type { Direction, RequestedReferral } from './referral.js';
import { answerLimit, type AnswerPolicy } from './time-limits.js';

/** What the sender asks for. */
export interface ReferralRequest {
  readonly direction: Direction;
  readonly urgency: ReferralUrgency;
  readonly stage?: CareStage | undefined;
  readonly indications: readonly ReferralIndication[];
  readonly bedKind?: BedKind | undefined;
}

/** What is known when the request arrives. */
export interface RequestFacts {
  readonly id: string;
  readonly now: Date;
  readonly today: CivilDate;
  readonly elder: Elder;
  readonly from: Institution;
  readonly to: Institution;
  readonly agreements: readonly Agreement[];
  readonly consent: Consent | undefined;
  readonly situation: CareSituation | undefined;
  /** The completed referral that this one continues. */
  readonly continues?: { readonly id: string; readonly chainId: string } | undefined;
  readonly answerPolicy: AnswerPolicy | undefined;
  /** Whether REF-07 applies at the receiver. */
  readonly needsConvalescentStage: boolean;
}

/**
 * A new request. Refuses without indication (REF-02), stage (REF-17) and, unless it is an emergency, agreement (REF-01)
 * and consent (REF-26); a receiver that takes nobody in (REF-29); a person who is elsewhere in hospital. Source: 8.4.
 */
export function requestReferral(request: ReferralRequest, facts: RequestFacts): RequestedReferral {
  const { elder, from, to, today } = facts;
  const { stage } = request;
  if (stage === undefined)
    throw refusal('STAGE_MISSING', {
      rule: 'REF-17',
      clause: '003篇七',
      fields: [{ path: 'stage', rule: 'a stage of care' }],
    });
  assertIndicated(request.indications, request.direction);
  assertParties(request, facts, stage);
  const isEmergency = request.urgency === 'EMERGENCY';
  const agreement = findCoveringAgreement(facts.agreements, { from, to, type: 'REFERRAL', on: today });
  if (!isEmergency && !agreement && !areOneHouse(from, to))
    throw refusal('NO_REFERRAL_AGREEMENT', { rule: 'REF-01', clause: '003篇六(四)', inputs: { on: today } });
  if (!isEmergency) assertConsentToRefer(facts.consent, { elderId: elder.id, receiver: to, on: today });
  const answer = isEmergency ? undefined : answerLimit(facts.answerPolicy, request.urgency, facts.now);
  return {
    status: 'REQUESTED',
    id: facts.id,
    version: 1,
    chainId: facts.continues?.chainId ?? facts.id,
    parentReferralId: facts.continues?.id ?? null,
    elderId: elder.id,
    direction: request.direction,
    urgency: request.urgency,
    stage,
    indications: request.indications,
    consentId: facts.consent?.elderId === elder.id ? facts.consent.id : null,
    agreementId: agreement?.id ?? null,
    bedKind: request.bedKind ?? null,
    fromInstitutionId: from.id,
    toInstitutionId: to.id,
    toSide: to.side,
    fromRegion: from.division,
    toRegion: to.division,
    residenceRegion: elder.residenceRegion,
    insuredRegion: elder.insuredRegion,
    requestedAt: facts.now,
    answerDueAt: answer?.value ?? null,
    answerMissedAt: null,
    because: answer?.because ?? null,
  };
}

function assertParties(request: ReferralRequest, facts: RequestFacts, stage: CareStage): void {
  const { from, to, situation } = facts;
  if (from.id === to.id)
    throw refusal('SAME_INSTITUTION', { fields: [{ path: 'toInstitutionId', rule: 'another institution' }] });
  assertAlive(situation);
  assertDirection(request.direction, from, to);
  if (request.bedKind && sideOfBed(request.bedKind) !== to.side)
    throw refusal('BED_KIND_NOT_THERE', { rule: 'REF-05', inputs: { bedKind: request.bedKind, side: to.side } });
  if (!canTakeIn(to))
    throw refusal('INSTITUTION_NOT_OPERATING', { rule: 'REF-29', inputs: { operation: to.operation } });
  if (to.side === 'CARE' && facts.needsConvalescentStage) assertConvalescentStage(stage);
  const liesAt = stateOf(situation) === 'INPATIENT' ? (situation?.institutionId ?? undefined) : undefined;
  if (liesAt !== undefined && !standsFor(from).includes(liesAt))
    throw refusal('ELDER_LIES_ELSEWHERE', { rule: 'REF-06' });
}

/** Refuses 休养 in a stage other than rehabilitation or stable. Source: REF-07 (003篇三(二)). */
export function assertConvalescentStage(stage: CareStage): void {
  if (stage === 'REHABILITATION' || stage === 'STABLE') return;
  throw refusal('STAGE_NOT_CONVALESCENT', { rule: 'REF-07', clause: '003篇三(二)', inputs: { stage } });
}
