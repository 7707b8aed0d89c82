import { refusal, type FieldFault } from '@yiyang/decisions';
import { sourceOf, type PriceRegimeLine, type Sourced } from '@yiyang/region-policy';

export interface OfferedItem {
  readonly itemClass: string;
  readonly bedKind?: string;
  readonly unit: string;
  readonly priceFen?: number;
  readonly approvalReference?: string;
}

/** Who sets this price: what the regional policy names, and the market for the rest. Source: REG-48; P-41. */
export function regimeOf(ownership: string, itemClass: string, lines: readonly PriceRegimeLine[]): string {
  const names = (codes: readonly string[], code: string) => codes.includes(code);
  const line = lines.find(({ operationModes, items }) => names(operationModes, ownership) && names(items, itemClass));
  return line?.regime ?? 'MARKET_PRICE';
}

/**
 * May these items be published, and under which regime does each stand? An item states its price (REG-46); a price that
 * the institution may not set itself names the approval it rests on (REG-48). Where no region says anything, `policy` is
 * absent.
 */
export function publishPrices<Item extends OfferedItem>(
  ownership: string,
  items: readonly Item[],
  policy: Sourced<readonly PriceRegimeLine[]> | undefined,
): (Item & { readonly priceFen: number; readonly regime: string })[] {
  const faults = (rule: string, field: string, isAtFault: (item: Item) => boolean): FieldFault[] =>
    items.flatMap((item, i) => (isAtFault(item) ? [{ path: `items[${i}].${field}`, rule }] : []));

  const priceless = faults('every public item has its price', 'priceFen', (item) => item.priceFen === undefined);
  if (priceless.length > 0)
    throw refusal('PRICE_MISSING', {
      rule: 'REG-46',
      clause: '003篇七',
      inputs: { items: items.length },
      fields: priceless,
    });

  const regime = ({ itemClass }: Item) => regimeOf(ownership, itemClass, policy?.value ?? []);
  const unapproved = faults(
    'the approval that sets this price',
    'approvalReference',
    (item) => item.approvalReference === undefined && regime(item) !== 'MARKET_PRICE',
  );
  if (unapproved.length > 0)
    throw refusal('PRICE_NEEDS_APPROVAL', {
      rule: 'REG-48',
      ...(policy && sourceOf(policy)),
      inputs: { ownership },
      fields: unapproved,
    });

  return items.map((item) => ({ ...item, priceFen: item.priceFen as number, regime: regime(item) }));
}

/** A bed's price is a bed fee by the day, so that prices of one kind of bed compare. Source: REG-47. */
export function bedPriceFaults(items: readonly OfferedItem[]): FieldFault[] {
  return items.flatMap(({ bedKind, itemClass, unit }, i) =>
    bedKind !== undefined && (itemClass !== 'BED_FEE' || unit !== 'DAY')
      ? [{ path: `items[${i}].bedKind`, rule: 'only on a BED_FEE with the unit DAY' }]
      : [],
  );
}
