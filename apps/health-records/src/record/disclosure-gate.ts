import { Injectable } from '@nestjs/common';
import { decide, ROLES, type Caller } from '@yiyang/access';
import { refusal, type Refusal } from '@yiyang/decisions';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type DataClass } from '@yiyang/standards';
import { ConsentRepository } from '../consents/consent.repository.js';
import { coverageOf, type Coverage } from '../consents/domain/coverage.js';
import { GrantRepository } from '../relations/grant.repository.js';

/** On what the content of one data class is opened, or why it stays closed. */
export type Basis =
  | { readonly isOpen: true; readonly code: string }
  | { readonly isOpen: false; readonly code: 'CONSENT_MISSING' | 'CONSENT_WITHDRAWN' | 'CONSENT_EXPIRED' };

export interface Gate {
  basisFor(dataClass: DataClass): Basis;
}

const CLOSED: Readonly<Record<Exclude<Coverage, 'VALID'>, Extract<Basis, { isOpen: false }>>> = {
  MISSING: { isOpen: false, code: 'CONSENT_MISSING' },
  WITHDRAWN: { isOpen: false, code: 'CONSENT_WITHDRAWN' },
  EXPIRED: { isOpen: false, code: 'CONSENT_EXPIRED' },
};

/**
 * Decides whether a record's content may be disclosed. Institutions need a consent in force that names them, the purpose
 * and the data class; or, for treatment, an open read grant or an emergency with a reason. The person needs none;
 * departments have the policy table as their legal basis. Asked anew in every read, so a withdrawal acts on the next.
 * Sources: REC-08, REF-27; architecture §6; PIPL art. 13, 23, 34-35.
 */
@Injectable()
export class DisclosureGate {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly grants: GrantRepository,
    private readonly clock: Clock,
  ) {}

  async look(tx: Tx, caller: Caller, elderId: string): Promise<Gate> {
    if (ROLES[caller.role].kind !== 'INSTITUTION')
      return { basisFor: () => ({ isOpen: true, code: 'ROLE_AND_PURPOSE' }) };
    const [consents, openGrant] = await Promise.all([
      this.consents.naming(tx, elderId, caller),
      this.grants.hasOpen(tx, elderId, caller),
    ]);
    const on = civilDateInShanghai(this.clock.now());
    const reader = emergencyOnlyForTreatment(caller);
    return {
      basisFor: (dataClass) => {
        const consent = coverageOf(consents, { purpose: caller.purpose, dataClass, on });
        const decision = decide(reader, 'record.read', { consent, openGrant });
        if (decision.allowed) return { isOpen: true, code: decision.reasonCode };
        return CLOSED[consent === 'VALID' ? 'MISSING' : consent];
      },
    };
  }
}

/** Break-glass is for those who treat; nobody settles a bill in an emergency. */
function emergencyOnlyForTreatment(caller: Caller): Caller {
  if (caller.purpose === 'TREATMENT') return caller;
  const { emergency: _, ...rest } = caller;
  return rest;
}

/** The refusal of a read that no basis opens; it says why the first one does not. */
export function closedRefusal(bases: readonly Basis[], caller: Caller): Refusal {
  const inputs = { purpose: caller.purpose, role: caller.role };
  return refusal(bases[0]?.code ?? 'CONSENT_MISSING', { rule: 'REC-08', inputs });
}
