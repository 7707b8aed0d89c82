import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of alliances. */
export const ALLIANCE_REFUSALS = {
  ALLIANCE_INCOMPLETE: {
    status: 422,
    owner: 'caller',
    zh: '联盟缺少章程、牵头单位或权责',
    en: 'Charter, lead or duties are missing',
  },
  ALLIANCE_STATE: { status: 409, owner: 'caller', zh: '联盟状态不允许', en: 'The alliance is in another state' },
  ALLIANCE_MEMBER_STATE: {
    status: 409,
    owner: 'caller',
    zh: '成员状态不允许',
    en: 'The institution is a member already, or none',
  },
  ALLIANCE_HAS_LEAD: {
    status: 409,
    owner: 'caller',
    zh: '联盟已有牵头单位',
    en: 'The alliance has a lead',
    constraint: 'alliance_one_lead',
  },
  ALLIANCE_OWN_REQUEST: {
    status: 403,
    owner: 'caller',
    zh: '只能由机构本身申请加入或退出',
    en: 'An institution joins and leaves by its own request only',
  },
  ALLIANCE_NOT_LEAD: { status: 403, owner: 'caller', zh: '应由牵头单位办理', en: 'The lead of the alliance decides' },
  VISIT_NOT_OWN: { status: 403, owner: 'caller', zh: '应由派出机构办理', en: 'The member that visits does this' },
  VISIT_PARTIES: {
    status: 422,
    owner: 'caller',
    zh: '派出和接受机构应为不同的联盟成员',
    en: 'Visitor and host are two members of the alliance',
  },
  VISIT_DATE: { status: 422, owner: 'caller', zh: '计划日期有误', en: 'A planned day is not possible' },
  VISIT_STATE: { status: 409, owner: 'caller', zh: '已登记完成', en: 'The visit has been recorded' },
  VISIT_PLANNED: {
    status: 409,
    owner: 'caller',
    zh: '当日同类计划已存在',
    en: 'Such a visit is planned for this day',
    constraint: 'alliance_visit_once',
  },
} as const satisfies RefusalCatalogue;
