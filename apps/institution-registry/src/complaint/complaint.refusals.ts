import type { RefusalCatalogue } from '@yiyang/http';

export const COMPLAINT_REFUSALS = {
  COMPLAINT_REPLIED: { status: 409, owner: 'caller', zh: '投诉已答复', en: 'The complaint has its reply' },
} as const satisfies RefusalCatalogue;
