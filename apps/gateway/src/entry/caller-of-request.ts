import type { IncomingHttpHeaders } from 'node:http';
import { isPurpose, type Caller, type Purpose } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import type { Client } from '../clients/client.js';

const REASON_CODE = /^[A-Z][A-Z0-9_]{0,47}$/;

/**
 * The caller of one request: the client, the purpose it names (the first it holds when it names none) and its
 * emergency reason. Source: REC-31; architecture §6.
 */
export function callerOfRequest(client: Client, headers: IncomingHttpHeaders, requestId: string): Caller {
  const emergency = emergencyIn(headers);
  return { ...client, purpose: purposeIn(client, headers), requestId, ...(emergency && { emergency }) };
}

function purposeIn(client: Client, headers: IncomingHttpHeaders): Purpose {
  const named = headers['x-purpose'];
  if (named === undefined) return client.purposes[0] as Purpose;
  if (typeof named !== 'string' || !isPurpose(named))
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'X-Purpose', rule: 'a purpose code' }] });
  if (!client.purposes.includes(named))
    throw refusal('PURPOSE_NOT_HELD', { rule: 'REC-31', inputs: { purpose: named, held: [...client.purposes] } });
  return named;
}

function emergencyIn(headers: IncomingHttpHeaders): Caller['emergency'] {
  const reasonCode = headers['x-emergency-reason'];
  if (reasonCode === undefined) return undefined;
  if (typeof reasonCode !== 'string' || !REASON_CODE.test(reasonCode))
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'X-Emergency-Reason', rule: 'a code in UPPER_SNAKE' }] });
  return { reasonCode };
}
