import { contractsOf } from '../contract.js';
import { EVENT } from '../event.js';
import { TOPIC } from '../topic.js';
import { ElderRegisteredV1 } from './elder-registered.v1.js';
import { ElderInstitutionLinkedV1 } from './elder-institution-linked.v1.js';
import { ElderClientBoundV1 } from './elder-client-bound.v1.js';
import { ElderClientUnboundV1 } from './elder-client-unbound.v1.js';
import { ElderConsentGivenV1 } from './elder-consent-given.v1.js';
import { ElderConsentWithdrawnV1 } from './elder-consent-withdrawn.v1.js';
import { RecordAssessmentCompletedV1 } from './record-assessment-completed.v1.js';
import { RecordDocumentAddedV1 } from './record-document-added.v1.js';
import { RecordGrantOpenedV1 } from './record-grant-opened.v1.js';
import { RecordGrantEndedV1 } from './record-grant-ended.v1.js';

/** What health records says, by event type. */
export const HEALTH_RECORDS_CONTRACTS = {
  ...contractsOf(
    { producer: 'health-records', topic: TOPIC.elder, aggregate: 'elderId' },
    {
      [EVENT.elderRegisteredV1]: ElderRegisteredV1,
      [EVENT.elderInstitutionLinkedV1]: ElderInstitutionLinkedV1,
      [EVENT.elderClientBoundV1]: ElderClientBoundV1,
      [EVENT.elderClientUnboundV1]: ElderClientUnboundV1,
      [EVENT.elderConsentGivenV1]: ElderConsentGivenV1,
      [EVENT.elderConsentWithdrawnV1]: ElderConsentWithdrawnV1,
    },
  ),
  ...contractsOf(
    { producer: 'health-records', topic: TOPIC.record, aggregate: 'elderId' },
    {
      [EVENT.recordAssessmentCompletedV1]: RecordAssessmentCompletedV1,
      [EVENT.recordDocumentAddedV1]: RecordDocumentAddedV1,
      [EVENT.recordGrantOpenedV1]: RecordGrantOpenedV1,
      [EVENT.recordGrantEndedV1]: RecordGrantEndedV1,
    },
  ),
};
