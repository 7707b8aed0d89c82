/** Why somebody looks or acts. A token allows some of them, every request claims one. Source: requirements REC-31; threat T7. */
export const PURPOSES = {
  TREATMENT: '诊疗',
  CARE: '照护',
  REFERRAL: '转诊',
  SUPERVISION: '监管',
  ADMINISTRATION: '行政办理',
  SETTLEMENT: '结算',
  ASSESSMENT: '评估',
  SELF: '本人查询',
  INTEGRATION: '系统集成',
  PUBLIC_INFORMATION: '公众查询',
} as const;

export type Purpose = keyof typeof PURPOSES;

/** Is the text one of the purpose codes? */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
