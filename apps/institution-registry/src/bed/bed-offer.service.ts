import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import type { Answer, Call } from '@yiyang/http';
import { Clock } from '@yiyang/persistence';
import { civilDateInShanghai, type BedKind } from '@yiyang/standards';
import { History } from '../history/history.js';
import { Reviews } from '../review/reviews.js';
import { BedDesk } from './bed.desk.js';
import type { LocateBody, OfferBedsBody } from './bed.dto.js';
import { BedRepository } from './bed.repository.js';
import { bedsView } from './bed.view.js';
import { stockOf } from './bed-use.js';

/** What somebody who looks for a bed has to know besides its number: whom it takes, and where the institution is. */
@Injectable()
export class BedOfferService {
  constructor(
    private readonly desk: BedDesk,
    private readonly beds: BedRepository,
    private readonly history: History,
    private readonly reviews: Reviews,
    private readonly clock: Clock,
  ) {}

  offer(call: Call, institutionId: string, kind: BedKind, body: OfferBedsBody): Promise<Answer> {
    return this.desk.change(call, 'bed.offer', institutionId, (tx, _, stocks) => {
      const stock = stockOf(stocks, kind);
      if (!stock) throw refusal('NOT_FOUND');
      this.beds.setOffer(tx, institutionId, kind, body);
      const today = this.today();
      const record = { institutionId, aspect: 'BED_OFFER', subject: kind, effectiveOn: today } as const;
      this.history.record(tx, call.caller, { ...record, state: { ...body }, action: 'bed.offer' });
      const { gender, needsAssessment, hasWaitlist } = body;
      return bedsView(institutionId, [{ ...stock, gender, needsAssessment, hasWaitlist }], today, today);
    });
  }

  locate(call: Call, institutionId: string, { latitude, longitude }: LocateBody): Promise<Answer> {
    return this.desk.change(call, 'institution.locate', institutionId, (tx) => {
      const location = { latitude, longitude };
      this.beds.setLocation(tx, institutionId, location);
      const of = { institutionId, aspect: 'LOCATION', subject: institutionId } as const;
      const record = { ...of, effectiveOn: this.today(), state: location, action: 'institution.locate' };
      this.history.record(tx, call.caller, record);
      this.reviews.request(tx, institutionId);
      return { institutionId, location };
    });
  }

  private today(): string {
    return civilDateInShanghai(this.clock.now());
  }
}
