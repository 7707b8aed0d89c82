import * as testing from '@yiyang/testing';

export const t = testing;
