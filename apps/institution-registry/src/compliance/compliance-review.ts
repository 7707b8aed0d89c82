import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, startOfDayShanghai } from '@yiyang/standards';
import type { ReviewStep } from '../review/institution-review.js';
import { ComplianceRepository, type ExaminedInstitution } from './compliance.repository.js';
import { Examination } from './examination.js';
import { findingChanges, findingsOf, type CurrentFinding, type FindingChanges } from './domain/finding-changes.js';
import { FindingRepository } from './finding.repository.js';

/** Raises and resolves findings so that the open ones are what the rules say now. */
@Injectable()
export class ComplianceReview implements ReviewStep {
  constructor(
    private readonly institutions: ComplianceRepository,
    private readonly examination: Examination,
    private readonly findings: FindingRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async review(tx: Tx, institutionId: string): Promise<Date | undefined> {
    const now = this.clock.now();
    const on = civilDateInShanghai(now);
    const institution = await this.institutions.get(tx, institutionId, on);
    const { outcomes, model, changesOn } = await this.examination.examine(institution, on);
    const current = findingsOf(outcomes, model);
    const { raise, resolve, refresh } = findingChanges(institution.openFindings, current, outcomes);
    for (const resolved of resolve) this.resolve(tx, institution, resolved, now);
    for (const { finding, to } of refresh) this.findings.refresh(tx, finding.id, to);
    for (const finding of raise) this.raise(tx, institution, finding, now);
    return changesOn === undefined ? undefined : startOfDayShanghai(changesOn);
  }

  private raise(
    tx: Tx,
    { id: institutionId, division }: ExaminedInstitution,
    finding: CurrentFinding,
    now: Date,
  ): void {
    const { ruleId, code, severity, status, owners, copies } = finding;
    const id = newId();
    const recorded = { ...finding, id, institutionId, division, owners: [...owners], copies: [...copies] };
    this.findings.insert(tx, { ...recorded, raisedAt: now, resolvedAt: null, resolvedBecause: null });
    const event = { findingId: id, institutionId, ruleId, code, severity, status, owners: [...owners] };
    const said = { ...event, raisedAt: now.toISOString() };
    this.outbox.publish(tx, EVENT.institutionFindingRaisedV1, institutionId, said, { regioncode: division });
  }

  private resolve(
    tx: Tx,
    { id: institutionId, division }: ExaminedInstitution,
    { finding: { id, ruleId }, because }: FindingChanges['resolve'][number],
    now: Date,
  ): void {
    this.findings.resolve(tx, id, now, because);
    const event = { findingId: id, institutionId, ruleId, reasonCode: because, resolvedAt: now.toISOString() };
    this.outbox.publish(tx, EVENT.institutionFindingResolvedV1, institutionId, event, { regioncode: division });
  }
}
