import type { Feature } from '../feature.js';
import { ChangeRepository } from '../history/change.repository.js';
import { ElderCareScope } from './elder-care-scope.js';
import { InstitutionCommand } from './institution-command.js';
import { InstitutionController } from './institution.controller.js';
import { InstitutionRepository } from './institution.repository.js';
import { InstitutionService } from './institution.service.js';
import { IntegrationReview } from './integration-review.js';
import { NatureChangeAttempts } from './nature-change-attempts.js';
import { OperationRecorder } from './operation-recorder.js';
import { OperationController } from './operation.controller.js';
import { OperationService } from './operation.service.js';
import { QualificationRecorder } from './qualification-recorder.js';
import { QualificationController } from './qualification.controller.js';
import { QualificationService } from './qualification.service.js';
import { Qualifying } from './qualifying.js';
import { RegistrationService } from './registration.service.js';

export const INSTITUTION_FEATURE: Feature = {
  controllers: [InstitutionController, OperationController, QualificationController],
  providers: [
    InstitutionRepository,
    ChangeRepository,
    InstitutionCommand,
    InstitutionService,
    Qualifying,
    ElderCareScope,
    IntegrationReview,
    QualificationRecorder,
    QualificationService,
    OperationRecorder,
    OperationService,
    NatureChangeAttempts,
    RegistrationService,
  ],
};
