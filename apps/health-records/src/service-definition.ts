import type { ServiceDefinition } from '@yiyang/service';
import { AccessLogConsumer } from './access-log/access-log.consumer.js';
import { AccessLogController } from './access-log/access-log.controller.js';
import { AccessLogService } from './access-log/access-log.service.js';
import { AssessmentReadsService } from './assessments/assessment-reads.service.js';
import { AssessmentRecorder } from './assessments/assessment-recorder.js';
import { AssessmentTermsReader } from './assessments/assessment-terms.js';
import { AssessmentController } from './assessments/assessment.controller.js';
import { AssessmentRepository } from './assessments/assessment.repository.js';
import { AssessmentService } from './assessments/assessment.service.js';
import { ConsentReadsService } from './consents/consent-reads.service.js';
import { ConsentRecorder } from './consents/consent-recorder.js';
import { ConsentController } from './consents/consent.controller.js';
import { ConsentRepository } from './consents/consent.repository.js';
import { ConsentService } from './consents/consent.service.js';
import { DocumentRecorder } from './documents/document-recorder.js';
import { DocumentController } from './documents/document.controller.js';
import { DocumentRepository } from './documents/document.repository.js';
import { DocumentService } from './documents/document.service.js';
import { InstitutionConsumer } from './institutions/institution.consumer.js';
import { healthRecordsMigrations } from './migrations/index.js';
import { ClientBindingService } from './people/client-binding.service.js';
import { ElderReadsService } from './people/elder-reads.service.js';
import { ElderController } from './people/elder.controller.js';
import { ElderRepository } from './people/elder.repository.js';
import { People } from './people/people.js';
import { PersonIndex } from './people/person-index.js';
import { PersonIndexWorker } from './people/person-index.worker.js';
import { PersonVault } from './people/person-vault.js';
import { RegistrationService } from './people/registration.service.js';
import { DisclosureGate } from './record/disclosure-gate.js';
import { RecordReader } from './record/record-reader.js';
import { RecordController } from './record/record.controller.js';
import { RecordService } from './record/record.service.js';
import { REFUSALS } from './refusals.js';
import { GrantRepository } from './relations/grant.repository.js';
import { ReadGrantConsumer } from './relations/read-grant.consumer.js';
import { ReadGrants } from './relations/read-grants.js';
import { RelationRepository } from './relations/relation.repository.js';
import { ResidentConsumer } from './relations/resident.consumer.js';
import { SERVICE } from './service-name.js';

export const definition: ServiceDefinition = {
  name: SERVICE,
  port: 8083,
  title: { zh: '健康档案', en: 'Health records' },
  migrations: healthRecordsMigrations,
  refusals: REFUSALS,
  controllers: [
    ElderController,
    ConsentController,
    AssessmentController,
    DocumentController,
    RecordController,
    AccessLogController,
    InstitutionConsumer,
    ResidentConsumer,
    ReadGrantConsumer,
    AccessLogConsumer,
  ],
  providers: [
    ...[PersonVault, PersonIndex, PersonIndexWorker, People, ElderRepository, RegistrationService],
    ...[ElderReadsService, ClientBindingService],
    ...[RelationRepository, GrantRepository],
    ...[ConsentRepository, ConsentRecorder, ConsentService, ConsentReadsService],
    ...[AssessmentRepository, AssessmentTermsReader, AssessmentRecorder, AssessmentService, AssessmentReadsService],
    ...[DocumentRepository, DocumentRecorder, DocumentService],
    ...[DisclosureGate, RecordReader, RecordService, AccessLogService],
  ],
  deadlines: ReadGrants,
};
