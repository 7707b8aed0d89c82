import { refusal } from '@yiyang/decisions';
import type { Caller } from './caller.js';
import { decide, type CaseFacts, type Grant } from './decide.js';

/** The question that every use case asks first. */
export class AccessDecisions {
  /**
   * The grant for this action, or a refusal `NOT_ALLOWED` that names the reason. With `facts`, such as the consent that
   * was found meanwhile, the question is asked again in full.
   */
  require(caller: Caller, action: string, facts?: CaseFacts): Grant {
    const decision = decide(caller, action, facts);
    if (decision.allowed) return decision;
    throw refusal('NOT_ALLOWED', {
      ...(decision.source !== undefined && { rule: decision.source }),
      policyVersion: decision.policyVersion,
      inputs: { action, role: caller.role, purpose: caller.purpose, reason: decision.reasonCode },
    });
  }
}
