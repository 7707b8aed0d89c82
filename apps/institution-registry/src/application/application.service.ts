import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, ownInstitutions, viewOf, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { Policies, valueOf } from '@yiyang/service';
import { civilDateInShanghai, getTerm, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { Qualifying } from '../institution/qualifying.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import type {
  ApproveApplicationBody,
  FileApplicationBody,
  RefuseApplicationBody,
  SubmitApplicationBody,
} from './application.dto.js';
import { applicationView } from './application.view.js';
import { applicationPath, type PathPolicy, type Sourced } from './domain/application-path.js';
import { acceptApplication, approveApplication, fileApplication, refuseApplication } from './domain/application.js';
import { assertMaySubmit, type Applicant } from './domain/may-submit.js';

const PATH_KEYS = ['internalFilingTypes', 'twoInOneExcludedTypes', 'twoInOneMaxLevel'] as const;

/** Applications for filings and licences, from submission to the decision. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly applications: ApplicationRepository,
    private readonly institutions: InstitutionRepository,
    private readonly qualifying: Qualifying,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async submit(call: Call, body: SubmitApplicationBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'application.submit');
    const { hostId } = body;
    const host =
      hostId === undefined ? undefined : await knownReference('hostId', () => this.institutions.find(hostId));
    const { side } = getTerm(INSTITUTION_KINDS, body.kind as InstitutionKind);
    assertMaySubmit(applicantOf(call.caller), {
      side,
      division: body.division,
      creditCode: body.creditCode,
      ...(host && { host: { id: host.id, division: host.division, isUnit: host.hostId !== null } }),
    });
    const policy = await this.pathPolicy(body.division, this.today());
    return this.commands.run(call, async (tx) => {
      const path = applicationPath(
        { ...body, side, investmentOrigin: body.investmentOrigin ?? 'DOMESTIC', ...(host && { hostSide: host.side }) },
        policy,
      );
      const row: ApplicationRow = {
        ...newApplication(body, side),
        path: path.value,
        pathBecause: path.because,
        submittedAt: this.clock.now(),
      };
      this.applications.insert(tx, row);
      const { id: applicationId, institutionId, kind, division } = row;
      const event = { applicationId, institutionId, kind, side, path: path.value, division, ...(hostId && { hostId }) };
      this.outbox.publish(tx, EVENT.institutionApplicationSubmittedV1, institutionId, event, { regioncode: division });
      this.record(tx, call.caller, 'application.submit', applicationId);
      return created(
        viewOf(grant, 'application', applicationView(row)),
        row.version,
        `/v1/applications/${applicationId}`,
      );
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'application.read');
    const row = await this.applications.get(grant, id);
    return found(viewOf(grant, 'application', applicationView(row)), row.version);
  }

  accept(call: Call, id: string): Promise<Answer> {
    return this.change(call, 'application.accept', id, (row) => ({
      status: acceptApplication(row, call.caller.role),
      acceptedAt: this.clock.now(),
    }));
  }

  file(call: Call, id: string, body: FileApplicationBody): Promise<Answer> {
    return this.change(call, 'application.file', id, async (row, tx) => {
      const status = fileApplication(row, call.caller.role);
      await this.qualifying.qualify(tx, row, {
        validFrom: this.notInFuture('filedOn', body.filedOn),
        today: this.today(),
      });
      return { status, decidedOn: body.filedOn };
    });
  }

  approve(call: Call, id: string, body: ApproveApplicationBody): Promise<Answer> {
    return this.change(call, 'application.approve', id, async (row, tx) => {
      const status = approveApplication(row, call.caller.role, body);
      const { establishmentApprovalNo, practiceRegistrationNo } = body;
      const validFrom = this.notInFuture('licensedOn', body.licensedOn);
      const numbers = { practiceRegistrationNo, ...(establishmentApprovalNo && { establishmentApprovalNo }) };
      await this.qualifying.qualify(tx, row, { validFrom, today: this.today(), ...numbers });
      return { status, decidedOn: body.licensedOn };
    });
  }

  refuse(call: Call, id: string, body: RefuseApplicationBody): Promise<Answer> {
    return this.change(call, 'application.refuse', id, (row) => ({
      status: refuseApplication(row, call.caller.role, body.legalBasis),
      ...body,
      decidedOn: this.today(),
    }));
  }

  /** One transaction that loads, decides and stores; `decide` may write more. */
  private change(
    call: Call,
    action: string,
    id: string,
    decide: (row: ApplicationRow, tx: Tx) => Promise<Partial<ApplicationRow>> | Partial<ApplicationRow>,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, action);
    return this.commands.run(call, async (tx) => {
      const row = await this.applications.getForUpdate(tx, grant, id);
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      const changes = await decide(row, tx);
      this.applications.update(tx, row, changes);
      this.record(tx, call.caller, action, id);
      const after = { ...row, ...changes, version: row.version + 1 };
      return changed(viewOf(grant, 'application', applicationView(after)), after.version);
    });
  }

  private async pathPolicy(division: string, on: string): Promise<PathPolicy> {
    const found = await this.policies.findAll(division, PATH_KEYS, on);
    const sourced = <Value>(key: (typeof PATH_KEYS)[number]): Sourced<Value> => {
      const { value, clause, document, policyVersion } = valueOf<Value>(found, key);
      return { value, clause, source: document, policyVersion };
    };
    return {
      internalFilingTypes: sourced('internalFilingTypes'),
      twoInOneExcludedTypes: sourced('twoInOneExcludedTypes'),
      twoInOneMaxLevel: sourced('twoInOneMaxLevel'),
    };
  }

  private notInFuture(field: string, date: string): string {
    if (date > this.today())
      throw refusal('DATE_IN_FUTURE', { fields: [{ path: field, rule: `at most ${this.today()}` }] });
    return date;
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }

  private record(tx: Tx, caller: Caller, action: string, resourceId: string): void {
    this.audit.record(tx, caller, { action, resource: 'application', resourceId, outcome: 'ALLOWED' });
  }
}

function applicantOf(caller: Caller): Applicant {
  return { role: caller.role, region: caller.region, institutions: ownInstitutions(caller) };
}

function newApplication(
  body: SubmitApplicationBody,
  side: 'MEDICAL' | 'CARE',
): Omit<ApplicationRow, 'path' | 'pathBecause' | 'submittedAt'> {
  return {
    id: newId(),
    institutionId: newId(),
    kind: body.kind,
    side,
    level: body.level ?? null,
    grade: body.grade ?? null,
    name: body.name,
    creditCode: body.creditCode ?? null,
    division: body.division,
    ownership: body.ownership,
    profitNature: body.profitNature,
    investmentOrigin: body.investmentOrigin ?? 'DOMESTIC',
    hostId: body.hostId ?? null,
    beds: body.beds,
    status: 'SUBMITTED',
    acceptedAt: null,
    decidedOn: null,
    legalBasis: null,
    reasonCode: null,
    version: 1,
  };
}
