import type { Migration } from '@yiyang/persistence';
import { CreateRegistryTables1764000001000 } from './1764000001000-create-registry-tables.js';
import { CreateInstitutionChange1764000001010 } from './1764000001010-create-institution-change.js';
import { ExtendApplication1764000001100 } from './1764000001100-extend-application.js';
import { ExtendInstitution1764000001110 } from './1764000001110-extend-institution.js';
import { CreateGuide1764000001120 } from './1764000001120-create-guide.js';
import { DraftApplications1764000001130 } from './1764000001130-draft-applications.js';
import { ApproveEstablishmentFirst1764000001140 } from './1764000001140-approve-establishment-first.js';
import { DropIntegratedSince1764000001150 } from './1764000001150-drop-integrated-since.js';
import { CreateBedChanges1764000001200 } from './1764000001200-create-bed-changes.js';
import { CreateDesignationCopy1764000001210 } from './1764000001210-create-designation-copy.js';
import { CreateInstitutionFact1764000001300 } from './1764000001300-create-institution-fact.js';
import { CreateFinding1764000001400 } from './1764000001400-create-finding.js';
import { ReviewKnownInstitutions1764000001410 } from './1764000001410-review-known-institutions.js';
import { ExtendAgreement1764000001500 } from './1764000001500-extend-agreement.js';
import { CreateLiaisonForm1764000001510 } from './1764000001510-create-liaison-form.js';
import { CreateAlliance1764000001520 } from './1764000001520-create-alliance.js';
import { AddAgreementDistance1764000001530 } from './1764000001530-add-agreement-distance.js';
import { CreatePolicySets1764000001600 } from './1764000001600-create-policy-sets.js';
import { CreatePriceLists1764000001700 } from './1764000001700-create-price-lists.js';
import { CreateSurveys1764000001710 } from './1764000001710-create-surveys.js';
import { KeepSurveySender1764000001711 } from './1764000001711-keep-survey-sender.js';
import { CreateComplaints1764000001720 } from './1764000001720-create-complaints.js';

/** In the order of their numbers. */
export const registryMigrations: readonly Migration[] = [
  CreateRegistryTables1764000001000,
  CreateInstitutionChange1764000001010,
  ExtendApplication1764000001100,
  ExtendInstitution1764000001110,
  CreateGuide1764000001120,
  DraftApplications1764000001130,
  ApproveEstablishmentFirst1764000001140,
  DropIntegratedSince1764000001150,
  CreateBedChanges1764000001200,
  CreateDesignationCopy1764000001210,
  CreateInstitutionFact1764000001300,
  CreateFinding1764000001400,
  ReviewKnownInstitutions1764000001410,
  ExtendAgreement1764000001500,
  CreateLiaisonForm1764000001510,
  CreateAlliance1764000001520,
  AddAgreementDistance1764000001530,
  CreatePolicySets1764000001600,
  CreatePriceLists1764000001700,
  CreateSurveys1764000001710,
  KeepSurveySender1764000001711,
  CreateComplaints1764000001720,
];
