import { two } from '../../two/src/two.js';

export const one = two;
