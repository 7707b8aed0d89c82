import { z } from 'zod';
import { id, fact, health, civilDate, code, codes, region } from './field.js';

// Fields that mean the same in every event: one term, one schema, one class, one Chinese name.

export const elderId = id('Elder in the master index', '老年人主索引标识');
export const institutionId = id('Institution', '机构标识');
export const hostId = id('Institution that hosts this unit', '设立主体机构标识');
export const applicationId = id('Application', '申请标识');
export const qualificationId = id('Qualification: licence or filing', '资质标识');
export const agreementId = id('Cooperation agreement', '签约合作协议标识');
export const allianceId = id('Alliance', '联盟标识');
export const liaisonFormId = id('Liaison form', '联系表标识');
export const careInstitutionId = id('Care side of the agreement', '养老机构标识');
export const medicalInstitutionId = id('Medical side of the agreement', '医疗机构标识');
export const surveyImportId = id('Import of a survey file', '机构调查导入标识');
export const priceListId = id('Price list', '价目表标识');
export const assessorId = id('Assessor in the register', '评估人员标识');
export const organisationId = id('Organisation', '所属单位标识');
export const clientId = id('Client of the token issuer', '接入客户端标识', z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/));
export const consentId = id('Consent', '知情同意标识');
export const assessmentId = id('Assessment', '评估标识');
export const documentId = id('Document in the record', '档案文书标识');
export const grantId = id('Read grant', '档案调阅授权标识');
export const referralId = id('Referral', '转诊标识');
export const chainId = id('Chain of linked referrals', '转诊链标识');
export const parentReferralId = id('Referral that this one continues', '上一次转诊标识');
export const bedChangeId = id('Change of the bed inventory', '床位变更标识');
export const bedUseId = id('Use of a bed', '床位使用标识');
export const designationId = id('Insurance designation', '医保定点标识');
export const claimId = id('Claim', '结算单标识');
export const findingId = id('Finding', '监管问题标识');
export const factId = id('Fact about an institution', '机构事项标识');
export const policySetId = id('Regional policy set', '地区政策集标识');
export const snapshotId = id('Indicator snapshot', '指标快照标识');
export const division = region('Division of the place of service', '服务地行政区划');
export const serviceRegion = region('Division where the service happened', '服务发生地');
export const residenceRegion = region('Division where the elder lives', '居住地');
export const insuredRegion = region('Division where the elder is insured', '参保地');
export const kind = code('Kind of institution', '机构类别');
export const side = fact('Medical or care side', '医疗或养老', z.enum(['MEDICAL', 'CARE']));
export const path = fact(
  'Filing, two certificates in one, or approval',
  '备案、两证合一或审批',
  z.enum(['FILING', 'TWO_IN_ONE', 'APPROVAL']),
);
export const level = fact('Level of a medical institution, 0 = none', '机构级别', z.int().min(0).max(3));
export const grade = fact(
  'Hospital grade, two digits of the insurance code list (hosp_lv)',
  '医院等级',
  z.string().regex(/^\d{2}$/),
);
export const ownership = code('Ownership and way of operation', '所有制与运营方式');
export const profitNature = code('For profit or not', '营利性质');
export const validFrom = civilDate('First day of validity', '有效期起');
export const validTo = civilDate('Last day of validity', '有效期止');
export const reasonCode = code('Coded reason', '原因代码');
export const effectiveOn = civilDate('First day it applies', '生效日期');
export const bedKind = code('Kind of bed', '床位类别');
export const agreementTypes = codes('What the agreement covers', '签约合作类型');
export const schemes = fact('Insurance schemes', '医保险种', z.array(z.enum(['EMPLOYEE', 'RESIDENT'])).min(1));
export const stage = health(
  'Stage of care',
  '服务阶段',
  z.enum(['PREVENTION', 'TREATMENT', 'REHABILITATION', 'STABLE', 'END_OF_LIFE']),
);
