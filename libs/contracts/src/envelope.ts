import { z } from 'zod';

/** CloudEvents 1.0 in JSON with this platform's extensions. Unknown members are kept: later versions may add some. */
export const Envelope = z.looseObject({
  specversion: z.literal('1.0'),
  /** UUIDv7; the consumers' inbox knows an event by it. */
  id: z.uuid(),
  /** `/yiyang/<service>` that said it. */
  source: z.string().regex(/^\/yiyang\/[a-z-]{1,40}$/),
  type: z.string().regex(/^yiyang\.[a-z][a-z-]*\.[a-z][a-z-]*\.v[1-9]\d{0,3}$/),
  /** Aggregate id, which is also the message key. */
  subject: z.uuid(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** 1, 2, 3 … per source, topic and aggregate. */
  sequence: z.int().min(1),
  /** Division of the place of service, 6 digits. */
  regioncode: z.string().regex(/^\d{6}$/),
  correlationid: z.string().min(1).max(128),
  causationid: z.string().min(1).max(128).optional(),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;

/** Most bytes of an event; larger facts are read from the service that owns them. */
export const MOST_EVENT_BYTES = 1024;
