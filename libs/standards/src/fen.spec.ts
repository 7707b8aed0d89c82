import fc from 'fast-check';
import { fen, fenFromJson, fenToJson, formatFen, maxFen, minFen, multiplyRatio, ratio, sum } from './fen.js';

// [amount, share, product]: the pool and pre-self amounts of standards §10.3 and the DRG, DIP prices of §10.5.
const PRODUCTS: [string, string, string][] = [
  ['17500.00', '0.65', '11375.00'], // E1
  ['5700.00', '0.85', '4845.00'], // E2
  ['5500.00', '0.85', '4675.00'], // E2'
  ['26200.00', '0.87', '22794.00'], // E3
  ['456.79', '0.10', '45.68'], // E6, pre-self
  ['978.55', '0.85', '831.77'], // E6, pool
  ['9629.10', '1.02', '9821.68'], // DRG
  ['0.01', '0.5', '0.01'],
  ['0.01', '0.49', '0.00'],
  ['-0.01', '0.5', '-0.01'],
];

describe('fen', () => {
  it.each(PRODUCTS)('%s x %s is %s, rounded half up once', (amount, share, product) => {
    expect(formatFen(multiplyRatio(fen(amount), share))).toBe(product);
  });

  it('keeps a chain of factors exact until the one rounding (standards §10.5 DIP)', () => {
    const [score, pointValue, coefficient] = [ratio('856.23'), ratio('9.8765'), ratio('1.05')];
    const share = {
      numerator: score.numerator * pointValue.numerator * coefficient.numerator,
      denominator: score.denominator * pointValue.denominator * coefficient.denominator,
    };
    expect(formatFen(multiplyRatio(fen('1'), share))).toBe('8879.38');
  });

  it.each([
    ['11375.00', 1137500n],
    ['11375', 1137500n],
    ['0.5', 50n],
    ['-3.07', -307n],
    ['0', 0n],
  ])('reads %s yuan', (yuan, amount) => {
    expect(fen(yuan)).toBe(amount);
  });

  it.each(['1.005', '', '.5', '1.', '1,000.00', '1e3', ' 1', 'NaN', '--1'])('refuses %j', (yuan) => {
    expect(() => fen(yuan)).toThrow(RangeError);
  });

  it.each(['85%', '-0.5', '', '1.'])('refuses the share %j', (share) => {
    expect(() => ratio(share)).toThrow(RangeError);
  });

  it('refuses a share with no positive denominator', () => {
    expect(() => multiplyRatio(1n, { numerator: 1n, denominator: 0n })).toThrow(RangeError);
  });

  it('writes and reads every amount back unchanged', () => {
    fc.assert(fc.property(fc.bigInt(), (amount) => fen(formatFen(amount)) === amount));
  });

  it('is never off by more than half a fen', () => {
    const share = fc.record({ numerator: fc.bigInt(0n, 10_000n), denominator: fc.bigInt(1n, 10_000n) });
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), share, (amount, by) => {
        const off = multiplyRatio(amount, by) * by.denominator - amount * by.numerator;
        return 2n * (off < 0n ? -off : off) <= by.denominator;
      }),
    );
  });

  it('sums and compares', () => {
    expect(sum([])).toBe(0n);
    expect(sum([fen('0.10'), fen('0.20')])).toBe(fen('0.30'));
    expect(minFen(1n, 2n)).toBe(1n);
    expect(maxFen(1n, 2n)).toBe(2n);
  });

  it('crosses JSON only as a safe integer', () => {
    expect(fenToJson(1137500n)).toBe(1137500);
    expect(fenFromJson(1137500)).toBe(1137500n);
    expect(fenToJson(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => fenToJson(BigInt(Number.MAX_SAFE_INTEGER) + 1n)).toThrow(RangeError);
    expect(() => fenFromJson(0.5)).toThrow(RangeError);
    expect(() => fenFromJson(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  });
});
