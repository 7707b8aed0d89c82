import { z } from 'zod';
import { contractsOf } from './contract.js';
import { exampleOf } from './examples.js';
import { EVENT } from './event.js';
import { fact, id } from './field.js';
import { parseEnvelope } from './parse-envelope.js';
import { TOPIC } from './topic.js';
import { downcast, upcast } from './versions.js';

const visitId = id('Visit', '探访标识');
const V1 = 'yiyang.visit.paid.v1';
const V2 = 'yiyang.visit.paid.v2';
const V3 = 'yiyang.visit.paid.v3';

/** v1 counts hours, v2 minutes, v3 says on which scheme. */
const REGISTRY = contractsOf(
  { producer: 'referral', topic: TOPIC.referral, aggregate: 'visitId' },
  {
    [V1]: z.object({ visitId, hours: fact('Hours', '小时', z.int()) }),
    [V2]: {
      schema: z.object({ visitId, minutes: fact('Minutes', '分钟', z.int()) }),
      up: ({ hours, ...rest }) => ({ ...rest, minutes: Number(hours) * 60 }),
      down: ({ minutes, ...rest }) => ({ ...rest, hours: Math.floor(Number(minutes) / 60) }),
    },
    [V3]: {
      schema: z.object({
        visitId,
        minutes: fact('Minutes', '分钟', z.int()),
        isPaid: fact('Paid', '收费', z.boolean()),
      }),
      up: (data) => ({ ...data, isPaid: false }),
      down: ({ visitId: visit, minutes }) => ({ visitId: visit, minutes }),
    },
  },
);

const frame = exampleOf(EVENT.referralAcceptedV1);
const visit = frame.subject;
const first = { ...frame, type: V1, data: { visitId: visit, hours: 2 } };
const third = { ...frame, type: V3, data: { visitId: visit, minutes: 150, isPaid: true } };

describe('versions', () => {
  it('lifts an event through every version to the newest', () => {
    expect(upcast(first, REGISTRY)).toEqual({ ...third, data: { visitId: visit, minutes: 120, isPaid: false } });
  });

  it('leaves the newest version as it is', () => {
    expect(upcast(third, REGISTRY)).toEqual(third);
  });

  it('brings an event down to the version that an outsider is pinned to', () => {
    expect(downcast(third, 2, REGISTRY)).toEqual({ ...third, type: V2, data: { visitId: visit, minutes: 150 } });
    expect(downcast(third, 1, REGISTRY)).toEqual({ ...third, type: V1, data: { visitId: visit, hours: 2 } });
    expect(downcast(third, 3, REGISTRY)).toEqual(third);
  });

  it('says so when there is no way down', () => {
    expect(() => downcast(first, 0, REGISTRY)).toThrow(V1);
  });

  it('hands consumers the newest version of an old message', () => {
    expect(parseEnvelope(JSON.stringify(first), REGISTRY)).toMatchObject({
      kind: 'event',
      envelope: { type: V3, id: frame.id, sequence: frame.sequence },
      data: { minutes: 120, isPaid: false },
    });
  });

  it('tells a version that is still to come from one that was retired', () => {
    const onlyNewest = { [V3]: REGISTRY[V3] };
    expect(parseEnvelope({ ...first, type: 'yiyang.visit.paid.v4' }, onlyNewest).kind).toBe('newer-version');
    expect(parseEnvelope(first, onlyNewest).kind).toBe('unknown-type');
  });

  it('what comes up and goes down again is what it was', () => {
    expect(downcast(upcast(first, REGISTRY), 1, REGISTRY)).toEqual(first);
  });

  it('leaves the conversion inputs untouched', () => {
    upcast(first, REGISTRY);
    expect(first.data).toEqual({ visitId: visit, hours: 2 });
  });
});
