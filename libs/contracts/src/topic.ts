/** Every topic. Private to our services; the key of a message is its aggregate id. */
export const TOPIC = {
  institution: 'yiyang.institution.v1',
  agreement: 'yiyang.agreement.v1',
  regionPolicy: 'yiyang.region-policy.v1',
  elder: 'yiyang.elder.v1',
  record: 'yiyang.record.v1',
  referral: 'yiyang.referral.v1',
  careState: 'yiyang.care-state.v1',
  bedUse: 'yiyang.bed-use.v1',
  designation: 'yiyang.designation.v1',
  claim: 'yiyang.claim.v1',
  indicator: 'yiyang.indicator.v1',
  finding: 'yiyang.finding.v1',
  access: 'yiyang.access.v1',
} as const;

export type Topic = (typeof TOPIC)[keyof typeof TOPIC];
