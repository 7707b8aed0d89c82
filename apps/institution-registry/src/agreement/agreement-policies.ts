import { Injectable } from '@nestjs/common';
import type { Sourced } from '@yiyang/region-policy';
import { Policies } from '@yiyang/service';
import type { WarningDays } from './agreement.deadlines.js';

const KEYS = ['rules.CON-02', 'rules.CON-22', 'counterpartSupport.minLevel', 'agreement.checkCycleMonths'];
const WARNING_DAYS = 'agreement.expiryWarningDays';

/** What a region asks of an agreement; what is undefined does not apply there. */
export interface AgreementPolicy {
  readonly itemList: Sourced<boolean> | undefined;
  readonly supportMinLevel: Sourced<number> | undefined;
  readonly checkCycleMonths: number | null;
}

/** The regional values that agreements are decided with. */
@Injectable()
export class AgreementPolicies {
  constructor(private readonly policies: Policies) {}

  async of(division: string, on: string): Promise<AgreementPolicy> {
    const found = await this.policies.findAll(division, KEYS, on);
    const sourced = <Value>(key: string) => found.get(key) as Sourced<Value> | undefined;
    const supports = sourced<boolean>('rules.CON-22')?.value === true;
    return {
      itemList: sourced<boolean>('rules.CON-02'),
      supportMinLevel: supports ? sourced<number>('counterpartSupport.minLevel') : undefined,
      checkCycleMonths: sourced<number>('agreement.checkCycleMonths')?.value ?? null,
    };
  }

  warningDays(division: string, on: string): Promise<WarningDays> {
    return this.policies.find<number>(division, WARNING_DAYS, on);
  }
}
