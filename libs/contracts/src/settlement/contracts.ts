import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { DesignationAppliedV1 } from './designation-applied.v1.js';
import { DesignationAcceptedV1 } from './designation-accepted.v1.js';
import { DesignationEvaluatedV1 } from './designation-evaluated.v1.js';
import { DesignationAgreementSignedV1 } from './designation-agreement-signed.v1.js';
import { DesignationActivatedV1 } from './designation-activated.v1.js';
import { DesignationSuspendedV1 } from './designation-suspended.v1.js';
import { DesignationTerminatedV1 } from './designation-terminated.v1.js';
import { DesignationDeadlineMissedV1 } from './designation-deadline-missed.v1.js';
import { DesignationDeadlineNearV1 } from './designation-deadline-near.v1.js';
import { ClaimAdjudicatedV1 } from './claim-adjudicated.v1.js';
import { ClaimAdjustedV1 } from './claim-adjusted.v1.js';
import { ClaimCancelledV1 } from './claim-cancelled.v1.js';

/** What settlement says, by event type. */
export const SETTLEMENT_CONTRACTS = {
  ...contractsOf(
    { producer: 'settlement', topic: TOPIC.designation, aggregate: 'designationId' },
    {
      [EVENT.designationAppliedV1]: DesignationAppliedV1,
      [EVENT.designationAcceptedV1]: DesignationAcceptedV1,
      [EVENT.designationEvaluatedV1]: DesignationEvaluatedV1,
      [EVENT.designationAgreementSignedV1]: DesignationAgreementSignedV1,
      [EVENT.designationActivatedV1]: DesignationActivatedV1,
      [EVENT.designationSuspendedV1]: DesignationSuspendedV1,
      [EVENT.designationTerminatedV1]: DesignationTerminatedV1,
      [EVENT.designationDeadlineMissedV1]: DesignationDeadlineMissedV1,
      [EVENT.designationDeadlineNearV1]: DesignationDeadlineNearV1,
    },
  ),
  ...contractsOf(
    { producer: 'settlement', topic: TOPIC.claim, aggregate: 'claimId' },
    {
      [EVENT.claimAdjudicatedV1]: ClaimAdjudicatedV1,
      [EVENT.claimAdjustedV1]: ClaimAdjustedV1,
      [EVENT.claimCancelledV1]: ClaimCancelledV1,
    },
  ),
};
