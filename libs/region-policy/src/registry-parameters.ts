import {
  AGREEMENT_MECHANISMS,
  BED_KINDS,
  HOME_SERVICE_INSURANCES,
  HOSPITAL_GRADES,
  INVESTMENT_ORIGINS,
  MEDICAL_INSTITUTION_KINDS,
  PRIORITY_WINDOW_SERVICES,
  REUSABLE_QUALIFICATIONS,
} from '@yiyang/standards';
import { codeOf, listOf, nullable, oneOf, shape, wholeNumber } from './check.js';
import { bedConversion, medicalFacilityByBeds, priceRegime, rehabFacilityByBeds } from './facility-values.js';
import type { Parameter } from './parameter.js';

const medicalKinds = listOf(codeOf(MEDICAL_INSTITUTION_KINDS));
const days = wholeNumber(1);
const months = wholeNumber(1);
const level = oneOf(1, 2, 3);

/** What institutions must have, may do and are asked for: applications, beds, facts, prices, agreements. */
export const REGISTRY_PARAMETERS = {
  medicalFacilityByBeds: { from: 'P-01, D1, D2', zh: '按床位设置医疗机构', check: medicalFacilityByBeds },
  rehabFacilityByBeds: { from: 'P-02', zh: '按床位设置康复设施', check: rehabFacilityByBeds },
  bedConversion: { from: 'P-45', zh: '床位按需规范转换', check: bedConversion },
  priceRegime: { from: 'P-41', zh: '价格管理方式', check: priceRegime },
  reusableQualifications: { from: 'P-20', zh: '可沿用的资质', check: listOf(codeOf(REUSABLE_QUALIFICATIONS)) },
  /** null = every medical institution. */
  eligibleHolderTypes: { from: 'P-20', zh: '可沿用资质的机构类别', check: nullable(medicalKinds) },
  elderCareCertificates: {
    from: 'REG-09',
    zh: '开展养老服务所需资质',
    check: listOf(codeOf(REUSABLE_QUALIFICATIONS)),
  },
  internalFilingTypes: { from: 'P-21', zh: '内设备案管理的机构类别', check: medicalKinds },
  /** Highest hospital level that a care institution may open in one step. */
  twoInOneMaxLevel: { from: 'REG-06', zh: '两证合一的最高级别', check: level },
  twoInOneExcludedTypes: {
    from: 'P-22',
    zh: '两证合一除外类别',
    check: listOf(codeOf([...MEDICAL_INSTITUTION_KINDS, ...INVESTMENT_ORIGINS])),
  },
  /** From acceptance; working days. */
  'greenChannel.limitWorkingDays': { from: 'REG-13', zh: '审批绿色通道时限(工作日)', check: days },
  'greenChannel.warningWorkingDays': { from: 'REG-13', zh: '审批绿色通道预警(工作日)', check: days },
  homeServiceInsurances: { from: 'P-36', zh: '上门服务投保险种', check: listOf(codeOf(HOME_SERVICE_INSURANCES)) },
  priorityWindowServices: {
    from: 'REG-43',
    zh: '优先窗口服务项目',
    check: listOf(codeOf(PRIORITY_WINDOW_SERVICES)),
  },
  liaisonStaffMin: {
    from: 'P-37',
    zh: '联系制度责任人员数',
    check: shape({ doctors: wholeNumber(0), nurses: wholeNumber(0) }),
  },
  supervisionModel: {
    from: 'P-34, D9',
    zh: '监管分工',
    check: oneOf('HEALTH_LEADS', 'SEPARATE', 'BY_SUBJECT'),
  },
  /** Who plays the role INSURANCE. */
  insuranceDepartment: {
    from: 'D10',
    zh: '医保主管部门',
    check: oneOf('HEALTHCARE_SECURITY', 'HUMAN_RESOURCES_AND_SOCIAL_SECURITY'),
  },
  'agreement.expiryWarningDays': { from: 'CON-04', zh: '签约到期预警(天)', check: days },
  'agreement.checkCycleMonths': { from: 'CON-10', zh: '签约检查周期(月)', check: months },
  'agreement.distanceWarningKm': { from: 'CON-12', zh: '签约距离提示(公里)', check: wholeNumber(1) },
  'agreement.mechanisms': { from: 'CON-03', zh: '签约合作机制', check: listOf(codeOf(AGREEMENT_MECHANISMS)) },
  /** After the planned day; then a visit is missed. */
  'alliance.visitGraceDays': { from: 'CON-23', zh: '巡诊宽限(天)', check: wholeNumber(0) },
  'counterpartSupport.minLevel': { from: 'CON-22', zh: '对口支援医院最低级别', check: level },
  'tcmElderWard.minGrade': { from: 'REG-58', zh: '老年病区中医医院最低等次', check: codeOf(HOSPITAL_GRADES) },
  fireDrillMonths: { from: 'REG-60', zh: '消防演练周期(月)', check: months },
  transitionalUse: {
    from: 'REG-56',
    zh: '原用途用地过渡期',
    check: shape({ years: wholeNumber(1, 100), noticeMonths: wholeNumber(0) }),
  },
  bedListingKinds: { from: 'REG-47', zh: '公示的床位类型', check: listOf(codeOf(BED_KINDS)) },
  bedListingMaxAgeHours: { from: 'REG-47', zh: '床位公示更新时限(小时)', check: wholeNumber(1) },
} as const satisfies Record<string, Parameter>;
