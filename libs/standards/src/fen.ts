/** Money in fen (1/100 yuan) as an exact integer; negative amounts are reversals. */
export type Fen = bigint;

/** A share, exact: 85% is 85/100. */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

/** Reads yuan with at most two decimals: fen('11375.00') is 1137500n. Throws RangeError on anything else. */
export function fen(yuan: string): Fen {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan);
  if (!parts) throw new RangeError('not an amount in yuan with at most two decimals');
  const amount = BigInt(parts[2] ?? '0') * 100n + BigInt((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -amount : amount;
}

/** Writes yuan with two decimals: 1137500n is '11375.00'. */
export function formatFen(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads a decimal share: '0.85' is 85/100. Throws RangeError on anything but digits and one point. */
export function ratio(decimal: string): Ratio {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!parts) throw new RangeError('not a decimal share');
  const decimals = parts[2] ?? '';
  return { numerator: BigInt(`${parts[1]}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
}

/** amount x share, rounded once: half a fen goes up (away from zero, so a reversal cancels exactly). Standards §10. */
export function multiplyRatio(amount: Fen, share: Ratio | string): Fen {
  const { numerator, denominator } = typeof share === 'string' ? ratio(share) : share;
  if (denominator <= 0n) throw new RangeError('a share needs a positive denominator');
  const product = amount * numerator;
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
  return product < 0n ? -rounded : rounded;
}

/** The sum; 0 for no amounts. */
export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** The smaller amount. */
export function minFen(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

/** The larger amount. */
export function maxFen(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

/** The integer of a `…Fen` field in JSON. Throws RangeError beyond Number.MAX_SAFE_INTEGER (90 trillion yuan). */
export function fenToJson(amount: Fen): number {
  const json = Number(amount);
  if (!Number.isSafeInteger(json)) throw new RangeError('amount is beyond the safe integers of JSON');
  return json;
}

/** Reads a `…Fen` field of JSON. Throws RangeError when it is no safe integer. */
export function fenFromJson(json: number): Fen {
  if (!Number.isSafeInteger(json)) throw new RangeError('an amount in fen is a safe integer');
  return BigInt(json);
}
