import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import { sourceOf, type BedConversionRule } from '@yiyang/region-policy';
import { Clock } from '@yiyang/persistence';
import { Policies } from '@yiyang/service';
import { civilDateInShanghai, type BedKind } from '@yiyang/standards';
import { isLive } from '../institution/domain/integrated-status.js';
import type { WholeInstitution } from '../institution/institution.repository.js';
import { BedChangeRepository } from './bed-change.repository.js';
import { BedChanges } from './bed-changes.js';
import { BedDesk } from './bed.desk.js';
import type { ApproveBedsBody, ConvertBedsBody, OperateBedsBody } from './bed.dto.js';
import { bedChangeView } from './bed.view.js';
import { stockOf } from './bed-use.js';
import { convertBeds } from './domain/convert-beds.js';
import { assertForeseeable, setCounts } from './domain/set-counts.js';

/** Changes of how many beds there are, from a day on. */
@Injectable()
export class BedService {
  constructor(
    private readonly desk: BedDesk,
    private readonly changes: BedChanges,
    private readonly rows: BedChangeRepository,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** The department says how many may be, and how many of them are for the extremely poor. Sources: REG-21, REG-23. */
  approve(call: Call, institutionId: string, kind: BedKind, body: ApproveBedsBody): Promise<Answer> {
    return this.setCounts(call, 'bed.approve', institutionId, kind, body);
  }

  /** The institution says how many of the approved ones are open, and how many of these are out of use. Source: REG-21. */
  operate(call: Call, institutionId: string, kind: BedKind, body: OperateBedsBody): Promise<Answer> {
    return this.setCounts(call, 'bed.operate', institutionId, kind, body);
  }

  /** Source: REG-22. */
  convert(call: Call, institutionId: string, body: ConvertBedsBody): Promise<Answer> {
    return this.desk.change(call, 'bed.convert', institutionId, async (tx, institution, stocks) => {
      const { effectiveOn, reasonCode = null } = body;
      assertForeseeable(effectiveOn, this.today());
      const policy = await this.policies.find<BedConversionRule[]>(institution.division, 'bedConversion', effectiveOn);
      const rules = { rules: policy?.value ?? [], because: policy ? sourceOf(policy) : {} };
      const lines = convertBeds(body, this.holder(institution), rules);
      const wanted = { institution, lines, effectiveOn, action: 'bed.convert', reasonCode };
      return bedChangeView(this.changes.make(tx, call.caller, stocks, wanted));
    });
  }

  withdraw(call: Call, institutionId: string, changeId: string): Promise<Answer> {
    return this.desk.change(call, 'bed-change.withdraw', institutionId, async (tx, _, stocks) => {
      const change = await this.rows.find(tx, institutionId, changeId);
      if (!change) throw refusal('NOT_FOUND');
      // Who made it takes it back: an institution not what its department has decided, and the other way round.
      if ((change.organisationId === null) !== (call.caller.organisationId === undefined))
        throw refusal('NOT_ALLOWED', { inputs: { reason: 'MADE_BY_THE_OTHER_SIDE' } });
      return bedChangeView(this.changes.withdraw(tx, call.caller, stocks, change));
    });
  }

  private setCounts(
    call: Call,
    action: string,
    institutionId: string,
    kind: BedKind,
    body: ApproveBedsBody | OperateBedsBody,
  ): Promise<Answer> {
    return this.desk.change(call, action, institutionId, (tx, institution, stocks) => {
      const { effectiveOn, reasonCode = null } = body;
      assertForeseeable(effectiveOn, this.today());
      const lines = setCounts(kind, stockOf(stocks, kind)?.days ?? [], body);
      const wanted = { institution, lines, effectiveOn, action, reasonCode };
      return bedChangeView(this.changes.make(tx, call.caller, stocks, wanted));
    });
  }

  private holder({ kind, level, ownership, unitQualifications }: WholeInstitution) {
    const isMedicalBranch = (qualification: (typeof unitQualifications)[number]) =>
      qualification.side === 'MEDICAL' && isLive(qualification, this.today());
    return { kind, level, ownership, hasMedicalBranch: unitQualifications.some(isMedicalBranch) };
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
