import type { RefusalCatalogue } from '@yiyang/http';

/** What monitoring refuses. */
export const REFUSALS = {
  PERIOD_NOT_BEGUN: { status: 422, owner: 'caller', zh: '统计期尚未开始', en: 'The period has not begun' },
} as const satisfies RefusalCatalogue;
