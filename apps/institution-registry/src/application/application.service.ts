import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, ownInstitutions, viewOf, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import type { Explanation } from '@yiyang/decisions';
import { Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, decodeCursor, newId, pageOf, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, getTerm, INSTITUTION_KINDS, regionPrefix, type InstitutionKind } from '@yiyang/standards';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import type { SubmitApplicationBody } from './application.dto.js';
import type { ApplicationRow } from './application.entity.js';
import type { ApplicationQuery, TimelinessQuery } from './application-query.dto.js';
import { ApplicationPolicies, type ApplicationPolicy } from './application-policies.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationView } from './application.view.js';
import { applicationPath, secondApplicationFlags } from './domain/application-path.js';
import { awaitedBy, type Side } from './domain/application.js';
import type { Flag } from './domain/flag.js';
import { assertMayFoundWard } from './domain/elder-ward.js';
import { assertMaySubmit, type Applicant } from './domain/may-submit.js';
import { shownMaterials } from './shown-materials.js';
import { timelinessView } from './timeliness.view.js';

const ACTION = 'application.submit';

/** Applications for filings and licences: submitted at one window, listed for those whose turn it is. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly applications: ApplicationRepository,
    private readonly institutions: InstitutionRepository,
    private readonly policies: ApplicationPolicies,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  submit(call: Call, body: SubmitApplicationBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, ACTION);
    const prepare = () => this.prepare(caller, body);
    return this.commands.runPrepared(call, prepare, async (tx, application) => {
      const row = await this.withSecondFlag(tx, application);
      this.applications.insert(tx, row);
      const { id: applicationId, institutionId, kind, side, division, path, hostId } = row;
      const event = { applicationId, institutionId, kind, side, path, division, ...(hostId !== null && { hostId }) };
      this.outbox.publish(tx, EVENT.institutionApplicationSubmittedV1, institutionId, event, { regioncode: division });
      const done = { action: ACTION, resource: 'application', resourceId: applicationId } as const;
      this.audit.record(tx, caller, { ...done, outcome: 'ALLOWED' });
      const view = viewOf(grant, 'application', applicationView(row, this.today()));
      return created(view, row.version, `/v1/applications/${applicationId}`);
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'application.read');
    const row = await this.applications.get(grant, id);
    return found(viewOf(grant, 'application', applicationView(row, this.today())), row.version);
  }

  async list(caller: Caller, query: ApplicationQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'application.list');
    const { limit, cursor, division, ...filter } = query;
    const [after] = cursor === undefined ? [] : (decodeCursor(cursor, ['string']) as [string]);
    const today = this.today();
    const rows = await this.applications.list(
      grant,
      { ...filter, ...(division && { divisionPrefix: regionPrefix(division) }) },
      { today, after, limit: limit + 1 },
    );
    const page = pageOf(rows, limit, (row) => [row.id]);
    const items = page.items.map((row) => viewOf(grant, 'application', applicationView(row, today)));
    return found({ items, nextCursor: page.nextCursor });
  }

  /** How many were answered in the set time. Source: REG-13. */
  async timeliness(caller: Caller, query: TimelinessQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'application.timeliness');
    const { from, to, division } = query;
    const divisionPrefix = division && regionPrefix(division);
    const counted = await this.applications.timeliness(grant, { from, to, divisionPrefix, today: this.today() });
    return found(viewOf(grant, 'application-timeliness', timelinessView({ from, to }, counted)));
  }

  private async prepare(caller: Caller, body: SubmitApplicationBody): Promise<ApplicationRow> {
    const host = await this.institution('hostId', body.hostId);
    const founder = await this.institution('founderId', body.founderId);
    const { side } = getTerm(INSTITUTION_KINDS, body.kind as InstitutionKind);
    assertMaySubmit(applicantOf(caller), {
      side,
      division: body.division,
      creditCode: body.creditCode,
      ...(host && { host: { id: host.id, division: host.division, isUnit: host.hostId !== null } }),
    });
    const policy = await this.policies.of(body.division, this.today());
    if (body.kind === 'ELDER_WARD' && policy.wardMinGrade) assertMayFoundWard(founder, policy.wardMinGrade);
    return this.newApplication(body, side, host, policy);
  }

  private async withSecondFlag(tx: Tx, row: ApplicationRow): Promise<ApplicationRow> {
    const { path, pathBecause, hostId, kind } = row;
    if (path !== 'TWO_IN_ONE' || hostId === null) return row;
    const because = pathBecause as Explanation;
    const second = secondApplicationFlags({ value: path, because }, await this.applications.hasOther(tx, hostId, kind));
    return { ...row, flags: [...(row.flags as Flag[]), ...second] };
  }

  private institution(field: string, id: string | undefined): Promise<WholeInstitution | undefined> {
    return id === undefined ? Promise.resolve(undefined) : knownReference(field, () => this.institutions.find(id));
  }

  private newApplication(
    body: SubmitApplicationBody,
    side: Side,
    host: WholeInstitution | undefined,
    policy: ApplicationPolicy,
  ): ApplicationRow {
    const investmentOrigin = body.investmentOrigin ?? 'DOMESTIC';
    const hostSide = host?.side ?? null;
    const path = applicationPath({ ...body, side, investmentOrigin, ...(hostSide && { hostSide }) }, policy.path);
    const { kind, name, division, ownership, profitNature, beds } = body;
    const status = 'SUBMITTED';
    return {
      ...UNDECIDED,
      ...{ kind, side, name, division, ownership, profitNature, investmentOrigin, beds, hostSide, status },
      ...shownMaterials({ side, hostSide, hostKind: host?.kind }, body, policy, this.today()),
      id: newId(),
      institutionId: newId(),
      path: path.value,
      pathBecause: path.because,
      level: body.level ?? null,
      grade: body.grade ?? null,
      creditCode: body.creditCode ?? null,
      hostId: body.hostId ?? null,
      founderId: body.founderId ?? null,
      channel: body.channel ?? null,
      externalCaseId: body.externalCaseId ?? null,
      awaits: awaitedBy({ status, side, hostSide }),
      submittedAt: this.clock.now(),
      version: 1,
    };
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

const UNDECIDED = {
  acceptedAt: null,
  supplement: null,
  scopeChangedOn: null,
  nearOn: null,
  dueOn: null,
  limitBecause: null,
  decidedAt: null,
  decidedOn: null,
  legalBasis: null,
  reasonCode: null,
};

function applicantOf(caller: Caller): Applicant {
  return { role: caller.role, region: caller.region, institutions: ownInstitutions(caller) };
}
