/** Per cent of a whole to one place, half up; null of nothing. REG-52: 118 of 120 are 98.3. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}
