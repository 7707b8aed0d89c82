import { callerHeaders } from './registry.ts';
import type { Secrets } from '../../tools/stack/secrets.ts';

interface AuditReport {
  readonly ok: boolean;
  readonly entries: number;
  readonly seals: number;
}

/** The service's own verdict over its whole audit log; throws when the chain does not verify. */
export async function verifyAudit(origin: string, secrets: Secrets): Promise<AuditReport> {
  const headers = callerHeaders('HEALTH', secrets.INTERNAL_TOKEN_SECRET);
  const answer = await fetch(`${origin}/v1/audit/verify`, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the audit could not be verified: ${answer.status} ${text.slice(0, 200)}`);
  const report = JSON.parse(text) as AuditReport;
  if (!report.ok) throw new Error(`the audit chain does not verify: ${text.slice(0, 200)}`);
  return report;
}
