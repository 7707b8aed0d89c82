import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { inScope, type DivisionCode } from '@yiyang/standards';

/** Only a department of the division or of one above it decides what holds there; which divisions there are is public. */
export function requireDivision(caller: Caller, division: DivisionCode): void {
  if (!inScope(caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
}
