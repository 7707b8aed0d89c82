import { refusal } from '@yiyang/decisions';
import { isWithin, type CivilDate } from '@yiyang/standards';

/** An entry of the assessor register. */
export interface Assessor {
  readonly organisationId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

const RULE = { rule: 'REG-54', clause: '003篇十一' } as const;
const FIELD = { fields: [{ path: 'assessorId', rule: 'an assessor of the register' }] } as const;

/** Refuses an assessor that the register does not have. Source: REG-54. */
export function requireListed<Found extends Assessor>(assessor: Found | undefined): Found {
  if (!assessor) throw refusal('ASSESSOR_NOT_LISTED', { ...RULE, ...FIELD });
  return assessor;
}

/**
 * An assessor judges with a certificate valid on the day, and never for the organisation that cares for the elder:
 * `providerIds` are the institutions that do, with their hosts and units. Source: REG-54 (003篇十一, 客观公正).
 */
export function requireImpartial(assessor: Assessor, on: CivilDate, providerIds: readonly string[]): void {
  const { validFrom, validTo } = assessor;
  if (!isWithin(on, validFrom, validTo))
    throw refusal('ASSESSOR_CERTIFICATE_NOT_VALID', { ...RULE, inputs: { on, validFrom, validTo } });
  if (providerIds.includes(assessor.organisationId)) throw refusal('ASSESSOR_IS_PROVIDER', RULE);
}
