import { isEventType, type Envelope } from '@yiyang/contracts';
import { outlookOf, type Audience } from './audience.js';

/** The event as the audience may see it, or undefined when it may not see it at all. */
export function redactFor(audience: Audience, envelope: Envelope): Envelope | undefined {
  const outlook = isEventType(envelope.type) ? outlookOf(audience, envelope.type) : undefined;
  if (!outlook) return undefined;
  const { specversion, id, source, type, subject, time, datacontenttype, sequence, regioncode } = envelope;
  const { correlationid, causationid } = envelope;
  return {
    specversion,
    id,
    source,
    type,
    subject,
    time,
    datacontenttype,
    sequence,
    regioncode,
    correlationid,
    ...(causationid !== undefined && { causationid }),
    data: keep(envelope.data, outlook.fields, '') as Envelope['data'],
  };
}

/** Only the named paths; what a newer producer added is not among them. */
function keep(value: unknown, fields: ReadonlySet<string>, path: string): unknown {
  if (fields.has(path)) return value;
  if (Array.isArray(value)) return value.map((element) => keep(element, fields, path));
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).map(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [name, keep(inner, fields, at)] as const;
  });
  return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined));
}
