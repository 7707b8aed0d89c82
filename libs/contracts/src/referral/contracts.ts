import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { ReferralRequestedV1 } from './referral-requested.v1.js';
import { ReferralAcceptedV1 } from './referral-accepted.v1.js';
import { ReferralRejectedV1 } from './referral-rejected.v1.js';
import { ReferralCancelledV1 } from './referral-cancelled.v1.js';
import { ReferralExpiredV1 } from './referral-expired.v1.js';
import { ReferralClosedV1 } from './referral-closed.v1.js';
import { ReferralDispatchedV1 } from './referral-dispatched.v1.js';
import { ReferralReceivedV1 } from './referral-received.v1.js';
import { ReferralAdmittedV1 } from './referral-admitted.v1.js';
import { ReferralCompletedV1 } from './referral-completed.v1.js';
import { LedgerEntryAppendedV1 } from './ledger-entry-appended.v1.js';
import { ReferralResponseDeadlineMissedV1 } from './referral-response-deadline-missed.v1.js';
import { CareStateChangedV1 } from './care-state-changed.v1.js';
import { BedUseChangedV1 } from './bed-use-changed.v1.js';
import { BedUseReductionAnsweredV1 } from './bed-use-reduction-answered.v1.js';

/** What referral says, by event type. */
export const REFERRAL_CONTRACTS = {
  ...contractsOf(
    { producer: 'referral', topic: TOPIC.referral, aggregate: 'referralId' },
    {
      [EVENT.referralRequestedV1]: ReferralRequestedV1,
      [EVENT.referralAcceptedV1]: ReferralAcceptedV1,
      [EVENT.referralRejectedV1]: ReferralRejectedV1,
      [EVENT.referralCancelledV1]: ReferralCancelledV1,
      [EVENT.referralExpiredV1]: ReferralExpiredV1,
      [EVENT.referralClosedV1]: ReferralClosedV1,
      [EVENT.referralDispatchedV1]: ReferralDispatchedV1,
      [EVENT.referralReceivedV1]: ReferralReceivedV1,
      [EVENT.referralAdmittedV1]: ReferralAdmittedV1,
      [EVENT.referralCompletedV1]: ReferralCompletedV1,
      [EVENT.referralResponseDeadlineMissedV1]: ReferralResponseDeadlineMissedV1,
    },
  ),
  ...contractsOf(
    { producer: 'referral', topic: TOPIC.referral, aggregate: 'institutionId' },
    {
      [EVENT.ledgerEntryAppendedV1]: LedgerEntryAppendedV1,
    },
  ),
  ...contractsOf(
    { producer: 'referral', topic: TOPIC.careState, aggregate: 'elderId' },
    {
      [EVENT.careStateChangedV1]: CareStateChangedV1,
    },
  ),
  ...contractsOf(
    { producer: 'referral', topic: TOPIC.bedUse, aggregate: 'bedUseId' },
    {
      [EVENT.bedUseChangedV1]: BedUseChangedV1,
    },
  ),
  ...contractsOf(
    { producer: 'referral', topic: TOPIC.bedUse, aggregate: 'bedChangeId' },
    {
      [EVENT.bedUseReductionAnsweredV1]: BedUseReductionAnsweredV1,
    },
  ),
};
