import { STATUS_CODES } from 'node:http';
import { Refusal, refusal } from '@yiyang/decisions';
import { currentContext } from '@yiyang/observability';
import type { Refusals, RefusalEntry } from './refusal-catalogue.js';

/** An answer of `application/problem+json` (RFC 9457) with this platform's members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly [member: string]: unknown;
}

/** Prefers Chinese unless the caller's Accept-Language puts English first. */
function titleFor(entry: RefusalEntry, acceptLanguage: string | undefined): string {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? entry.en : entry.zh;
}

/** The problem document of a refusal. */
export function problemOf(refused: Refusal, entry: RefusalEntry, acceptLanguage?: string): Problem {
  const { rule, clause, source, policyVersion, inputs, fields, alternatives } = refused.detail;
  const context = currentContext();
  const members = { rule, clause, source, policyVersion, inputs, fields, alternatives };
  return {
    type: `urn:yiyang:refusal:${refused.code}`,
    title: titleFor(entry, acceptLanguage),
    titles: { zh: entry.zh, en: entry.en },
    status: entry.status,
    code: refused.code,
    owner: entry.owner,
    ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
    ...(context && { requestId: context.requestId, correlationId: context.correlationId }),
  };
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'MALFORMED_REQUEST',
  401: 'NOT_AUTHENTICATED',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  406: 'MEDIA_TYPE_UNSUPPORTED',
  413: 'BODY_TOO_LARGE',
  414: 'MALFORMED_REQUEST',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

/** SQLSTATE classes and system codes that say "try again later", not "wrong". */
const PASSING = /^(08...|53...|57P0.|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/**
 * Turns any error into the refusal that is answered. Data that the database cannot hold (class 22) is the caller's;
 * a broken constraint is the rule it is named for; what is left is unexpected.
 */
export function refusalOf(error: unknown, refusals: Refusals): Refusal {
  if (error instanceof Refusal) return refusals.find(error.code) ? error : refusal('UNEXPECTED');
  const code = property(error, 'code');
  if (typeof code === 'string') {
    if (PASSING.test(code)) return refusal('UNAVAILABLE');
    const rule = refusals.codeOfConstraint(String(property(error, 'constraint')));
    if (rule) return refusal(rule);
    if (/^22...$/.test(code)) return refusal('MALFORMED_REQUEST');
  }
  if (/timeout exceeded when trying to connect|Connection terminated/.test(String(property(error, 'message'))))
    return refusal('UNAVAILABLE');
  const status = property(error, 'statusCode') ?? property(error, 'status');
  return refusal((typeof status === 'number' && CODE_OF_STATUS[status]) || 'UNEXPECTED');
}

/** Statuses that every route may answer besides its own; for the OpenAPI document. */
export function statusText(status: number): string {
  return STATUS_CODES[status] ?? 'Problem';
}
