import type { CodeOf, CodeTerm } from './code-list.js';

/** What a complaint about an institution is about. Source: REG-46. */
export const COMPLAINT_TOPICS = [
  { code: 'CHARGE', zh: '收费', en: 'charges' },
  { code: 'SERVICE', zh: '服务质量', en: 'quality of service' },
  { code: 'SAFETY', zh: '安全', en: 'safety' },
  { code: 'CONDUCT', zh: '服务态度', en: 'conduct' },
  { code: 'FACILITY', zh: '设施环境', en: 'facilities' },
  { code: 'OTHER', zh: '其他', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type ComplaintTopic = CodeOf<typeof COMPLAINT_TOPICS>;
