import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';
import type { SoundValue } from './proposed-values.js';

/**
 * The same value with a last day: from the day after, the division above answers. A value that has ended by then is not
 * ended again. Sources: GOV-15; architecture §5.
 */
export function endValue(value: SoundValue, lastDay: CivilDate): SoundValue {
  const inputs = { key: value.key, validFrom: value.validFrom, validTo: value.validTo, lastDay };
  if (value.validTo !== null && value.validTo <= lastDay)
    throw refusal('POLICY_VALUE_ENDED', { rule: 'GOV-15', inputs });
  if (lastDay < value.validFrom)
    throw refusal('POLICY_PERIOD', {
      rule: 'GOV-15',
      inputs,
      fields: [{ path: 'lastDay', rule: 'not before validFrom' }],
    });
  return { ...value, validTo: lastDay };
}
