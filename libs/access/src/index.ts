import type { Migration } from '@yiyang/persistence';
import { CreateAuditTables1764000000200 } from './migrations/1764000000200-create-audit-tables.js';

export * from './access-decisions.js';
export { Audit } from './audit/audit.js';
export { auditKey, type AuditKey } from './audit/audit-key.js';
export { ANONYMOUS, type AuditEvent } from './audit/audit-row.js';
export { AuditSealer, type AuditAnchor, type OnSealed, type SealerPace } from './audit/audit-sealer.js';
export type { SealedEntry } from './audit/sealed-entry.js';
export { verifyAudit, type Alteration, type AuditReport } from './audit/verify-audit.js';
export * from './caller.js';
export * from './caller-token.js';
export * from './decide.js';
export * from './field-view.js';
export { FIELD_CLASSES, VIEWS, type FieldClass, type FieldTree, type ViewName } from './fields.js';
export { AccessGuard, type AccessGuardOptions } from './nest/access.guard.js';
export { Allow, Public } from './nest/declarations.js';
export { accessOf, callerOf, CallerParam, grantOf, GrantParam, type RequestAccess } from './nest/request-access.js';
export { assertEveryRouteDeclared, declaredRoutes, type DeclaredRoute } from './nest/route-census.js';
export * from './policy.js';
export type { Cell, PolicyRow } from './policy/row.js';
export * from './purposes.js';
export { RESOURCES, type Resource } from './resources.js';
export * from './roles.js';
export { renderPolicyTable } from './policy-page.js';
export { rowFilter, type OpenRelations, type ScopeColumns } from './row-filter.js';
export { personalTableSql, rlsContext, systemContext, type PersonalColumns, type RlsContext } from './row-security.js';
export { SCOPES, type Scope } from './scopes.js';

/** Tables of the access log; every service runs them after those of persistence. */
export const accessMigrations: readonly Migration[] = [CreateAuditTables1764000000200];
