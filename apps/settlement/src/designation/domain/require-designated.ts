import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';
import { isActiveOn, type Designation } from './designation.js';

/**
 * Claims are possible for stays that began while the institution's designation was active, for the schemes it opened; a
 * stay that was running when the designation stopped is still settled. Sources: SET-06, SET-07, SET-08, SET-40; C19.
 *
 * @param designations of the institution, the latest first.
 */
export function requireDesignated(
  designations: readonly Designation[],
  stay: { admittedOn: CivilDate; scheme: string },
): void {
  const active = designations.find((designation) => isActiveOn(designation, stay.admittedOn));
  const serviceOn = stay.admittedOn;
  if (!active) {
    const latest = designations[0]?.status ?? 'NONE';
    if (latest === 'AGREEMENT_SIGNED')
      throw refusal('SYSTEM_NOT_OPEN', { rule: 'SET-40', clause: '003篇十一', inputs: { serviceOn, status: latest } });
    throw refusal('NOT_DESIGNATED', { rule: 'SET-07', clause: '004 一(五)', inputs: { serviceOn, status: latest } });
  }
  const opened: readonly string[] = active.schemes;
  if (!opened.includes(stay.scheme))
    throw refusal('SCHEME_NOT_OPENED', {
      rule: 'SET-08',
      clause: '003篇十一',
      inputs: { scheme: stay.scheme, opened },
    });
}
