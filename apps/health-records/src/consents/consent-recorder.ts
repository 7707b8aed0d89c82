import { Injectable } from '@nestjs/common';
import { Audit, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { StoredConsent } from './consent.repository.js';

/** Events and audit entries of consents. */
@Injectable()
export class ConsentRecorder {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  given(tx: Tx, caller: Caller, consent: StoredConsent, regioncode: string): void {
    const { id: consentId, elderId, giverKind, recipients, purposes, dataClasses, consentVersion } = consent;
    const { validFrom, validTo } = consent;
    const use = { recipients, purposes, dataClasses, consentVersion, validFrom, ...(validTo && { validTo }) };
    const data = { elderId, consentId, giverKind, ...use };
    this.outbox.publish(tx, EVENT.elderConsentGivenV1, elderId, data, { regioncode });
    this.recorded(tx, caller, 'consent.give', consent);
  }

  withdrawn(tx: Tx, caller: Caller, consent: StoredConsent, regioncode: string): void {
    const { id: consentId, elderId, withdrawnAt } = consent;
    const data = { elderId, consentId, withdrawnAt: (withdrawnAt as Date).toISOString() };
    this.outbox.publish(tx, EVENT.elderConsentWithdrawnV1, elderId, data, { regioncode });
    this.recorded(tx, caller, 'consent.withdraw', consent);
  }

  private recorded(tx: Tx, caller: Caller, action: string, { id: resourceId, elderId }: StoredConsent): void {
    this.audit.record(tx, caller, { action, resource: 'consent', resourceId, elderId, outcome: 'ALLOWED' });
  }
}
