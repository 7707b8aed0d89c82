import { EVENT } from '../event.js';
import referralRequestedV1 from './referral-requested.v1.example.json';
import referralAcceptedV1 from './referral-accepted.v1.example.json';
import referralRejectedV1 from './referral-rejected.v1.example.json';
import referralCancelledV1 from './referral-cancelled.v1.example.json';
import referralExpiredV1 from './referral-expired.v1.example.json';
import referralClosedV1 from './referral-closed.v1.example.json';
import referralDispatchedV1 from './referral-dispatched.v1.example.json';
import referralReceivedV1 from './referral-received.v1.example.json';
import referralAdmittedV1 from './referral-admitted.v1.example.json';
import referralCompletedV1 from './referral-completed.v1.example.json';
import ledgerEntryAppendedV1 from './ledger-entry-appended.v1.example.json';
import referralResponseDeadlineMissedV1 from './referral-response-deadline-missed.v1.example.json';
import careStateChangedV1 from './care-state-changed.v1.example.json';
import bedUseChangedV1 from './bed-use-changed.v1.example.json';
import bedUseReductionAnsweredV1 from './bed-use-reduction-answered.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const REFERRAL_EXAMPLES: Record<string, unknown> = {
  [EVENT.referralRequestedV1]: referralRequestedV1,
  [EVENT.referralAcceptedV1]: referralAcceptedV1,
  [EVENT.referralRejectedV1]: referralRejectedV1,
  [EVENT.referralCancelledV1]: referralCancelledV1,
  [EVENT.referralExpiredV1]: referralExpiredV1,
  [EVENT.referralClosedV1]: referralClosedV1,
  [EVENT.referralDispatchedV1]: referralDispatchedV1,
  [EVENT.referralReceivedV1]: referralReceivedV1,
  [EVENT.referralAdmittedV1]: referralAdmittedV1,
  [EVENT.referralCompletedV1]: referralCompletedV1,
  [EVENT.ledgerEntryAppendedV1]: ledgerEntryAppendedV1,
  [EVENT.referralResponseDeadlineMissedV1]: referralResponseDeadlineMissedV1,
  [EVENT.careStateChangedV1]: careStateChangedV1,
  [EVENT.bedUseChangedV1]: bedUseChangedV1,
  [EVENT.bedUseReductionAnsweredV1]: bedUseReductionAnsweredV1,
};
