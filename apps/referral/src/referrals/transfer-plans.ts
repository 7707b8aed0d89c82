import { Injectable } from '@nestjs/common';
import { FieldProtection, json } from '@yiyang/persistence';
import type { TransferPlan } from './domain/referral.js';

const PURPOSE = 'transfer-plan';

/** Transfer plans at rest. A plan may name the escort, so it is sealed, bound to its referral. */
@Injectable()
export class TransferPlans {
  constructor(private readonly protection: FieldProtection) {}

  /** Null for a plan that says nothing. */
  seal(referralId: string, plan: TransferPlan): Buffer | null {
    if (Object.values(plan).every((part) => part === undefined)) return null;
    return this.protection.platformSeal(PURPOSE, Buffer.from(json(plan)), referralId);
  }

  open(referralId: string, sealed: Buffer): TransferPlan {
    return JSON.parse(this.protection.platformOpen(PURPOSE, sealed, referralId).toString()) as TransferPlan;
  }
}
