import { createLogger } from '@yiyang/observability';
import type { Database } from '@yiyang/persistence';
import { Audit } from '../audit/audit.js';
import { auditKey } from '../audit/audit-key.js';
import { AuditSealer, type OnSealed, type SealerPace } from '../audit/audit-sealer.js';

export const KEY = auditKey('an audit secret of 32 characters', 'test');

export function anAudit(database: Database): Audit {
  return new Audit(database, KEY);
}

export function aSealer(database: Database, pace: SealerPace = {}, onSealed?: OnSealed): AuditSealer {
  return new AuditSealer(database, KEY, createLogger('audit-test'), onSealed, pace);
}
