import type { ServiceDefinition } from '@yiyang/service';
import { AgreementConsumer } from './agreements/agreement.consumer.js';
import { AgreementRepository } from './agreements/agreement.repository.js';
import { BedPoolRepository } from './beds/bed-pool.repository.js';
import { BedReductions } from './beds/bed-reductions.js';
import { BedReductionsConsumer } from './beds/bed-reductions.consumer.js';
import { BedUseController } from './beds/bed-use.controller.js';
import { BedUseRepository } from './beds/bed-use.repository.js';
import { BedUseService } from './beds/bed-use.service.js';
import { Beds } from './beds/beds.js';
import { CareStateController } from './care-states/care-state.controller.js';
import { CareStateRepository } from './care-states/care-state.repository.js';
import { CareStateService } from './care-states/care-state.service.js';
import { CareStates } from './care-states/care-states.js';
import { CareRelations } from './elders/care-relations.js';
import { ElderCopy } from './elders/elder-copy.js';
import { ElderConsumer } from './elders/elder.consumer.js';
import { ElderRepository } from './elders/elder.repository.js';
import { InstitutionCopy } from './institutions/institution-copy.js';
import { InstitutionConsumer } from './institutions/institution.consumer.js';
import { InstitutionRepository } from './institutions/institution.repository.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { Ledger } from './ledger/ledger.js';
import { LedgerService } from './ledger/ledger.service.js';
import { referralMigrations } from './migrations/index.js';
import { ElderReferrals } from './referrals/elder-referrals.js';
import { EmergencyPapersConsumer } from './referrals/emergency-papers.consumer.js';
import { References } from './referrals/references.js';
import { ReferralAdmissionService } from './referrals/referral-admission.service.js';
import { ReferralAnswerService } from './referrals/referral-answer.service.js';
import { ReferralCompletionService } from './referrals/referral-completion.service.js';
import { ReferralDeadlines } from './referrals/referral-deadlines.js';
import { ReferralOpening } from './referrals/referral-opening.js';
import { ReferralPolicies } from './referrals/referral-policies.js';
import { ReferralQueryService } from './referrals/referral-query.service.js';
import { ReferralRequestService } from './referrals/referral-request.service.js';
import { ReferralTransferService } from './referrals/referral-transfer.service.js';
import { ReferralAnnouncements } from './referrals/referral.announcements.js';
import { ReferralController } from './referrals/referral.controller.js';
import { ReferralDesk } from './referrals/referral.desk.js';
import { ReferralRepository } from './referrals/referral.repository.js';
import { Reservations } from './referrals/reservations.js';
import { StayEnds } from './referrals/stay-ends.js';
import { TimeLimits } from './referrals/time-limits.js';
import { TransferPlans } from './referrals/transfer-plans.js';
import { refusals } from './refusals.js';
import { MoveIns } from './stays/move-ins.js';
import { StayController } from './stays/stay.controller.js';
import { StayRepository } from './stays/stay.repository.js';
import { StayService } from './stays/stay.service.js';
import { Whereabouts } from './stays/whereabouts.js';

const copies = [InstitutionCopy, InstitutionRepository, AgreementRepository, ElderCopy, ElderRepository];
const beds = [BedPoolRepository, BedUseRepository, BedUseService, Beds, BedReductions, CareRelations];
const people = [CareStateRepository, CareStates, CareStateService, StayRepository, Whereabouts, MoveIns, StayService];
const ledgers = [Ledger, LedgerService];
const referralParts = [
  ReferralRepository,
  ReferralPolicies,
  ReferralAnnouncements,
  TimeLimits,
  TransferPlans,
  Reservations,
  ReferralOpening,
  ElderReferrals,
  References,
  StayEnds,
  ReferralDesk,
];
const referralServices = [
  ReferralRequestService,
  ReferralAnswerService,
  ReferralTransferService,
  ReferralAdmissionService,
  ReferralCompletionService,
  ReferralQueryService,
];

export const definition: ServiceDefinition = {
  name: 'referral',
  port: 8082,
  title: { zh: '转诊与转介', en: 'Referral and care transfer' },
  migrations: referralMigrations,
  refusals,
  controllers: [
    ...[ReferralController, StayController, CareStateController, BedUseController, LedgerController],
    ...[InstitutionConsumer, BedReductionsConsumer, AgreementConsumer, ElderConsumer, EmergencyPapersConsumer],
  ],
  providers: [...copies, ...beds, ...people, ...ledgers, ...referralParts, ...referralServices],
  deadlines: ReferralDeadlines,
};
