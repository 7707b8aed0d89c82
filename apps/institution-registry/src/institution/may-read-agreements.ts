import { actsFor, decide, type Caller } from '@yiyang/access';
import { inScope } from '@yiyang/standards';

/** An institution is public, its agreements are not: departments of the region and the parties read them. Source: CON-01. */
export function mayReadAgreements(caller: Caller, institution: { id: string; division: string }): boolean {
  const decision = decide(caller, 'agreement.read');
  if (!decision.allowed) return false;
  return decision.scope === 'PARTY' ? actsFor(caller, institution.id) : inScope(caller.region, institution.division);
}
