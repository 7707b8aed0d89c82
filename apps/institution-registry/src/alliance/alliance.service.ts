import { Injectable } from '@nestjs/common';
import { AccessDecisions, ownInstitutions, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Clock, cursorId, newId, pageById } from '@yiyang/persistence';
import { civilDateInShanghai, regionPrefix } from '@yiyang/standards';
import { InstitutionRepository } from '../institution/institution.repository.js';
import { AllianceVisitRecorder } from './alliance-visit.recorder.js';
import type {
  AllianceQuery,
  AllianceTermsBody,
  FoundAllianceBody,
  JoinAllianceBody,
  LeaveAllianceBody,
} from './alliance.dto.js';
import type { AllianceRow } from './alliance.entity.js';
import { AllianceRecorder } from './alliance.recorder.js';
import { AllianceRepository, type WholeAlliance } from './alliance.repository.js';
import {
  assertAllianceAction,
  assertComplete,
  assertMaySteer,
  joinAlliance,
  leadOf,
  leaveAlliance,
  type AllianceAction,
  type Member,
  type Own,
} from './domain/alliance.js';

interface Change {
  readonly terms?: Partial<AllianceRow>;
  readonly member?: Member;
}

/** Alliances (医养结合联盟): founded, joined and left by institutions of their own will. */
@Injectable()
export class AllianceService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly alliances: AllianceRepository,
    private readonly institutions: InstitutionRepository,
    private readonly recorder: AllianceRecorder,
    private readonly visits: AllianceVisitRecorder,
    private readonly clock: Clock,
  ) {}

  found(call: Call, body: FoundAllianceBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'alliance.found');
    const { institutionId, role, allianceType, ...terms } = body;
    const prepare = () => knownReference('institutionId', () => this.institutions.find(institutionId));
    return this.commands.runPrepared(call, prepare, async (tx, { division }) => {
      const empty = { ...termsOf(terms), allianceType, division, id: newId(), status: 'FORMING', version: 1 } as const;
      const founder = joinAlliance({ ...empty, members: [] }, { institutionId, role }, own(call), this.today());
      const alliance: WholeAlliance = { ...empty, members: [founder] };
      this.alliances.insert(tx, empty);
      this.alliances.setMember(tx, alliance.id, founder);
      this.recorder.sayChanged(tx, alliance);
      this.recorder.sayMember(tx, grant, alliance, founder);
      return created(this.recorder.record(tx, grant, alliance), 1, `/v1/alliances/${alliance.id}`);
    });
  }

  /** What is active stays complete. */
  revise(call: Call, id: string, body: AllianceTermsBody): Promise<Answer> {
    return this.change(call, id, 'revise', (alliance, of) => {
      assertMaySteer(alliance, of);
      const terms = termsOf(body);
      if (alliance.status === 'ACTIVE') assertComplete({ ...alliance, ...terms });
      return { terms };
    });
  }

  activate(call: Call, id: string): Promise<Answer> {
    return this.change(call, id, 'activate', (alliance, of) => {
      assertMaySteer(alliance, of);
      assertComplete(alliance);
      return { terms: { status: 'ACTIVE' } };
    });
  }

  join(call: Call, id: string, body: JoinAllianceBody): Promise<Answer> {
    return this.change(call, id, 'join', (alliance, of) => ({
      member: joinAlliance(alliance, body, of, this.today()),
    }));
  }

  /** Without its lead an alliance is forming again. */
  leave(call: Call, id: string, { institutionId }: LeaveAllianceBody): Promise<Answer> {
    return this.change(call, id, 'leave', (alliance, of) => {
      const member = leaveAlliance(alliance, institutionId, of, this.today());
      return { member, ...(member.role === 'LEAD' && { terms: { status: 'FORMING' } }) };
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'alliance.read');
    const alliance = await this.alliances.get(id);
    return found(this.recorder.view(grant, alliance), alliance.version);
  }

  async list(caller: Caller, { cursor, limit, division, ...query }: AllianceQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'alliance.read');
    const after = cursorId(cursor);
    const filter = { ...query, divisionPrefix: division && regionPrefix(division) };
    const rows = await this.alliances.list(filter, after, limit + 1);
    const page = pageById(rows, limit);
    return found({ ...page, items: page.items.map((alliance) => this.recorder.view(grant, alliance)) });
  }

  private change(
    call: Call,
    id: string,
    action: AllianceAction,
    decide: (alliance: WholeAlliance, own: Own) => Change,
  ): Promise<Answer> {
    const grant = this.access.require(call.caller, `alliance.${action}`);
    return this.commands.run(call, async (tx) => {
      const alliance = await this.alliances.getForUpdate(tx, id);
      if (alliance.version !== call.version) throw refusal('VERSION_CHANGED');
      assertAllianceAction(alliance.status, action);
      const { terms = {}, member } = decide(alliance, own(call));
      this.alliances.update(tx, alliance, terms);
      if (member) this.alliances.setMember(tx, id, member);
      const members = member ? withMember(alliance.members, member) : alliance.members;
      const after = { ...alliance, ...terms, members, version: alliance.version + 1 };
      if (member) this.recorder.sayMember(tx, grant, after, member);
      if (member?.state === 'LEFT') await this.visits.callOff(tx, id, member.institutionId);
      if (Object.keys(terms).length > 0 || leadOf(after) !== leadOf(alliance)) this.recorder.sayChanged(tx, after);
      return changed(this.recorder.record(tx, grant, after), after.version);
    });
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

const own = ({ caller }: Call): Own => ownInstitutions(caller);

function withMember(members: readonly Member[], changed: Member): Member[] {
  return [...members.filter(({ institutionId }) => institutionId !== changed.institutionId), changed];
}

function termsOf(body: AllianceTermsBody) {
  const { name, charterNo = null, charterAdoptedOn = null, leadDuties = null, memberDuties = null } = body;
  return { name, charterNo, charterAdoptedOn, leadDuties, memberDuties };
}
