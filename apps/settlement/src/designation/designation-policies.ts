import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { sourceOf } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import type { CivilDate } from '@yiyang/standards';
import type { MinimumOperation } from './domain/apply-for-designation.js';
import type { DesignationScheme } from './domain/designation.js';
import type { ClockLimits } from './domain/designation-clocks.js';

/** The time limits of a designation and who set them. */
export interface SourcedLimits extends ClockLimits {
  /** Days before the end of the evaluation at which the agency is warned; null where the region sets none. */
  readonly evaluationWarningDays: number | null;
  readonly evaluationPolicy?: { readonly clause: string; readonly policyVersion: string };
  readonly agreementPolicy?: { readonly clause: string; readonly policyVersion: string };
}

/** What regional policy says about designations. */
@Injectable()
export class DesignationPolicies {
  constructor(private readonly policies: Policies) {}

  /** P-10. */
  minimumOperation(division: string, on: CivilDate): Promise<MinimumOperation> {
    return this.policies.get<number>(division, 'designation.minOperatingMonths', on);
  }

  /** P-11 and P-12; a clock that no policy sets does not run. */
  async clockLimits(division: string, on: CivilDate): Promise<SourcedLimits> {
    const [evaluation, agreement, warning] = await Promise.all([
      this.policies.find<number | null>(division, 'designation.evaluationMaxMonths', on),
      this.policies.find<number | null>(division, 'designation.agreementMaxWorkingDays', on),
      this.policies.find<number>(division, 'designation.evaluationWarningDays', on),
    ]);
    return {
      evaluationMaxMonths: evaluation?.value ?? null,
      agreementMaxWorkingDays: agreement?.value ?? null,
      evaluationWarningDays: warning?.value ?? null,
      ...(evaluation && { evaluationPolicy: evaluation }),
      ...(agreement && { agreementPolicy: agreement }),
    };
  }

  /** Refuses schemes that the region does not open. Source: SET-08; P-13. */
  async requireSchemes(division: string, schemes: readonly DesignationScheme[], on: CivilDate): Promise<void> {
    const found = await this.policies.get<readonly string[]>(division, 'designation.schemes', on);
    if (schemes.every((scheme) => found.value.includes(scheme))) return;
    throw refusal('SCHEME_NOT_IN_REGION', {
      rule: 'SET-08',
      ...sourceOf(found),
      inputs: { schemes, opened: found.value },
    });
  }
}
