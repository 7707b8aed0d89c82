import type { PriceRegimeLine, Sourced } from '@yiyang/region-policy';
import { bedPriceFaults, publishPrices, regimeOf } from './price-regime.js';

const because = { clause: '三(四)', source: '宁政办发〔2017〕105号', policyVersion: 'NANJING@1' };
const NANJING: Sourced<readonly PriceRegimeLine[]> = {
  value: [
    { operationModes: ['PUBLIC_RUN'], items: ['BED_FEE', 'NURSING_FEE'], regime: 'GOVERNMENT_PRICE' },
    { operationModes: ['PUBLIC_RUN'], items: ['MEDICAL_SERVICE'], regime: 'PUBLIC_MEDICAL_PRICE' },
    {
      operationModes: ['PRIVATE_RUN'],
      items: ['BED_FEE', 'NURSING_FEE', 'MEDICAL_SERVICE', 'OTHER'],
      regime: 'MARKET_PRICE',
    },
  ],
  ...because,
};
const NONE = undefined;
const bed = { code: 'BED-1', itemClass: 'BED_FEE', unit: 'DAY', priceFen: 5000 };

function refused(work: () => unknown): unknown {
  try {
    return work();
  } catch (refusal) {
    return refusal;
  }
}

describe('prices and their regimes', () => {
  it.each([
    ['PUBLIC_RUN', 'BED_FEE', 'GOVERNMENT_PRICE'],
    ['PUBLIC_RUN', 'NURSING_FEE', 'GOVERNMENT_PRICE'],
    ['PUBLIC_RUN', 'MEDICAL_SERVICE', 'PUBLIC_MEDICAL_PRICE'],
    ['PUBLIC_RUN', 'OTHER', 'MARKET_PRICE'],
    ['PUBLIC_BUILT_PRIVATE_RUN', 'BED_FEE', 'MARKET_PRICE'],
    ['PRIVATE_RUN', 'BED_FEE', 'MARKET_PRICE'],
    ['PRIVATE_RUN', 'MEDICAL_SERVICE', 'MARKET_PRICE'],
  ])('REG-48 P-41 in Nanjing %s %s is of the regime %s', (ownership, itemClass, regime) => {
    expect(regimeOf(ownership, itemClass, NANJING.value)).toBe(regime);
  });

  it('REG-48 refuses a 公办公营 bed fee without an approval and names the clause', () => {
    expect(refused(() => publishPrices('PUBLIC_RUN', [bed], NANJING))).toMatchObject({
      code: 'PRICE_NEEDS_APPROVAL',
      detail: {
        rule: 'REG-48',
        ...because,
        inputs: { ownership: 'PUBLIC_RUN' },
        fields: [{ path: 'items[0].approvalReference', rule: 'the approval that sets this price' }],
      },
    });
  });

  it('REG-48 takes it with an approval, a private one without, and any where no region says otherwise', () => {
    const approved = { ...bed, approvalReference: '宁价〔2017〕1号' };
    expect(publishPrices('PUBLIC_RUN', [approved], NANJING)).toEqual([{ ...approved, regime: 'GOVERNMENT_PRICE' }]);
    expect(publishPrices('PRIVATE_RUN', [bed], NANJING)).toEqual([{ ...bed, regime: 'MARKET_PRICE' }]);
    expect(publishPrices('PUBLIC_RUN', [bed], NONE)).toEqual([{ ...bed, regime: 'MARKET_PRICE' }]);
  });

  it('REG-48 refuses an own price of a public medical item', () => {
    const visit = { ...bed, itemClass: 'MEDICAL_SERVICE', unit: 'VISIT' };
    expect(() => publishPrices('PUBLIC_RUN', [visit], NANJING)).toThrow('PRICE_NEEDS_APPROVAL');
  });

  it('REG-46 refuses an item without a price by its place, and takes one that costs nothing', () => {
    const { priceFen: _, ...priceless } = bed;
    expect(refused(() => publishPrices('PRIVATE_RUN', [bed, priceless], NONE))).toMatchObject({
      code: 'PRICE_MISSING',
      detail: {
        rule: 'REG-46',
        fields: [{ path: 'items[1].priceFen', rule: 'every public item has its price' }],
      },
    });
    expect(publishPrices('PRIVATE_RUN', [{ ...bed, priceFen: 0 }], NONE)).toHaveLength(1);
  });

  it('REG-47 wants a bed’s price as a bed fee by the day', () => {
    const items = [
      { ...bed, bedKind: 'CARE' },
      { ...bed, bedKind: 'CARE', unit: 'MONTH' },
      { ...bed, bedKind: 'CARE', itemClass: 'NURSING_FEE' },
      { ...bed, unit: 'MONTH' },
    ];
    expect(bedPriceFaults(items).map(({ path }) => path)).toEqual(['items[1].bedKind', 'items[2].bedKind']);
  });
});
