import { createLogger } from '@yiyang/observability';
import { testDatabase, type TestDatabase } from '@yiyang/testing';
import { Audit } from '../audit/audit.js';
import { auditKey } from '../audit/audit-key.js';
import { AuditSealer, type OnSealed, type SealerPace } from '../audit/audit-sealer.js';
import { CreateAuditTables1764000000200 } from '../migrations/1764000000200-create-audit-tables.js';

export const KEY = auditKey('an audit secret of 32 characters', 'test');

/** A database with nothing but the access log. */
export function auditDatabase(): Promise<TestDatabase> {
  return testDatabase('audit', [CreateAuditTables1764000000200]);
}

export function anAudit(db: TestDatabase): Audit {
  return new Audit(db.database, KEY);
}

export function aSealer(db: TestDatabase, pace: SealerPace = {}, onSealed?: OnSealed): AuditSealer {
  return new AuditSealer(db.database, KEY, createLogger('audit-test'), onSealed, pace);
}
