import { refusal } from '@yiyang/decisions';
import type { CareStage, CareState, CivilDate } from '@yiyang/standards';
import { stateOf, type CareSituation } from '../../care-states/domain/care-state.js';
import type { RecordDocument } from '../../elders/domain/elder.js';
import { assertNotBefore, assertNotInFuture } from '../../stays/domain/stay-dates.js';
import { assertAllowed } from './allowed.js';
import type { By } from './answer-referral.js';
import type { AdmittedReferral, CompletedReferral, Destination, Referral } from './referral.js';
import { assertConvalescentStage } from './request-referral.js';

/** How a stay ends, as the receiver says. */
export interface Completion {
  readonly dischargedOn: CivilDate;
  readonly destination: Destination;
  readonly stage?: CareStage | undefined;
  readonly dischargeStandard?: string | undefined;
}

/** What is known when the stay ends. */
export interface CompletionFacts {
  readonly today: CivilDate;
  readonly summary: RecordDocument | undefined;
  /** Institutions whose summary counts: the receiver, its host and its units. */
  readonly summaryFrom: readonly string[];
  /** A care bed is kept for the elder, or, where REF-06 does not apply, still theirs. */
  readonly hasCareBed: boolean;
  readonly nextReferralId: string | null;
  /** Whether REF-07 applies at the receiver. */
  readonly needsConvalescentStage: boolean;
}

const SUMMARIES = ['DISCHARGE_SUMMARY', 'RETURN_RECORD', 'INPATIENT_SUMMARY', 'NURSING_SUMMARY'];
/** Destinations that name the next institution by referring on. Source: standards §12.3. */
const REFERRED_ON: readonly Destination[] = ['HOSPITAL', 'NURSING_HOSPITAL', 'OTHER_HOSPITAL', 'PRIMARY_CARE'];
/** Who dies or leaves against advice has met no discharge standard and may leave no summary. */
const UNPLANNED: readonly Destination[] = ['DECEASED', 'AGAINST_ADVICE'];

/**
 * The stay ends: with a discharge standard (REF-02), a stage (REF-17) and a summary in the record; into the kept care bed
 * only in rehabilitation or stable stage (REF-07). Sources: requirements 8.4, 8.5; standards §9.4.
 */
export function completeReferral(
  referral: Referral,
  by: By,
  completion: Completion,
  facts: CompletionFacts,
): CompletedReferral {
  assertAllowed(referral, 'complete', by.institutionIds);
  const admitted = referral as AdmittedReferral;
  assertNotInFuture('dischargedOn', completion.dischargedOn, facts.today);
  assertNotBefore('dischargedOn', completion.dischargedOn, admitted.admittedOn);
  if (completion.stage === undefined)
    throw refusal('STAGE_MISSING', {
      rule: 'REF-17',
      clause: '003篇七',
      fields: [{ path: 'stage', rule: 'a stage of care' }],
    });
  assertDestination(completion, facts);
  assertPapers(admitted, completion, facts);
  return {
    ...admitted,
    status: 'COMPLETED',
    dischargedOn: completion.dischargedOn,
    destination: completion.destination,
    dischargeStage: completion.stage,
    dischargeStandard: completion.dischargeStandard ?? null,
    summaryDocumentId: facts.summary?.id ?? null,
    nextReferralId: facts.nextReferralId,
    completedAt: by.now,
  };
}

/**
 * Where the elder is after the stay; undefined = nothing changes, because the next institution takes over or because the
 * region does not keep the two states apart. Sources: REF-07; requirements 8.5.
 */
export function careStateAfter(
  completed: CompletedReferral,
  facts: { readonly situation: CareSituation | undefined; readonly ref07Applies: boolean },
): CareState | undefined {
  if (completed.nextReferralId !== null) return undefined;
  const before = stateOf(facts.situation);
  const after = stateAt(completed.destination, facts.ref07Applies);
  if (after === before) return undefined;
  return completed.destination === 'CARE_BED' && before !== 'INPATIENT' ? undefined : after;
}

function stateAt(destination: Destination, ref07Applies: boolean): CareState {
  if (destination === 'DECEASED') return 'DECEASED';
  if (destination !== 'CARE_BED') return 'HOME_CARE';
  return ref07Applies ? 'CONVALESCENT' : 'RESIDENT_STABLE';
}

function assertDestination(completion: Completion, facts: CompletionFacts): void {
  const { destination, stage } = completion;
  const isReferredOn = facts.nextReferralId !== null;
  if (REFERRED_ON.includes(destination) && !isReferredOn)
    throw refusal('NEXT_REFERRAL_MISSING', {
      fields: [{ path: 'referOn', rule: 'who takes over' }],
      inputs: { destination },
    });
  if (isReferredOn && !REFERRED_ON.includes(destination) && destination !== 'CARE_BED')
    throw refusal('DESTINATION_CONFLICT', {
      fields: [{ path: 'destination', rule: 'of the next institution' }],
      inputs: { destination },
    });
  if (destination !== 'CARE_BED') return;
  if (facts.needsConvalescentStage && stage !== undefined) assertConvalescentStage(stage);
  if (!isReferredOn && !facts.hasCareBed) throw refusal('NO_KEPT_BED', { rule: 'REF-07', clause: '003篇三(二)' });
}

function assertPapers(referral: AdmittedReferral, completion: Completion, facts: CompletionFacts): void {
  if (UNPLANNED.includes(completion.destination)) return;
  if (completion.dischargeStandard === undefined)
    throw refusal('DISCHARGE_STANDARD_MISSING', {
      rule: 'REF-02',
      clause: '003篇六(四)',
      fields: [{ path: 'dischargeStandard', rule: 'code of the standard met' }],
    });
  const { summary } = facts;
  const fits =
    summary !== undefined &&
    summary.elderId === referral.elderId &&
    (summary.referralId === null || summary.referralId === referral.id) &&
    facts.summaryFrom.includes(summary.institutionId) &&
    SUMMARIES.includes(summary.documentType);
  if (!fits)
    throw refusal('SUMMARY_MISSING', {
      clause: 'standards 9.4',
      fields: [{ path: 'summaryDocumentId', rule: 'a summary of this stay in the record of this elder' }],
    });
}
