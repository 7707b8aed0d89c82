import { Injectable } from '@nestjs/common';
import { ownInstitutions, type Caller } from '@yiyang/access';
import type { Explanation } from '@yiyang/decisions';
import { knownReference } from '@yiyang/http';
import { Clock, type Tx } from '@yiyang/persistence';
import { civilDateInShanghai, getTerm, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import { ApplicationPolicies, type ApplicationPolicy } from './application-policies.js';
import type { ApplicationBody, ShownMaterialsBody } from './application.dto.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationPath, secondApplicationFlags } from './domain/application-path.js';
import { assertMayFoundWard } from './domain/elder-ward.js';
import type { Flag } from './domain/flag.js';
import { assertMaySubmit } from './domain/may-submit.js';
import { shownMaterials, type ShownColumns } from './shown-materials.js';

/** What the applicant asks for, and what the region makes of it: way, materials, flags. */
export type Prepared = ReturnType<typeof preparedOf>;

type Flagged = Pick<ApplicationRow, 'path' | 'pathBecause' | 'hostId' | 'kind' | 'flags'>;

/** Puts an application together by the host, the founder and the policy of its division as they are now. */
@Injectable()
export class ApplicationPreparing {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly policies: ApplicationPolicies,
    private readonly applications: ApplicationRepository,
    private readonly clock: Clock,
  ) {}

  async prepare(caller: Caller, body: ApplicationBody): Promise<Prepared> {
    const host = await this.institution('hostId', body.hostId);
    const founder = await this.institution('founderId', body.founderId);
    const { role, region } = caller;
    const { division, creditCode } = body;
    const { side } = getTerm(INSTITUTION_KINDS, body.kind as InstitutionKind);
    const hosted = host && { host: { id: host.id, division: host.division, isUnit: host.hostId !== null } };
    const applicant = { role, region, institutions: ownInstitutions(caller) };
    assertMaySubmit(applicant, { side, division, creditCode, ...hosted });
    const policy = await this.policies.of(division, this.today());
    if (body.kind === 'ELDER_WARD' && policy.wardMinGrade) assertMayFoundWard(founder, policy.wardMinGrade);
    return preparedOf(body, host, policy, this.today());
  }

  /** What the applicant has given since. */
  async shown(row: ApplicationRow, given: ShownMaterialsBody): Promise<ShownColumns> {
    const policy = await this.policies.of(row.division, this.today());
    const host = row.hostId === null ? undefined : await this.institutions.find(row.hostId);
    const all = {
      certificates: given.certificates ?? (row.certificates as ShownMaterialsBody['certificates']),
      careAreaSeparated: given.careAreaSeparated ?? row.careAreaSeparated,
    };
    return shownMaterials({ side: row.side, hostSide: row.hostSide, hostKind: host?.kind }, all, policy, this.today());
  }

  /** Says of a two-in-one application whether the host has another one. Source: REG-06. */
  async withSecondFlag<Row extends Flagged>(tx: Tx, row: Row): Promise<Row> {
    const { path: value, pathBecause, hostId, kind } = row;
    if (value !== 'TWO_IN_ONE' || hostId === null) return row;
    const path = { value, because: pathBecause as Explanation };
    const second = secondApplicationFlags(path, await this.applications.hasOther(tx, hostId, kind));
    return { ...row, flags: [...(row.flags as Flag[]), ...second] };
  }

  private institution(field: string, id: string | undefined): Promise<WholeInstitution | undefined> {
    return id === undefined ? Promise.resolve(undefined) : knownReference(field, () => this.institutions.find(id));
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

function preparedOf(
  body: ApplicationBody,
  host: WholeInstitution | undefined,
  policy: ApplicationPolicy,
  today: string,
) {
  const { kind, name, division, ownership, profitNature, beds, investmentOrigin = 'DOMESTIC' } = body;
  const { side } = getTerm(INSTITUTION_KINDS, kind as InstitutionKind);
  const hostSide = host?.side ?? null;
  const path = applicationPath({ ...body, side, investmentOrigin, ...(hostSide && { hostSide }) }, policy.path);
  return {
    ...{ kind, side, name, division, ownership, profitNature, investmentOrigin, beds, hostSide },
    ...shownMaterials({ side, hostSide, hostKind: host?.kind }, body, policy, today),
    path: path.value,
    pathBecause: path.because,
    level: body.level ?? null,
    grade: body.grade ?? null,
    creditCode: body.creditCode ?? null,
    hostId: body.hostId ?? null,
    founderId: body.founderId ?? null,
    channel: body.channel ?? null,
    externalCaseId: body.externalCaseId ?? null,
  };
}
