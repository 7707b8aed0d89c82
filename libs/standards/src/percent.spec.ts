import { percentOf } from './percent.js';

describe('percentOf', () => {
  it.each([
    [118, 120, 98.3],
    [120, 120, 100],
    [0, 120, 0],
    [2, 3, 66.7],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [0, 0, null],
  ])('REG-52 %i of %i is %s %%', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});
