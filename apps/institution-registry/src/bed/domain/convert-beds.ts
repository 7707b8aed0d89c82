import { refusal } from '@yiyang/decisions';
import type { BedConversionRule } from '@yiyang/region-policy';
import type { BedKind } from '@yiyang/standards';
import type { BedLine } from './bed-days.js';

/** Who converts: what the region's rule looks at. */
export interface Holder {
  readonly kind: string;
  readonly level: number | null;
  readonly ownership: string;
  /** A medical unit of its own with a live qualification. */
  readonly hasMedicalBranch: boolean;
}

export interface Conversion {
  readonly from: BedKind;
  readonly to: BedKind;
  readonly count: number;
}

/** Does one entry of the region's list allow this conversion to this holder? Source: P-45. */
export function isAllowedBy(rule: BedConversionRule, holder: Holder, { from, to }: Conversion): boolean {
  const among = (list: readonly string[] | null, value: string) => list === null || list.includes(value);
  return (
    rule.from === from &&
    rule.to === to &&
    among(rule.holderKinds, holder.kind) &&
    among(rule.operationModes, holder.ownership) &&
    (rule.maxLevel === null || (holder.level !== null && holder.level <= rule.maxLevel)) &&
    // That the beds are surplus ones is asked of every conversion: only spare beds may go.
    (rule.requires !== 'MEDICAL_BRANCH' || holder.hasMedicalBranch)
  );
}

/** Beds of one kind become beds of another from a day on; their sum stays. Source: REG-22 (000 三(八)); P-45. */
export function convertBeds(
  conversion: Conversion,
  holder: Holder,
  policy: { readonly rules: readonly BedConversionRule[]; readonly because: object },
): BedLine[] {
  const { from, to, count } = conversion;
  if (!policy.rules.some((rule) => isAllowedBy(rule, holder, conversion)))
    throw refusal('CONVERSION_NOT_ALLOWED', {
      clause: 'P-45',
      ...policy.because,
      rule: 'REG-22',
      inputs: { from, to, kind: holder.kind, level: holder.level, ownership: holder.ownership },
    });
  return [
    { kind: from, approved: -count, operating: -count, blocked: 0, reserved: 0 },
    { kind: to, approved: count, operating: count, blocked: 0, reserved: 0 },
  ];
}
