import { Injectable } from '@nestjs/common';
import { AccessDecisions, ownInstitutions, viewOf, type Caller, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, type Answer, type Call } from '@yiyang/http';
import { Clock, decodeCursor, newId, pageOf } from '@yiyang/persistence';
import { sourceOf } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import { addDays, civilDateInShanghai, percentOf } from '@yiyang/standards';
import { AllianceVisitRecorder } from './alliance-visit.recorder.js';
import { AllianceVisitRepository } from './alliance-visit.repository.js';
import type { PlanVisitsBody, RecordVisitBody, SupportQuery, VisitQuery } from './alliance.dto.js';
import type { AllianceVisitRow } from './alliance.entity.js';
import { AllianceRepository } from './alliance.repository.js';
import { allianceVisitView } from './alliance.view.js';
import { assertPlannable, recordVisit } from './domain/alliance-visit.js';
import { assertAllianceAction, assertMayPlan } from './domain/alliance.js';

/** Support plans (帮扶计划) and many-to-one rounds (多对一巡诊) of an alliance. Sources: REG-30, CON-23. */
@Injectable()
export class AllianceVisitsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly alliances: AllianceRepository,
    private readonly visits: AllianceVisitRepository,
    private readonly policies: Policies,
    private readonly recorder: AllianceVisitRecorder,
    private readonly clock: Clock,
  ) {}

  plan(call: Call, allianceId: string, body: PlanVisitsBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'alliance.plan-visits');
    const prepare = async () => {
      const { division } = await this.alliances.get(allianceId);
      return this.policies.find<number>(division, 'alliance.visitGraceDays', this.today());
    };
    return this.commands.runPrepared(call, prepare, async (tx, grace) => {
      const alliance = await this.alliances.getForUpdate(tx, allianceId);
      assertAllianceAction(alliance.status, 'planVisits');
      assertMayPlan(alliance, body, ownInstitutions(call.caller));
      assertPlannable(body.dueOn, this.today());
      const { dueOn: days, ...visit } = body;
      const rows = [...days].sort().map((dueOn): AllianceVisitRow => {
        const latestOn = addDays(dueOn, grace?.value ?? 0);
        return {
          ...visit,
          id: newId(),
          allianceId,
          division: alliance.division,
          dueOn,
          latestOn,
          doneOn: null,
          version: 1,
        };
      });
      for (const row of rows) {
        this.visits.insert(tx, row);
        this.recorder.planned(tx, row, grace && sourceOf(grace));
      }
      this.recorder.audited(tx, grant, allianceId);
      return created({ items: rows.map((row) => this.view(grant, row)) }, 1, `/v1/alliances/${allianceId}/visits`);
    });
  }

  record(call: Call, allianceId: string, id: string, { doneOn }: RecordVisitBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'alliance.record-visit');
    return this.commands.run(call, async (tx) => {
      const row = await this.visits.getForUpdate(tx, allianceId, id);
      if (!ownInstitutions(call.caller).includes(row.visitorId))
        throw refusal('VISIT_NOT_OWN', {
          rule: 'CON-23',
          fields: [{ path: 'visitId', rule: 'a visit of the caller' }],
        });
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      const after = { ...recordVisit(row, doneOn, this.today()), version: row.version + 1 };
      this.visits.update(tx, row, doneOn);
      this.recorder.done(tx, after);
      this.recorder.audited(tx, grant, id);
      return changed(this.view(grant, after), after.version);
    });
  }

  async list(caller: Caller, allianceId: string, { cursor, limit, ...query }: VisitQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'alliance.read-visits');
    const after = cursor === undefined ? undefined : (decodeCursor(cursor, ['string', 'string']) as [string, string]);
    const rows = await this.visits.list({ ...query, allianceId }, after, limit + 1);
    if (rows.length === 0) await this.alliances.get(allianceId);
    const page = pageOf(rows, limit, ({ dueOn, id }) => [dueOn, id]);
    return found({ ...page, items: page.items.map((row) => this.view(grant, row)) });
  }

  /** Planned against done visits of a year. Source: REG-30. */
  async support(caller: Caller, allianceId: string, { year }: SupportQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'alliance.read-visits');
    const lines = await this.visits.support(allianceId, year);
    if (lines.length === 0) await this.alliances.get(allianceId);
    const items = lines.map((line) => ({ ...line, donePercent: percentOf(line.done, line.planned) }));
    return found({ items: items.map((line) => viewOf(grant, 'alliance-visit', line)) });
  }

  private view(grant: Grant, row: AllianceVisitRow): object {
    return viewOf(grant, 'alliance-visit', allianceVisitView(row, this.today()));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
