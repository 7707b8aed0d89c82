import { Injectable } from '@nestjs/common';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import type { CurrentFinding, FindingChanges } from './domain/finding-changes.js';
import { FindingRepository } from './finding.repository.js';

interface About {
  readonly id: string;
  readonly division: string;
}

/** Writes what changed among the findings of an institution, and says it; refreshed figures are not said. */
@Injectable()
export class FindingRecorder {
  constructor(
    private readonly findings: FindingRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  record(tx: Tx, institution: About, { raise, resolve, refresh }: FindingChanges): void {
    // The index of open findings sees the old one of a subject go before the new one comes.
    for (const resolved of resolve) this.resolve(tx, institution, resolved);
    for (const { finding, to } of refresh) this.findings.refresh(tx, finding.id, to);
    for (const finding of raise) this.raise(tx, institution, finding);
  }

  private raise(tx: Tx, { id: institutionId, division }: About, finding: CurrentFinding): void {
    const { ruleId, code, severity, status } = finding;
    const [id, raisedAt] = [newId(), this.clock.now()];
    const [owners, copies] = [[...finding.owners], [...finding.copies]];
    const row = { ...finding, id, institutionId, division, owners, copies };
    this.findings.insert(tx, { ...row, raisedAt, resolvedAt: null, resolvedBecause: null });
    const event = { findingId: id, institutionId, ruleId, code, severity, status, owners };
    const said = { ...event, raisedAt: raisedAt.toISOString() };
    this.outbox.publish(tx, EVENT.institutionFindingRaisedV1, institutionId, said, { regioncode: division });
  }

  private resolve(
    tx: Tx,
    { id: institutionId, division }: About,
    { finding: { id, ruleId }, because }: FindingChanges['resolve'][number],
  ): void {
    const resolvedAt = this.clock.now();
    this.findings.resolve(tx, id, resolvedAt, because);
    const event = { findingId: id, institutionId, ruleId, reasonCode: because, resolvedAt: resolvedAt.toISOString() };
    this.outbox.publish(tx, EVENT.institutionFindingResolvedV1, institutionId, event, { regioncode: division });
  }
}
