import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';
import { assertNotInFuture } from './not-in-future.js';

export interface Nature {
  readonly ownership: string;
  readonly profitNature: string;
}

/** What of the registration may change. */
export interface Registration extends Nature {
  readonly name: string;
  readonly level: number | null;
  readonly grade: string | null;
}

export interface RegistrationStep {
  readonly asked: Registration;
  readonly effectiveOn: CivilDate;
  readonly today: CivilDate;
  /** Number of the approval by civil affairs. */
  readonly civilAffairsApprovalNo?: string | undefined;
}

/** Does it touch the welfare nature of a publicly built, privately run home? Source: REG-24. */
export function changesWelfareNature(before: Nature, after: Nature): boolean {
  const changes = after.ownership !== before.ownership || after.profitNature !== before.profitNature;
  return changes && before.ownership === 'PUBLIC_BUILT_PRIVATE_RUN';
}

/**
 * A publicly built, privately run home keeps its welfare nature: ownership and profit nature change only with an approval
 * of civil affairs. Level, grade and name change with the registration. Source: REG-24.
 */
export function changeRegistration(before: Registration, step: RegistrationStep): Registration {
  const { asked: after, effectiveOn, today, civilAffairsApprovalNo } = step;
  assertNotInFuture('effectiveOn', effectiveOn, today);
  if (changesWelfareNature(before, after) && !civilAffairsApprovalNo)
    throw refusal('NATURE_CHANGE_NOT_APPROVED', {
      rule: 'REG-24',
      clause: '003篇四',
      inputs: {
        ...{ ownership: before.ownership, profitNature: before.profitNature },
        ...{ newOwnership: after.ownership, newProfitNature: after.profitNature },
      },
      fields: [{ path: 'civilAffairsApprovalNo', rule: 'the approval of civil affairs' }],
    });
  return after;
}
