import { setTimeout as sleep } from 'node:timers/promises';
import { newCreditCode, newPerson, REGION, type Cast } from '../../tools/journey/cast.ts';
import type { ApiAnswer } from '../../tools/stack/api.ts';
import { claimOf, referralOf } from './world.js';

/** Requests and takes back, again and again, one after the other. */
class Seesaw {
  private last: Promise<ApiAnswer>;
  private steps = 0;

  constructor(
    private readonly make: () => Promise<ApiAnswer>,
    private readonly undo: (made: ApiAnswer) => Promise<ApiAnswer>,
  ) {
    this.last = Promise.resolve() as unknown as Promise<ApiAnswer>;
  }

  next(): Promise<ApiAnswer> {
    const odd = this.steps++ % 2 === 1;
    this.last = this.last.then((made) => (odd ? this.undo(made) : this.make()));
    return this.last;
  }
}

/** Writes to all four services that have commands, at a pace that does not depend on how quickly they are answered. */
export class SteadyLoad {
  private readonly writers: (() => Promise<ApiAnswer>)[];
  private readonly sent: Promise<ApiAnswer>[] = [];
  private stopped = false;
  private running: Promise<void> | undefined;

  /** `residents` of the home take part; each is used by one referral and one claim at a time. */
  constructor(cast: Cast, residents: readonly string[], perSecond: number) {
    const seesaws = residents.flatMap((resident) => [referrals(cast, resident), claims(cast, resident)]);
    let turn = 0;
    this.writers = [() => apply(cast), () => register(cast), () => (seesaws[turn++ % seesaws.length] as Seesaw).next()];
    this.start(perSecond);
  }

  get count(): number {
    return this.sent.length;
  }

  /** All answers; resolves when the last one is there. */
  async stop(): Promise<ApiAnswer[]> {
    this.stopped = true;
    await this.running;
    return Promise.all(this.sent);
  }

  private start(perSecond: number): void {
    const begun = performance.now();
    const run = async () => {
      for (let n = 0; !this.stopped; n++) {
        const answer = (this.writers[n % this.writers.length] as () => Promise<ApiAnswer>)();
        // Whoever stops the load learns of it.
        answer.catch(() => undefined);
        this.sent.push(answer);
        await sleep(Math.max(0, begun + ((n + 1) * 1000) / perSecond - performance.now()));
      }
    };
    this.running = run();
  }
}

function apply(cast: Cast): Promise<ApiAnswer> {
  return cast.civilAffairs.post('/v1/applications', {
    division: REGION,
    ownership: 'PRIVATE_RUN',
    profitNature: 'NON_PROFIT',
    kind: 'CARE_HOME',
    name: '示范安和养老院',
    creditCode: newCreditCode('5', '2'),
    beds: [{ kind: 'CARE', count: 30 }],
  });
}

function register(cast: Cast): Promise<ApiAnswer> {
  return cast.home.post('/v1/elders', {
    ...newPerson(),
    residenceRegion: REGION,
    insuredRegion: REGION,
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
  });
}

function referrals(cast: Cast, resident: string): Seesaw {
  return new Seesaw(
    () => cast.infirmary.post('/v1/referrals', referralOf(cast, resident)),
    (made) =>
      cast.infirmary.post(`${made.location}/cancel`, { reasonCode: 'CONDITION_CHANGED' }, { ifMatch: made.etag }),
  );
}

function claims(cast: Cast, resident: string): Seesaw {
  const headers = { 'x-purpose': 'SETTLEMENT' };
  return new Seesaw(
    () => cast.hospital.post('/v1/claims', claimOf(cast, resident), { headers }),
    (made) =>
      cast.hospital.post(`${made.location}/cancel`, { reasonCode: 'BILL_WRONG' }, { ifMatch: made.etag, headers }),
  );
}
