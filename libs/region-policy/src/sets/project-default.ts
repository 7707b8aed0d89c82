import { NATION } from '@yiyang/standards';
import { PROJECT_DEFAULT, UNDATED, clausesOf, seedSet } from './seed-set.js';

const clause = clausesOf(PROJECT_DEFAULT);

/**
 * What holds where no region says otherwise: column "Default if none" of requirements §2, the timers of standards §9.4 and
 * what the nation says (P-32). A division has one set.
 */
export const PROJECT_DEFAULTS = seedSet({
  name: 'PROJECT-DEFAULT',
  division: NATION,
  validFrom: UNDATED,
  values: {
    'designation.minOperatingMonths': { value: 3, source: clause('P-10') },
    'designation.evaluationMaxMonths': { value: null, source: clause('P-11') },
    'designation.agreementMaxWorkingDays': { value: null, source: clause('P-12') },
    'designation.schemes': { value: ['EMPLOYEE', 'RESIDENT'], source: clause('P-13') },
    paymentMethods: { value: ['FEE_FOR_SERVICE'], source: clause('P-14') },
    losExclusion: { value: 'NONE', source: clause('P-16') },
    ltci: { value: [], source: clause('P-17') },
    deductibleContinuity: { value: false, source: clause('P-15') },
    checkupNotifyMonths: { value: 1, source: clause('P-18') },
    reusableQualifications: { value: [], source: clause('P-20') },
    eligibleHolderTypes: { value: null, source: clause('P-20') },
    elderCareCertificates: {
      value: ['CONSTRUCTION', 'FIRE', 'FOOD_SAFETY', 'SANITATION'],
      source: clause('P-20'),
    },
    internalFilingTypes: { value: ['CLINIC', 'CLINIC_ROOM', 'INFIRMARY', 'NURSING_STATION'], source: clause('P-21') },
    twoInOneMaxLevel: { value: 2, source: clause('REG-06') },
    twoInOneExcludedTypes: {
      value: [
        'EMERGENCY_CENTRE',
        'EMERGENCY_STATION',
        'CLINICAL_LABORATORY',
        'SINO_FOREIGN_JOINT',
        'HONG_KONG_MACAO_TAIWAN_SOLE',
      ],
      source: clause('P-22'),
    },
    monitoringCycle: { value: 'QUARTERLY', source: clause('P-33') },
    supervisionModel: { value: 'HEALTH_LEADS', source: clause('P-34') },
    insuranceDepartment: { value: 'HEALTHCARE_SECURITY', source: clause('D10') },
    homeVisitFee: { value: 'OFF', source: clause('P-35') },
    homeServiceInsurances: { value: [], source: clause('P-36') },
    insurancePrepayment: { value: false, source: clause('P-39') },
    globalBudget: { value: false, source: clause('P-39') },
    bedConversion: { value: [], source: clause('P-45') },
    'greenChannel.limitWorkingDays': { value: 10, source: clause('REG-13') },
    'greenChannel.warningWorkingDays': { value: 2, source: clause('REG-13') },
    'agreement.expiryWarningDays': { value: 30, source: clause('CON-04') },
    'agreement.checkCycleMonths': { value: 6, source: clause('CON-10') },
    'alliance.visitGraceDays': { value: 16, source: clause('CON-23') },
    'agreement.distanceWarningKm': { value: 30, source: clause('CON-12') },
    'agreement.mechanisms': {
      value: ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'],
      source: clause('CON-03'),
    },
    fireDrillMonths: { value: 12, source: clause('REG-60') },
    transitionalUse: { value: { years: 5, noticeMonths: 6 }, source: clause('REG-56') },
    bedListingKinds: {
      value: ['REHAB', 'NURSING', 'MEDICAL_NURSING', 'ELDER_NURSING', 'HOSPICE', 'CARE'],
      source: clause('REG-47'),
    },
    bedListingMaxAgeHours: { value: 24, source: clause('REG-47') },
    'designation.evaluationWarningDays': { value: 15, source: clause('SET-03') },
    demonstration: {
      value: {
        minOperatingYears: 5,
        minOccupancy: '0.60',
        occupancyYears: 2,
        dependentShareAbove: '0.50',
        minSatisfaction: '0.95',
        incidentFreeYears: 5,
        banYears: 3,
        cycleYears: 2,
        placesPerRound: 100,
        geriatricDeptAboveNationalAverage: true,
        minMedicalCoverage: '1',
      },
      source: { document: '003篇七 全国医养结合示范创建', clause: '创建标准' },
    },
    ageBounds: { value: { healthManagement: 65, statistics: 60, oldOld: 80 }, source: clause('P-42') },
    'referral.answerMinutes': {
      value: { EMERGENCY: 15, URGENT: 30, ROUTINE: 1440 },
      source: clause('REF-14; standards 9.4'),
    },
    'referral.expiryHours': {
      value: { UP: 24, CARE_TO_MED: 24, LATERAL: 24, DOWN: 48, MED_TO_CARE: 48 },
      source: clause('standards 9.4'),
    },
    acceptedReferralValidityDays: { value: 7, source: clause('standards 9.4') },
    bedHoldHours: { value: 24, source: clause('standards 9.4') },
    bedHoldExtensions: { value: 1, source: clause('standards 9.4') },
    transferDocumentHours: { value: 24, source: clause('REF-24') },
    grantTailDays: { value: 30, source: clause('REF-27') },
    followUpDays: { value: 7, source: clause('REF-19') },
    'chain.maxGapDays': { value: 7, source: clause('standards 10.2') },
    'chain.crossYear': { value: false, source: clause('standards 16') },
    'assessment.adjustmentMode': { value: 'single', source: clause('standards 5') },
    'assessment.validityMonths': { value: 12, source: clause('standards 5') },
    'settlement.ungradedBillingLevel': { value: 1, source: clause('standards 4.3') },
  },
});
