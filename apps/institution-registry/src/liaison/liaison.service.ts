import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, viewOf, type Caller, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, type Answer, type Call } from '@yiyang/http';
import { Clock, cursorId, newId, pageById, type Tx } from '@yiyang/persistence';
import type { Sourced } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, regionPrefix } from '@yiyang/standards';
import { assertEligible } from '../agreement/domain/agreement-parties.js';
import { PartyRepository } from '../agreement/party.repository.js';
import { assertInUse, assertStaffed, isInOtherCounty, type Staffing } from './domain/liaison-form.js';
import type { LiaisonFormRow } from './liaison-form.entity.js';
import type { FillLiaisonFormBody, LiaisonContactsBody, LiaisonQuery } from './liaison.dto.js';
import { LiaisonRecorder } from './liaison.recorder.js';
import { LiaisonRepository, type LiaisonFilter } from './liaison.repository.js';

/** Liaison forms (联系表) of small institutions and their medical partners. */
@Injectable()
export class LiaisonService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly forms: LiaisonRepository,
    private readonly parties: PartyRepository,
    private readonly policies: Policies,
    private readonly recorder: LiaisonRecorder,
    private readonly clock: Clock,
  ) {}

  fill(call: Call, body: FillLiaisonFormBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'liaison.fill');
    const { careInstitutionId, medicalInstitutionId } = body;
    const prepare = async () => {
      const parties = await this.parties.known(body);
      if (!actsFor(call.caller, careInstitutionId) && !actsFor(call.caller, medicalInstitutionId))
        throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_A_PARTY' } });
      return { ...parties, least: await this.leastStaff(parties.care.division) };
    };
    return this.commands.runPrepared(call, prepare, async (tx, { care, medical, least }) => {
      assertEligible(care, 'CARE', 'careInstitutionId', this.today());
      assertEligible(medical, 'MEDICAL', 'medicalInstitutionId', this.today());
      const { division } = care;
      const place = {
        careInstitutionId,
        medicalInstitutionId,
        division,
        inOtherCounty: isInOtherCounty(care, medical),
      };
      const use = { status: 'ACTIVE', filledOn: this.today(), endedOn: null } as const;
      const row: LiaisonFormRow = { ...contactsOf(body, least), ...place, ...use, id: newId(), version: 1 };
      this.forms.insert(tx, row);
      return created(this.recorder.record(tx, grant, row), row.version, `/v1/liaison-forms/${row.id}`);
    });
  }

  replace(call: Call, id: string, body: LiaisonContactsBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'liaison.replace');
    const prepare = async () => this.leastStaff((await this.forms.get(grant, id)).division);
    return this.commands.runPrepared(call, prepare, (tx, least) =>
      this.change(tx, call, grant, { id, changes: contactsOf(body, least) }),
    );
  }

  end(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'liaison.end');
    const changes = { status: 'ENDED', endedOn: this.today() } as const;
    return this.commands.run(call, (tx) => this.change(tx, call, grant, { id, changes }));
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'liaison.read');
    const row = await this.forms.get(grant, id);
    return found(viewOf(grant, 'liaison-form', row), row.version);
  }

  async list(caller: Caller, query: LiaisonQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'liaison.read');
    const page = pageById(await this.forms.list(grant, filterOf(query)), query.limit);
    return found({ ...page, items: page.items.map((row) => viewOf(grant, 'liaison-form', row)) });
  }

  /** Contact and service hours of responsible doctors and nurses, for whoever asks. Source: CON-08. */
  async listContacts(caller: Caller, query: LiaisonQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'liaison.list-contacts');
    const page = pageById(await this.forms.listContacts(filterOf(query)), query.limit);
    return found({ ...page, items: page.items.map((row) => viewOf(grant, 'liaison-contact', row)) });
  }

  private async change(
    tx: Tx,
    call: Call,
    grant: Grant,
    of: { id: string; changes: Partial<LiaisonFormRow> },
  ): Promise<Answer> {
    const row = await this.forms.getForUpdate(tx, grant, of.id);
    if (row.version !== call.version) throw refusal('VERSION_CHANGED');
    assertInUse(row.status);
    this.forms.update(tx, row, of.changes);
    const after = { ...row, ...of.changes, version: row.version + 1 };
    return changed(this.recorder.record(tx, grant, after), after.version);
  }

  private leastStaff(division: string): Promise<Sourced<Staffing> | undefined> {
    return this.policies.find<Staffing>(division, 'liaisonStaffMin', this.today());
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}

function contactsOf(body: LiaisonContactsBody, least: Sourced<Staffing> | undefined) {
  const { doctors = [], nurses = [], serviceHours, reason = null } = body;
  assertStaffed({ doctors: doctors.length, nurses: nurses.length }, least);
  return { doctors, nurses, serviceHours, reason };
}

function filterOf({ division, institutionId, cursor, limit }: LiaisonQuery): LiaisonFilter {
  const after = cursorId(cursor);
  const divisionPrefix = division && regionPrefix(division);
  return { divisionPrefix, institutionId, after, limit: limit + 1 };
}
