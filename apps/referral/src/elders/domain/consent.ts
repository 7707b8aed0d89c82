import { refusal } from '@yiyang/decisions';
import { isWithin, type CivilDate } from '@yiyang/standards';
import { standsFor, type Institution } from '../../institutions/domain/institution.js';

export interface Consent {
  readonly id: string;
  readonly elderId: string;
  /** Institution ids, or roles such as `MED_INST`. */
  readonly recipients: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly withdrawnAt: Date | null;
}

const ROLE_OF_SIDE = { MEDICAL: 'MED_INST', CARE: 'CARE_INST' } as const;

/**
 * Refuses a referral that the elder, or the guardian, has not agreed to: consent must be this elder's, not withdrawn, in
 * force, given for referral, and name the receiver, its host or its role. Sources: REF-26 (002 三.1); architecture §6.
 */
export function assertConsentToRefer(
  consent: Consent | undefined,
  to: { readonly elderId: string; readonly receiver: Institution; readonly on: CivilDate },
): void {
  const rule = { rule: 'REF-26', clause: '002 三.1' };
  if (consent === undefined || consent.elderId !== to.elderId)
    throw refusal('CONSENT_MISSING', { ...rule, fields: [{ path: 'consentId', rule: 'consent of this elder' }] });
  if (consent.withdrawnAt !== null) throw refusal('CONSENT_WITHDRAWN', rule);
  if (!isWithin(to.on, consent.validFrom, consent.validTo))
    throw refusal('CONSENT_EXPIRED', {
      ...rule,
      inputs: { on: to.on, validFrom: consent.validFrom, validTo: consent.validTo },
    });
  if (!consent.purposes.includes('REFERRAL'))
    throw refusal('CONSENT_FOR_OTHER_PURPOSE', { ...rule, inputs: { purposes: consent.purposes } });
  const names = [...standsFor(to.receiver), ROLE_OF_SIDE[to.receiver.side]];
  if (!names.some((name) => consent.recipients.includes(name))) throw refusal('CONSENT_FOR_OTHER_RECIPIENT', rule);
}
