import table from './data/divisions.json';

/** GB/T 2260 division code, six digits PPCCDD; '000000' is the nation. */
export type DivisionCode = string;

/** The division of project defaults and national rules. */
export const NATION: DivisionCode = '000000';

/** Where the vendored table comes from and which year it describes. Codes change: a table is true for its year only. */
export const DIVISIONS_SOURCE = { standard: table.standard, source: table.source, year: table.year } as const;

const NAMES = new Map<DivisionCode, string>([[NATION, '全国']]);
for (const line of Object.values(table.provinces)) {
  for (const entry of line.split(' ')) NAMES.set(entry.slice(0, 6), entry.slice(6));
}

/** Is the code in the vendored table? Never ask this of the first six digits of an id number (standards §1). */
export function isKnownDivision(code: string): boolean {
  return NAMES.has(code);
}

/** The Chinese name as the table has it (市辖区 and 县 are names there); undefined for an unknown code. */
export function divisionName(code: DivisionCode): string | undefined {
  return NAMES.get(code);
}

/** The digits that every code within the division starts with: 360000 -> '36', 429004 -> '429004', 000000 -> ''. */
export function regionPrefix(code: DivisionCode): string {
  if (!/^\d{6}$/.test(code)) throw new RangeError('a division code has six digits');
  return code.replace(/(00)+$/, '');
}

/**
 * Does the code lie within the scope? Only a prefix rule, so 500229 is in 500000 (重庆市) but not in 500100, which holds
 * the districts without the counties. False for anything but six digits. Source: standards §3.
 */
export function inScope(scope: DivisionCode, code: string): boolean {
  return /^\d{6}$/.test(code) && code.startsWith(regionPrefix(scope));
}

/** County -> prefecture -> province -> 000000; undefined for 000000 itself. */
export function parentDivision(code: DivisionCode): DivisionCode | undefined {
  if (code === NATION) return undefined;
  return regionPrefix(code).slice(0, -2).padEnd(6, '0');
}

/** Codes within the scope that nothing lies below: counties, and the prefectures that have none. */
export function countiesWithin(scope: DivisionCode): DivisionCode[] {
  const within = [...NAMES.keys()].filter((code) => code !== NATION && inScope(scope, code));
  const parents = new Set([...NAMES.keys()].map(parentDivision));
  return within.filter((code) => !parents.has(code)).sort();
}

/** The code and everything above it, nearest first: 421202, 421200, 420000, 000000. */
export function divisionChain(code: DivisionCode): DivisionCode[] {
  const chain: DivisionCode[] = [];
  for (let at: DivisionCode | undefined = code; at !== undefined; at = parentDivision(at)) chain.push(at);
  return chain;
}
