import { two } from '../../../apps/two/src/two.js';

export const alpha = two;
