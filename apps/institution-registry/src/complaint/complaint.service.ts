import { Injectable } from '@nestjs/common';
import {
  AccessDecisions,
  Audit,
  ownInstitutions,
  systemContext,
  viewOf,
  type Caller,
  type Grant,
} from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, Disclosures, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Clock, cursorId, Database, newId, pageById, type Tx } from '@yiyang/persistence';
import { inScope, percentOf } from '@yiyang/standards';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import type { ComplaintQuery, FileComplaintBody, ReplyToComplaintBody } from './complaint.dto.js';
import type { ComplaintRow } from './complaint.entity.js';
import { ComplaintRepository } from './complaint.repository.js';
import { ComplaintTexts } from './complaint-texts.js';
import { complaintSummary, type ComplaintView } from './complaint.view.js';
import { assertMayComplain, assertMayReply } from './domain/complaint.js';

/** The complaint channel: filed by whoever has a name here, replied to by the institution. Source: REG-46. */
@Injectable()
export class ComplaintService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly disclosures: Disclosures,
    private readonly complaints: ComplaintRepository,
    private readonly institutions: InstitutionRepository,
    private readonly texts: ComplaintTexts,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  file(call: Call, body: FileComplaintBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, 'complaint.file');
    return this.commands.runPrepared(
      call,
      () => this.aboutWhom(grant, body.institutionId),
      async (tx, { division, side }) => {
        const { institutionId, topic, text } = body;
        const id = newId();
        const row: ComplaintRow = {
          ...{ id, institutionId, division, side, topic, textSealed: this.texts.seal(id, 'text', text) },
          complainantRole: caller.role,
          complainantOrganisationId: caller.organisationId ?? null,
          complainantElderId: caller.elderId ?? null,
          ...{ filedAt: this.clock.now(), replySealed: null, repliedAt: null, version: 1 },
        };
        this.complaints.insert(tx, row);
        this.record(tx, caller, 'complaint.file', row);
        return created(viewOf(grant, 'complaint', this.view(row)), 1, `/v1/complaints/${id}`);
      },
    );
  }

  reply(call: Call, id: string, { text }: ReplyToComplaintBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, 'complaint.reply');
    return this.commands.run(call, async (tx) => {
      const row = await this.complaints.get(tx, grant, id, 'for update');
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      assertMayReply({ institutionId: row.institutionId, replied: row.repliedAt !== null }, ownInstitutions(caller));
      const changes = { replySealed: this.texts.seal(id, 'reply', text), repliedAt: this.clock.now() };
      this.complaints.update(tx, row, changes);
      this.record(tx, caller, 'complaint.reply', row);
      const after = { ...row, ...changes, version: row.version + 1 };
      return changed(viewOf(grant, 'complaint', this.view(after)), after.version);
    });
  }

  read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'complaint.read');
    return this.disclosures.run(caller, async (tx) => {
      const row = await this.complaints.get(tx, grant, id);
      this.record(tx, caller, 'complaint.read', row);
      return found(viewOf(grant, 'complaint', this.view(row)), row.version);
    });
  }

  list(caller: Caller, query: ComplaintQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'complaint.read');
    const after = cursorId(query.cursor);
    const { institutionId, status, limit } = query;
    const of = { ...(institutionId && { institutionId }), ...(status && { status }), limit: limit + 1 };
    return this.disclosures.run(caller, async (tx) => {
      const rows = await this.complaints.list(tx, grant, { ...of, ...(after && { after: String(after) }) });
      const page = pageById(rows, limit);
      this.audit.recordEach(
        tx,
        caller,
        page.items.map((row) => entryOf('complaint.read', row)),
      );
      const items = page.items.map((row) => viewOf(grant, 'complaint', complaintSummary(row)));
      return found({ items, nextCursor: page.nextCursor });
    });
  }

  /** How many complaints an institution has had and replied to, for which no source sets a time: figures of everybody's complaints, so of no caller's rows. */
  async count(caller: Caller, institutionId: string): Promise<Answer> {
    const grant = this.access.require(caller, 'complaint.count');
    const figures = await this.database.transaction((tx) => {
      tx.actAs(systemContext('institution-registry'));
      return this.complaints.count(tx, institutionId);
    });
    if (!figures) throw refusal('NOT_FOUND');
    const view = { institutionId, ...figures, repliedPercent: percentOf(figures.replied, figures.received) };
    return found(viewOf(grant, 'complaint-figures', view));
  }

  private async aboutWhom({ caller, scope }: Grant, institutionId: string): Promise<WholeInstitution> {
    const institution = await knownReference('institutionId', () => this.institutions.find(institutionId));
    assertMayComplain(institutionId, ownInstitutions(caller));
    // A department files what citizens of its region bring to it.
    if (scope === 'SERVICE_REGION' && !inScope(caller.region, institution.division))
      throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
    return institution;
  }

  private view(row: ComplaintRow): ComplaintView {
    const { id, textSealed, replySealed } = row;
    const reply = replySealed && this.texts.open(id, 'reply', replySealed);
    return { ...complaintSummary(row), text: this.texts.open(id, 'text', textSealed), reply };
  }

  private record(tx: Tx, caller: Caller, action: string, row: ComplaintRow): void {
    this.audit.record(tx, caller, entryOf(action, row));
  }
}

function entryOf(action: string, { id, complainantElderId }: ComplaintRow) {
  const elder = complainantElderId === null ? {} : { elderId: complainantElderId };
  return { action, resource: 'complaint', resourceId: id, ...elder, outcome: 'ALLOWED' } as const;
}
