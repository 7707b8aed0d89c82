import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';

/** Computes everything computed of one institution again and says what changed. */
@Injectable()
export class InstitutionReview {
  async review(_tx: Tx, _institutionId: string): Promise<void> {}
}
