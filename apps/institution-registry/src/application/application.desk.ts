import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, type CivilDate } from '@yiyang/standards';
import { ApplicationEvents } from './application-events.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationView } from './application.view.js';
import { awaitedBy, type ApplicationStatus } from './domain/application.js';

export type Decided = Partial<ApplicationRow> & { readonly status: ApplicationStatus };

/** What every command about an application has in common: who may, the lock, the version, what is said, the audit entry. */
@Injectable()
export class ApplicationDesk {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly applications: ApplicationRepository,
    private readonly events: ApplicationEvents,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `prepare` makes the application before the transaction, `finish` completes it inside. */
  create(
    call: Call,
    action: string,
    prepare: () => Promise<ApplicationRow>,
    finish: (tx: Tx, prepared: ApplicationRow) => Promise<ApplicationRow>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.runPrepared(call, prepare, async (tx, prepared) => {
      const row = await finish(tx, prepared);
      this.applications.insert(tx, row);
      if (row.status === 'SUBMITTED') this.events.submitted(tx, row);
      this.record(tx, call, action, row);
      return created(this.view(grant, row), row.version, `/v1/applications/${row.id}`);
    });
  }

  /** One transaction that loads, decides and stores; `decide` may write more. */
  change(
    call: Call,
    action: string,
    id: string,
    decide: (row: ApplicationRow, tx: Tx) => Promise<Decided> | Decided,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const row = await this.applications.getForUpdate(tx, grant, id);
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      const decided = await decide(row, tx);
      const changes = { ...decided, awaits: awaitedBy({ ...row, ...decided }) };
      this.applications.update(tx, row, changes);
      const after = { ...row, ...changes, version: row.version + 1 };
      if (row.status !== 'DRAFT') this.events.moved(tx, after);
      else if (after.status === 'SUBMITTED') this.events.submitted(tx, after);
      this.record(tx, call, action, after);
      return changed(this.view(grant, after), after.version);
    });
  }

  today(): CivilDate {
    return civilDateInShanghai(this.clock.now());
  }

  private view(grant: Grant, row: ApplicationRow): object {
    return viewOf(grant, 'application', applicationView(row, this.today()));
  }

  private record(tx: Tx, { caller }: Call, action: string, { id: resourceId }: ApplicationRow): void {
    this.audit.record(tx, caller, { action, resource: 'application', resourceId, outcome: 'ALLOWED' });
  }
}
