import type { CodeOf, CodeTerm } from './code-list.js';

/** Whether and how an institution works. Source: state machine 8.1. */
export const OPERATION_STATES = [
  { code: 'NOT_STARTED', zh: '未运营', en: 'not started' },
  { code: 'OPERATING', zh: '运营中', en: 'operating' },
  { code: 'RECTIFYING', zh: '整改中', en: 'rectifying' },
  { code: 'SUSPENDED', zh: '停业', en: 'suspended' },
  { code: 'CLOSED', zh: '关闭', en: 'closed' },
  { code: 'FORCED_EXIT', zh: '强制退出', en: 'forced exit' },
] as const satisfies readonly CodeTerm[];
export type OperationState = CodeOf<typeof OPERATION_STATES>;
