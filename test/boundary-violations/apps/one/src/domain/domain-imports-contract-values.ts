import { EVENT } from '@yiyang/contracts';

export const impure = EVENT;
