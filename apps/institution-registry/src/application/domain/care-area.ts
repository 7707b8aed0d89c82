import { sourceOf, type Sourced } from '@yiyang/region-policy';
import type { Flag } from './flag.js';

/** The elder-care area of a medical institution is zoned, physically separated and independent. Source: REG-38. */
export function careAreaFlags(careAreaSeparated: boolean | null, applies: Sourced<boolean> | undefined): Flag[] {
  if (!applies?.value || careAreaSeparated === true) return [];
  return [{ rule: 'REG-38', code: 'CARE_AREA_NOT_SEPARATED', severity: 'MAJOR', ...sourceOf(applies) }];
}
