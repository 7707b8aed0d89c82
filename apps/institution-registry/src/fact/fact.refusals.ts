import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals about facts of institutions. */
export const FACT_REFUSALS = {
  FACT_NOT_YOURS_TO_STATE: {
    status: 403,
    owner: 'caller',
    zh: '该事项由其他主体填报',
    en: 'Somebody else states this fact',
  },
  FACT_OF_OTHER_SIDE: {
    status: 422,
    owner: 'caller',
    zh: '该事项不适用于此类机构',
    en: 'The fact is not stated about this side',
  },
  FACT_PARTNER_NOT_ELIGIBLE: {
    status: 422,
    owner: 'caller',
    zh: '相关机构不符合要求',
    en: 'The other institution does not fit',
  },
  FACT_OVERLAPS: {
    status: 409,
    owner: 'caller',
    zh: '同一事项在该期间已有记录',
    en: 'Another such fact begins within these days',
    constraint: 'institution_fact_one_on_a_day',
  },
  FACT_NOT_THEN: { status: 422, owner: 'caller', zh: '该日期不在有效期内', en: 'The fact does not hold on that day' },
  PRIORITY_WINDOW_INCOMPLETE: {
    status: 422,
    owner: 'caller',
    zh: '老年人优先窗口服务不全',
    en: 'The window for the elderly lacks services',
  },
  CROSS_USE_IN_OUTBREAK: {
    status: 422,
    owner: 'caller',
    zh: '疫情期间非紧急必须不得交叉使用',
    en: 'No shared use in an outbreak without urgent reason and control measure',
  },
  TRANSITIONAL_USE_TOO_LONG: {
    status: 422,
    owner: 'caller',
    zh: '超过过渡期年限',
    en: 'Longer than the transitional period',
  },
  FACT_RETRACTED: { status: 409, owner: 'caller', zh: '该事项已撤回', en: 'The fact was retracted' },
} as const satisfies RefusalCatalogue;
