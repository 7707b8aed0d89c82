import { Injectable } from '@nestjs/common';
import { AccessDecisions, actsFor, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, type Answer, type Call } from '@yiyang/http';
import { Clock, newId, type Tx } from '@yiyang/persistence';
import { AgreementDesk } from './agreement.desk.js';
import type { AgreementTermsBody, ProposeAgreementBody } from './agreement.dto.js';
import type { AgreementRow } from './agreement.entity.js';
import { AgreementRepository } from './agreement.repository.js';
import { AgreementPolicies, type AgreementPolicy } from './agreement-policies.js';
import { assertMaySupport, assertPartiesEligible, distanceKm, type Parties } from './domain/agreement-parties.js';
import { stepAgreement } from './domain/agreement-status.js';
import { addSignature, assertComplete, assertContinues } from './domain/agreement.js';
import { PartyRepository, type PartyIds } from './party.repository.js';

/** How a cooperation agreement (医养签约) comes about: drafted, proposed, signed by both sides. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly agreements: AgreementRepository,
    private readonly parties: PartyRepository,
    private readonly policies: AgreementPolicies,
    private readonly desk: AgreementDesk,
    private readonly clock: Clock,
  ) {}

  propose(call: Call, body: ProposeAgreementBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.propose');
    const { careInstitutionId, medicalInstitutionId, draft, renewsId = null, ...terms } = body;
    const prepare = async () => {
      const parties = await this.parties.known(body);
      const proposedBy = partyOf(call.caller, body);
      if (proposedBy === undefined) throw refusal('NOT_ALLOWED', { inputs: { reason: 'NOT_A_PARTY' } });
      return { parties, proposedBy, policy: await this.policies.of(parties.care.division, this.desk.today) };
    };
    return this.commands.runPrepared(call, prepare, async (tx, { parties, proposedBy, policy }) => {
      const row = newAgreement({
        ...{ careInstitutionId, medicalInstitutionId, renewsId, proposedBy, division: parties.care.division },
        ...termsOf(terms, policy),
        status: draft ? 'DRAFT' : 'PROPOSED',
        distanceKm: distanceKm(parties),
      });
      await this.assertRenewal(tx, call.caller, row);
      if (!draft) this.assertProposable(row, parties, policy);
      return this.desk.open(tx, grant, row);
    });
  }

  /** Replaces the terms of a draft. */
  revise(call: Call, id: string, body: AgreementTermsBody): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.revise');
    const prepare = async () => this.policies.of((await this.agreements.get(grant, id)).division, this.desk.today);
    return this.commands.runPrepared(call, prepare, async (tx, policy) => {
      const { row, status } = await this.desk.take(tx, call, grant, { id, action: 'revise' });
      const changes = { ...termsOf(body, policy), status };
      await this.assertRenewal(tx, call.caller, { ...row, ...changes });
      return this.desk.change(tx, grant, row, changes);
    });
  }

  /** Shows a draft to the other side. */
  proposeDraft(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.propose-draft');
    const prepare = async () => {
      const draft = await this.agreements.get(grant, id);
      const policy = await this.policies.of(draft.division, this.desk.today);
      return { parties: await this.parties.known(draft), policy };
    };
    return this.commands.runPrepared(call, prepare, async (tx, { parties, policy }) => {
      const { row, status } = await this.desk.take(tx, call, grant, { id, action: 'propose' });
      this.assertProposable(row, parties, policy);
      return this.desk.change(tx, grant, row, { status });
    });
  }

  /** Both parties are looked at again: who was qualified at the proposal may be suspended or revoked by now. */
  sign(call: Call, id: string): Promise<Answer> {
    const grant = this.access.require(call.caller, 'agreement.sign');
    const prepare = async () => {
      const proposal = await this.agreements.get(grant, id);
      return { ids: proposal, warningDays: await this.policies.warningDays(proposal.division, this.desk.today) };
    };
    return this.commands.runPrepared(call, prepare, async (tx, { ids, warningDays }) => {
      const parties = await this.parties.keep(tx, ids);
      const { row, status } = await this.desk.take(tx, call, grant, { id, action: 'sign' });
      assertPartiesEligible(parties, row.types, this.desk.today);
      const side = actsFor(call.caller, row.careInstitutionId) ? 'CARE' : 'MEDICAL';
      const before = { careSigned: row.careSignedAt !== null, medicalSigned: row.medicalSignedAt !== null };
      const { complete } = addSignature(before, side);
      const at = this.clock.now();
      const changes = {
        ...(side === 'CARE' ? { careSignedAt: at } : { medicalSignedAt: at }),
        ...(complete && { status }),
      };
      return this.desk.change(tx, grant, row, changes, { warningDays });
    });
  }

  private assertProposable(row: AgreementRow, parties: Parties, policy: AgreementPolicy): void {
    assertComplete(row, policy.itemList, this.desk.today);
    assertPartiesEligible(parties, row.types, this.desk.today);
    assertMaySupport(parties.medical, row.types, policy.supportMinLevel);
  }

  private async assertRenewal(tx: Tx, caller: Caller, row: AgreementRow): Promise<void> {
    if (row.renewsId === null) return;
    const renewed = await this.agreements.findForUpdate(tx, row.renewsId);
    if (!renewed || partyOf(caller, renewed) === undefined)
      throw refusal('UNKNOWN_REFERENCE', { fields: [{ path: 'renewsId', rule: 'an agreement of the caller' }] });
    stepAgreement(renewed, 'renew', this.desk.today);
    assertContinues(row, renewed);
  }
}

/** The party that the caller acts for; the care side where it acts for both. */
function partyOf(caller: Caller, { careInstitutionId, medicalInstitutionId }: PartyIds): string | undefined {
  return [careInstitutionId, medicalInstitutionId].find((institutionId) => actsFor(caller, institutionId));
}

type Terms = Omit<AgreementTermsBody, 'encounterTypes' | 'checkCycleMonths'> &
  Pick<AgreementRow, 'encounterTypes' | 'checkCycleMonths'>;

/** The cycle of checks is the agreement's own, or else the region's. Source: CON-10. */
function termsOf(
  { encounterTypes = [], checkCycleMonths, ...body }: AgreementTermsBody,
  policy: AgreementPolicy,
): Terms {
  return { ...body, encounterTypes, checkCycleMonths: checkCycleMonths ?? policy.checkCycleMonths };
}

function newAgreement(
  of: Terms & PartyIds & Pick<AgreementRow, 'division' | 'status' | 'proposedBy' | 'renewsId' | 'distanceKm'>,
): AgreementRow {
  const unsigned = { careSignedAt: null, medicalSignedAt: null, lastCheckedOn: null, endedOn: null, reasonCode: null };
  return { ...of, ...unsigned, id: newId(), version: 1 };
}
