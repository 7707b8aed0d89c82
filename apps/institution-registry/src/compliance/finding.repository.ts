import { Injectable } from '@nestjs/common';
import { rowFilter, type Grant } from '@yiyang/access';
import { Database, json, type Tx } from '@yiyang/persistence';
import type { CurrentFinding, Resolution } from './domain/finding-changes.js';
import { FindingRow } from './finding.entity.js';

const COLUMNS = `f.id, f.institution_id, f.division, f.rule_id, f.subject, f.code, f.severity, f.status, f.expected, f.actual,
  f.source, f.clause, f.policy_version, f.owners, f.copies, f.raised_at, f.resolved_at, f.resolved_because`;

export interface FindingFilter {
  readonly institutionId?: string | undefined;
  readonly divisionPrefix?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly severity?: string | undefined;
  readonly status?: string | undefined;
  /** Owns it or is told of it. */
  readonly department?: string | undefined;
}

/** All SQL of findings. */
@Injectable()
export class FindingRepository {
  constructor(private readonly database: Database) {}

  /** A page in the order in which they were raised. */
  list(grant: Grant, filter: FindingFilter, after: string | undefined, limit: number): Promise<FindingRow[]> {
    const { institutionId, divisionPrefix, ruleId, severity, status, department } = filter;
    const narrowed = [institutionId, divisionPrefix, ruleId, severity, status, department, after];
    const params: unknown[] = [...narrowed.map((one) => one ?? null), limit];
    const scope = rowFilter(grant, { serviceRegion: 'f.division', institution: 'f.institution_id' }, params);
    return this.database.many<FindingRow>(
      `select ${COLUMNS} from finding f
       where ($1::uuid is null or f.institution_id = $1) and ($2::text is null or f.division like $2 || '%')
         and ($3::text is null or f.rule_id = $3) and ($4::text is null or f.severity = $4)
         and ($5::text is null or f.status = $5) and ($6::text is null or $6 = any(f.owners || f.copies))
         and ($7::uuid is null or f.id > $7) and ${scope} order by f.id limit $8`,
      params,
    );
  }

  insert(tx: Tx, finding: FindingRow): void {
    tx.insert(FindingRow, { ...finding, expected: json(finding.expected), actual: json(finding.actual) });
  }

  resolve(tx: Tx, id: string, resolvedAt: Date, resolvedBecause: Resolution): void {
    tx.update(FindingRow, { id }, { status: 'RESOLVED', resolvedAt, resolvedBecause });
  }

  refresh(
    tx: Tx,
    id: string,
    { expected, actual, source, clause, policyVersion, owners, copies }: CurrentFinding,
  ): void {
    const figures = { expected: json(expected), actual: json(actual) };
    tx.update(
      FindingRow,
      { id },
      { ...figures, source, clause, policyVersion, owners: [...owners], copies: [...copies] },
    );
  }
}
