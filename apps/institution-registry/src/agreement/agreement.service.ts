import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, Audit, viewOf, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { refusal } from '@yiyang/decisions';
import { changed, Commands, created, found, knownReference, type Answer, type Call } from '@yiyang/http';
import { Outbox } from '@yiyang/messaging';
import { Clock, decodeCursor, newId, pageOf } from '@yiyang/persistence';
import { Policies, sourceOf } from '@yiyang/service';
import { civilDateInShanghai } from '@yiyang/standards';
import { isLive } from '../institution/domain/integrated-status.js';
import { InstitutionRepository, type WholeInstitution } from '../institution/institution.repository.js';
import type { AgreementQuery, ProposeAgreementBody } from './agreement.dto.js';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementView } from './agreement.view.js';
import { proposeAgreement, signAgreement, type PartyFact } from './domain/agreement.js';

/** Cooperation agreements (医养签约). */
@Injectable()
export class AgreementService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly agreements: AgreementRepository,
    private readonly institutions: InstitutionRepository,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async propose(call: Call, body: ProposeAgreementBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.propose');
    const { careInstitutionId, medicalInstitutionId } = body;
    const care = await knownReference('careInstitutionId', () => this.institutions.find(careInstitutionId));
    const medical = await knownReference('medicalInstitutionId', () => this.institutions.find(medicalInstitutionId));
    if (!actsFor(call.caller, careInstitutionId) && !actsFor(call.caller, medicalInstitutionId))
      throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_A_PARTY' } });
    const today = civilDateInShanghai(this.clock.now());
    const itemList = await this.policies.find<boolean>(care.division, 'rules.CON-02', today);
    const needed = { applies: itemList?.value === true, because: itemList ? sourceOf(itemList) : {} };
    return this.commands.run(call, async (tx) => {
      const parties = { care: partyFact(care, today), medical: partyFact(medical, today) };
      const status = proposeAgreement(body, parties, needed);
      const row: AgreementRow = {
        ...body,
        id: newId(),
        division: care.division,
        status,
        careSignedAt: null,
        medicalSignedAt: null,
        version: 1,
      };
      this.agreements.insert(tx, row);
      this.outbox.publish(tx, EVENT.agreementProposedV1, row.id, eventOf(row), { regioncode: row.division });
      this.audit.record(tx, call.caller, {
        action: 'agreement.propose',
        resource: 'agreement',
        resourceId: row.id,
        outcome: 'ALLOWED',
      });
      return created(viewOf(grant, 'agreement', agreementView(row)), row.version, `/v1/agreements/${row.id}`);
    });
  }

  sign(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.sign');
    return this.commands.run(call, async (tx) => {
      const row = await this.agreements.getForUpdate(tx, grant, id);
      if (row.version !== call.version) throw refusal('VERSION_CHANGED');
      const side = actsFor(call.caller, row.careInstitutionId) ? 'CARE' : 'MEDICAL';
      const before = {
        status: row.status,
        careSigned: row.careSignedAt !== null,
        medicalSigned: row.medicalSignedAt !== null,
      };
      const { status } = signAgreement(before, side);
      const now = this.clock.now();
      const changes = { status, ...(side === 'CARE' ? { careSignedAt: now } : { medicalSignedAt: now }) };
      this.agreements.update(tx, row, changes);
      const after = { ...row, ...changes, version: row.version + 1 };
      const signed = { ...eventOf(after), signedOn: civilDateInShanghai(now) };
      if (status === 'SIGNED')
        this.outbox.publish(tx, EVENT.agreementSignedV1, id, signed, { regioncode: row.division });
      this.audit.record(tx, call.caller, {
        action: 'agreement.sign',
        resource: 'agreement',
        resourceId: id,
        outcome: 'ALLOWED',
      });
      return changed(viewOf(grant, 'agreement', agreementView(after)), after.version);
    });
  }

  async read(caller: Caller, id: string): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.read');
    const row = await this.agreements.get(grant, id);
    return found(viewOf(grant, 'agreement', agreementView(row)), row.version);
  }

  async list(caller: Caller, query: AgreementQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'agreement.read');
    const [after] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['string']);
    const rows = await this.agreements.list(grant, query.institutionId, after as string | undefined, query.limit + 1);
    const page = pageOf(rows, query.limit, (row) => [row.id]);
    return found({
      items: page.items.map((row) => viewOf(grant, 'agreement', agreementView(row))),
      nextCursor: page.nextCursor,
    });
  }
}

function partyFact(institution: WholeInstitution, on: string): PartyFact {
  const live = [...institution.qualifications, ...institution.unitQualifications].filter((qualification) =>
    isLive(qualification, on),
  );
  return {
    side: institution.side,
    operating: institution.operationState === 'OPERATING',
    qualified: live.some((qualification) => qualification.side === institution.side),
  };
}

function eventOf({ id, careInstitutionId, medicalInstitutionId, types, validFrom, validTo, division }: AgreementRow) {
  return { agreementId: id, careInstitutionId, medicalInstitutionId, types, validFrom, validTo, division };
}
