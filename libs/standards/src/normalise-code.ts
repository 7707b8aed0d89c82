/** Trims, turns full-width characters into half-width ones and letters into upper case. Source: standards §1. */
export function normaliseCode(input: string): string {
  return input
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .toUpperCase();
}
