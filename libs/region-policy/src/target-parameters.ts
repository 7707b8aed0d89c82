import { decimal, listOf, oneOf, shape, wholeNumber } from './check.js';
import type { Parameter } from './parameter.js';
import {
  contractCoverage,
  countTarget,
  demonstration,
  exchangeMilestones,
  freeClinics,
  homeBedPilot,
  medicalCoverageTarget,
  nursingBedShare60,
  rehabSites,
  serviceCircle,
  shareTarget,
  socialWorkerRatio,
} from './target-values.js';

/** What is counted and compared; a target never blocks. */
export const TARGET_PARAMETERS = {
  healthManagementRateTarget65: { from: 'P-03', zh: '65岁以上健康管理率目标', check: shareTarget },
  nursingBedShareTarget: { from: 'P-04', zh: '护理型床位占比目标', check: shareTarget },
  careInstitutionMedicalCoverageTarget: { from: 'P-05, D12', zh: '医疗服务覆盖率目标', check: medicalCoverageTarget },
  contractCoverage: { from: 'P-06', zh: '医养签约覆盖率目标', check: contractCoverage },
  geriatricDeptShareTarget: { from: 'P-07', zh: '老年医学科设置比例目标', check: shareTarget },
  minElderNursingHospitals: { from: 'P-08', zh: '老年护理院最少数', check: countTarget },
  minCommunityIntegratedInstitutions: { from: 'P-09', zh: '社区医养结合机构最少数', check: countTarget },
  losExclusion: {
    from: 'P-16, D6',
    zh: '不计入平均住院日的床位',
    check: oneOf('NONE', 'PER_DIEM_BEDS', 'INTEGRATED_GERIATRIC_HOSPICE_BEDS'),
  },
  serviceCircleMinutes: { from: 'P-19', zh: '医养服务圈(分钟)', check: serviceCircle },
  elderNursingBedShare60: { from: 'P-23', zh: '老年护理床位占60岁以上人口比', check: nursingBedShare60 },
  rehabSites: { from: 'P-24', zh: '康复场所目标', check: rehabSites },
  socialRunShareTarget: { from: 'P-25', zh: '社会办占比目标', check: shareTarget },
  socialWorkerRatio: { from: 'P-26', zh: '社会工作者配备', check: socialWorkerRatio },
  homeBedPilot: { from: 'P-27', zh: '家庭病床试点', check: homeBedPilot },
  supportInstitutionPerCounty: { from: 'P-28', zh: '每县支持机构数', check: countTarget },
  assessmentCentreMin: { from: 'P-29', zh: '失能老年人健康评估中心最少数', check: countTarget },
  freeClinicPerYear: { from: 'P-30', zh: '每年义诊次数', check: freeClinics },
  tcmCapableShareTarget: { from: 'P-31', zh: '中医药服务能力占比目标', check: shareTarget },
  demonstration: { from: 'P-32', zh: '示范创建条件', check: demonstration },
  monitoringCycle: { from: 'P-33', zh: '监测周期', check: oneOf('QUARTERLY', 'ANNUAL', 'REGULAR') },
  familyDoctorPackage: {
    from: 'P-40',
    zh: '家庭医生签约服务包',
    check: shape({
      items: listOf(oneOf('TEAM', 'HEALTH_RECORD', 'CHECKUP', 'ANNUAL_PLAN', 'LONG_PRESCRIPTION')),
      focuses: listOf(oneOf('HOME_BED', 'HOME_ROUNDS', 'REHAB_NURSING', 'HOSPICE')),
    }),
  },
  ageBounds: {
    from: 'P-42',
    zh: '年龄界限',
    check: shape({ healthManagement: wholeNumber(1), statistics: wholeNumber(1), oldOld: wholeNumber(1) }),
  },
  lifeExpectancyTarget: { from: 'P-44', zh: '人均预期寿命目标(岁)', check: decimal },
  exchangeMilestones: { from: 'P-46', zh: '数据对接里程碑', check: exchangeMilestones },
} as const satisfies Record<string, Parameter>;
