import { EVENT } from '../event.js';
import elderRegisteredV1 from './elder-registered.v1.example.json';
import elderInstitutionLinkedV1 from './elder-institution-linked.v1.example.json';
import elderClientBoundV1 from './elder-client-bound.v1.example.json';
import elderClientUnboundV1 from './elder-client-unbound.v1.example.json';
import elderConsentGivenV1 from './elder-consent-given.v1.example.json';
import elderConsentWithdrawnV1 from './elder-consent-withdrawn.v1.example.json';
import recordAssessmentCompletedV1 from './record-assessment-completed.v1.example.json';
import recordDocumentAddedV1 from './record-document-added.v1.example.json';
import recordGrantOpenedV1 from './record-grant-opened.v1.example.json';
import recordGrantEndedV1 from './record-grant-ended.v1.example.json';

/** Frozen example envelopes; never edited once published. */
export const HEALTH_RECORDS_EXAMPLES: Record<string, unknown> = {
  [EVENT.elderRegisteredV1]: elderRegisteredV1,
  [EVENT.elderInstitutionLinkedV1]: elderInstitutionLinkedV1,
  [EVENT.elderClientBoundV1]: elderClientBoundV1,
  [EVENT.elderClientUnboundV1]: elderClientUnboundV1,
  [EVENT.elderConsentGivenV1]: elderConsentGivenV1,
  [EVENT.elderConsentWithdrawnV1]: elderConsentWithdrawnV1,
  [EVENT.recordAssessmentCompletedV1]: recordAssessmentCompletedV1,
  [EVENT.recordDocumentAddedV1]: recordDocumentAddedV1,
  [EVENT.recordGrantOpenedV1]: recordGrantOpenedV1,
  [EVENT.recordGrantEndedV1]: recordGrantEndedV1,
};
