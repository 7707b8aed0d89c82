import { refusal } from '@yiyang/decisions';
import { sourceOf, type Sourced } from '@yiyang/region-policy';

export interface Staffing {
  readonly doctors: number;
  readonly nurses: number;
}

/**
 * The medical side names its responsible doctors and nurses, at least as many as the region asks for; `least` is absent
 * where no region asks. Source: CON-08, 003篇三(二); P-37.
 */
export function assertStaffed(named: Staffing, least: Sourced<Staffing> | undefined): void {
  if (!least) return;
  const missing = (['doctors', 'nurses'] as const).filter((staff) => named[staff] < least.value[staff]);
  if (missing.length > 0)
    throw refusal('LIAISON_STAFF_MISSING', {
      rule: 'CON-08',
      ...sourceOf(least),
      inputs: { ...named, doctorsMin: least.value.doctors, nursesMin: least.value.nurses },
      fields: missing.map((path) => ({ path, rule: `at least ${least.value[path]}` })),
    });
}

/** Only a form in use is changed or ended. */
export function assertInUse(status: 'ACTIVE' | 'ENDED'): void {
  if (status !== 'ACTIVE') throw refusal('LIAISON_FORM_STATE', { rule: 'CON-07', inputs: { status } });
}

/** Liaison goes by territory; a partner in another county is taken, and without a reason it is a finding. Source: CON-07. */
export function isInOtherCounty(care: { division: string }, medical: { division: string }): boolean {
  return care.division !== medical.division;
}
