import { z } from 'zod';

function member<S extends z.ZodType>(schema: S, description: string, zh: string): S {
  return schema.meta({ description, zh });
}

/** CloudEvents 1.0 in JSON with this platform's extensions. Unknown members are kept: later versions may add some. */
export const Envelope = z.looseObject({
  specversion: member(z.literal('1.0'), 'Version of CloudEvents', '规范版本'),
  id: member(z.uuid(), 'UUIDv7; an event keeps it on every delivery, so a repeat is known by it', '事件标识'),
  source: member(z.string().regex(/^\/yiyang\/[a-z-]{1,40}$/), 'Service that said it', '事件来源'),
  type: member(
    z.string().regex(/^yiyang\.[a-z][a-z-]*\.[a-z][a-z-]*\.v[1-9]\d{0,3}$/),
    'Event and its version',
    '事件类型',
  ),
  subject: member(z.uuid(), 'Aggregate id, which is also the message key', '聚合标识'),
  time: member(z.iso.datetime(), 'When it was recorded, UTC', '记录时间'),
  datacontenttype: member(z.literal('application/json'), 'Media type of data', '数据格式'),
  sequence: member(z.int().min(1), '1, 2, 3 … per source, topic and aggregate', '序号'),
  regioncode: member(z.string().regex(/^\d{6}$/), 'Division of the place of service, 6 digits', '服务地行政区划'),
  correlationid: member(z.string().min(1).max(128), 'The same for all that one call caused', '关联标识'),
  causationid: member(z.string().min(1).max(128), 'What caused it directly', '起因标识').optional(),
  data: member(z.record(z.string(), z.unknown()), 'Payload, by the schema of its type', '事件数据'),
});
export type Envelope = z.infer<typeof Envelope>;

/** Most bytes of an event; larger facts are read from the service that owns them. */
export const MOST_EVENT_BYTES = 1024;
