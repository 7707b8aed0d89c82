import { EVENT } from '../event.js';
import designationAppliedV1 from './designation-applied.v1.example.json';
import designationAcceptedV1 from './designation-accepted.v1.example.json';
import designationEvaluatedV1 from './designation-evaluated.v1.example.json';
import designationAgreementSignedV1 from './designation-agreement-signed.v1.example.json';
import designationActivatedV1 from './designation-activated.v1.example.json';
import designationSuspendedV1 from './designation-suspended.v1.example.json';
import designationTerminatedV1 from './designation-terminated.v1.example.json';
import designationDeadlineMissedV1 from './designation-deadline-missed.v1.example.json';
import designationDeadlineNearV1 from './designation-deadline-near.v1.example.json';
import claimAdjudicatedV1 from './claim-adjudicated.v1.example.json';
import claimAdjustedV1 from './claim-adjusted.v1.example.json';
import claimCancelledV1 from './claim-cancelled.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const SETTLEMENT_EXAMPLES: Record<string, unknown> = {
  [EVENT.designationAppliedV1]: designationAppliedV1,
  [EVENT.designationAcceptedV1]: designationAcceptedV1,
  [EVENT.designationEvaluatedV1]: designationEvaluatedV1,
  [EVENT.designationAgreementSignedV1]: designationAgreementSignedV1,
  [EVENT.designationActivatedV1]: designationActivatedV1,
  [EVENT.designationSuspendedV1]: designationSuspendedV1,
  [EVENT.designationTerminatedV1]: designationTerminatedV1,
  [EVENT.designationDeadlineMissedV1]: designationDeadlineMissedV1,
  [EVENT.designationDeadlineNearV1]: designationDeadlineNearV1,
  [EVENT.claimAdjudicatedV1]: claimAdjudicatedV1,
  [EVENT.claimAdjustedV1]: claimAdjustedV1,
  [EVENT.claimCancelledV1]: claimCancelledV1,
};
