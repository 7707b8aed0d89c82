export interface Counted {
  readonly expected: number;
  readonly answered: number;
}

/** Per cent of the expected institutions that have answered, to one place, half up. Source: REG-52: 118 of 120 is 98.3. */
export function completeness({ expected, answered }: Counted): number | null {
  return expected === 0 ? null : Math.round((answered * 1000) / expected) / 10;
}
