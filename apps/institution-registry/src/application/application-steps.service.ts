import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, type Answer, type Call } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai } from '@yiyang/standards';
import { ElderCareScope } from '../institution/elder-care-scope.js';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { Qualifying } from '../institution/qualifying.js';
import type { ShownMaterialsBody } from './application.dto.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationClock } from './application-clock.js';
import { ApplicationPolicies } from './application-policies.js';
import { ApplicationRepository } from './application.repository.js';
import type {
  ApproveApplicationBody,
  AskMoreBody,
  FileApplicationBody,
  RefuseApplicationBody,
  ScopeChangeBody,
} from './application-steps.dto.js';
import { applicationView, type SupplementView } from './application.view.js';
import {
  acceptApplication,
  approveApplication,
  askMore,
  awaitedBy,
  fileApplication,
  opensElderCare,
  recordScopeChange,
  refuseApplication,
  resubmitApplication,
  withdrawApplication,
  type ApplicationState,
  type ApplicationStatus,
} from './domain/application.js';
import type { Flag } from './domain/flag.js';
import { shownMaterials } from './shown-materials.js';

type Decided = Partial<ApplicationRow> & { readonly status: ApplicationStatus };

/** The steps of an application, from acceptance to the decision. */
@Injectable()
export class ApplicationStepsService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly applications: ApplicationRepository,
    private readonly institutions: InstitutionRepository,
    private readonly scope: ElderCareScope,
    private readonly qualifying: Qualifying,
    private readonly policies: ApplicationPolicies,
    private readonly answer: ApplicationClock,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  accept(call: Call, id: string): Promise<Answer> {
    return this.change(call, 'application.accept', id, async (row, tx) => {
      const scopeChangedOn = opensElderCare(row) && row.hostId ? await this.scope.since(tx, row.hostId) : null;
      const status = acceptApplication({ ...stateOf(row), scopeChangedOn }, call.caller.role);
      const clock = status === 'ACCEPTED' ? await this.answer.start(tx, row) : {};
      return { status, scopeChangedOn, acceptedAt: this.clock.now(), ...clock };
    });
  }

  askMore(call: Call, id: string, { items }: AskMoreBody): Promise<Answer> {
    return this.change(call, 'application.ask-more', id, (row, tx) => {
      const status = askMore(stateOf(row), call.caller.role, items);
      this.answer.pause(tx, row);
      return { status, supplement: { items, askedAt: this.clock.now() } };
    });
  }

  resubmit(call: Call, id: string, body: ShownMaterialsBody): Promise<Answer> {
    return this.change(call, 'application.resubmit', id, async (row, tx) => {
      const status = resubmitApplication(stateOf(row), call.caller.role);
      const policy = await this.policies.of(row.division, this.today());
      const host = row.hostId === null ? undefined : await this.institutions.find(row.hostId);
      const shown = {
        certificates: body.certificates ?? (row.certificates as ShownMaterialsBody['certificates']),
        careAreaSeparated: body.careAreaSeparated ?? row.careAreaSeparated,
      };
      const of = { side: row.side, hostSide: row.hostSide, hostKind: host?.kind };
      const supplement = { ...(row.supplement as SupplementView), answeredAt: this.clock.now() };
      const clock = await this.answer.resume(tx, row);
      const seen = shownMaterials(of, shown, policy, this.today());
      const others = (row.flags as Flag[]).filter(({ rule }) => rule !== 'REG-38');
      return { status, supplement, ...clock, ...seen, flags: [...others, ...seen.flags] };
    });
  }

  /** The host's charter is a fact of the host: later filings need no further change. */
  recordScopeChange(call: Call, id: string, { changedOn }: ScopeChangeBody): Promise<Answer> {
    return this.change(call, 'application.record-scope-change', id, async (row, tx) => {
      const status = recordScopeChange(stateOf(row), call.caller.role);
      const scopeChangedOn = this.notInFuture('changedOn', changedOn);
      await this.scope.open(tx, call.caller, row.hostId as string, scopeChangedOn);
      return { status, scopeChangedOn, ...(await this.answer.start(tx, row)) };
    });
  }

  file(call: Call, id: string, { filedOn, validTo }: FileApplicationBody): Promise<Answer> {
    return this.change(call, 'application.file', id, (row, tx) => {
      const status = fileApplication(stateOf(row), call.caller.role, filedOn);
      const validFrom = this.notInFuture('filedOn', filedOn);
      this.qualifying.qualify(tx, call.caller, row, { validFrom, validTo: endOf(validFrom, validTo) });
      return { status, ...this.decided(tx, row, filedOn) };
    });
  }

  approve(call: Call, id: string, body: ApproveApplicationBody): Promise<Answer> {
    return this.change(call, 'application.approve', id, (row, tx) => {
      const status = approveApplication(stateOf(row), call.caller.role, body);
      const { establishmentApprovalNo, practiceRegistrationNo, licensedOn, validTo } = body;
      const validFrom = this.notInFuture('licensedOn', licensedOn);
      const numbers = { practiceRegistrationNo, ...(establishmentApprovalNo && { establishmentApprovalNo }) };
      const qualified = { validFrom, validTo: endOf(validFrom, validTo), ...numbers };
      this.qualifying.qualify(tx, call.caller, row, qualified);
      return { status, ...this.decided(tx, row, licensedOn) };
    });
  }

  refuse(call: Call, id: string, body: RefuseApplicationBody): Promise<Answer> {
    return this.change(call, 'application.refuse', id, (row, tx) => ({
      status: refuseApplication(stateOf(row), call.caller.role, body.legalBasis),
      ...body,
      ...this.decided(tx, row, this.today()),
    }));
  }

  withdraw(call: Call, id: string): Promise<Answer> {
    return this.change(call, 'application.withdraw', id, (row, tx) => {
      const status = withdrawApplication(stateOf(row), call.caller.role);
      this.answer.stop(tx, row);
      return { status };
    });
  }

  /** One transaction that loads, decides and stores; `decide` may write more. */
  private change(
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
      const changes = { ...decided, awaits: awaitedBy({ ...row, status: decided.status }) };
      this.applications.update(tx, row, changes);
      const after = { ...row, ...changes, version: row.version + 1 };
      this.answer.say(tx, after);
      this.audit.record(tx, call.caller, { action, resource: 'application', resourceId: id, outcome: 'ALLOWED' });
      return changed(viewOf(grant, 'application', applicationView(after, this.today())), after.version);
    });
  }

  private decided(tx: Tx, row: ApplicationRow, decidedOn: string): Partial<ApplicationRow> {
    this.answer.stop(tx, row);
    return { decidedOn, decidedAt: this.clock.now() };
  }

  private notInFuture(field: string, date: string): string {
    if (date > this.today())
      throw refusal('DATE_IN_FUTURE', { fields: [{ path: field, rule: `at most ${this.today()}` }] });
    return date;
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

function stateOf(row: ApplicationRow): ApplicationState {
  const { status, path, side, hostSide, scopeChangedOn, supplement } = row;
  return {
    status,
    path,
    side,
    hostSide,
    scopeChangedOn,
    toldOnce: supplement !== null,
    accepted: row.acceptedAt !== null,
  };
}

function endOf(validFrom: string, validTo: string | undefined): string | null {
  if (validTo !== undefined && validTo < validFrom)
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'validTo', rule: `not before ${validFrom}` }] });
  return validTo ?? null;
}
