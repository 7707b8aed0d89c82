import { Injectable } from '@nestjs/common';
import type { Answer, Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { ApplicationPreparing } from './application-preparing.js';
import { ApplicationDesk } from './application.desk.js';
import type { ApplicationBody, ShownMaterialsBody, SubmitApplicationBody } from './application.dto.js';
import type { ApplicationRow } from './application.entity.js';
import { stateOf } from './application-state.js';
import { awaitedBy, reviseApplication, submitApplication } from './domain/application.js';

/** How an application for a filing or a licence comes about: drafted, revised, submitted at one window. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly desk: ApplicationDesk,
    private readonly preparing: ApplicationPreparing,
    private readonly clock: Clock,
  ) {}

  submit(call: Call, { draft = false, ...body }: SubmitApplicationBody): Promise<Answer> {
    const { caller } = call;
    const prepare = async (): Promise<ApplicationRow> => {
      const prepared = await this.preparing.prepare(caller, body);
      const status = draft ? 'DRAFT' : 'SUBMITTED';
      return {
        ...{ ...UNDECIDED, ...prepared, id: newId(), institutionId: newId(), version: 1, status },
        awaits: awaitedBy({ ...prepared, status }),
        submittedAt: draft ? null : this.clock.now(),
        draftedBy: draft ? caller.role : null,
      };
    };
    return this.desk.create(call, 'application.submit', prepare, (tx, row) =>
      draft ? Promise.resolve(row) : this.preparing.withSecondFlag(tx, row),
    );
  }

  /** Replaces all of a draft. */
  revise(call: Call, id: string, body: ApplicationBody): Promise<Answer> {
    return this.desk.change(call, 'application.revise', id, async (row) => {
      const status = reviseApplication(stateOf(row), call.caller.role);
      return { ...(await this.preparing.prepare(call.caller, body)), status };
    });
  }

  /** The draft is decided about as if it had been written now: policies and hosts may have changed since. */
  submitDraft(call: Call, id: string): Promise<Answer> {
    return this.desk.change(call, 'application.submit-draft', id, async (row, tx) => {
      const status = submitApplication(stateOf(row), call.caller.role);
      const prepared = await this.preparing.prepare(call.caller, bodyOf(row));
      return { ...(await this.preparing.withSecondFlag(tx, prepared)), status, submittedAt: this.clock.now() };
    });
  }
}

const UNDECIDED = {
  acceptedAt: null,
  supplement: null,
  scopeChangedOn: null,
  establishmentApprovalNo: null,
  establishmentApprovedOn: null,
  nearOn: null,
  dueOn: null,
  limitBecause: null,
  decidedAt: null,
  decidedOn: null,
  legalBasis: null,
  reasonCode: null,
};

/** What the applicant wrote. */
function bodyOf(row: ApplicationRow): ApplicationBody {
  const { kind, name, division, ownership, profitNature, investmentOrigin, beds } = row;
  const { creditCode, level, grade, hostId, founderId, channel, externalCaseId, careAreaSeparated } = row;
  return {
    ...{ kind, name, division, ownership, profitNature, investmentOrigin },
    beds: beds as ApplicationBody['beds'],
    certificates: row.certificates as NonNullable<ShownMaterialsBody['certificates']>,
    ...(creditCode !== null && { creditCode }),
    ...(level !== null && { level }),
    ...(grade !== null && { grade }),
    ...(hostId !== null && { hostId }),
    ...(founderId !== null && { founderId }),
    ...(channel !== null && { channel }),
    ...(externalCaseId !== null && { externalCaseId }),
    ...(careAreaSeparated !== null && { careAreaSeparated }),
  };
}
