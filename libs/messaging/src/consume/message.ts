import { CONTRACTS, parseEnvelope, type ContractRegistry, type Envelope } from '@yiyang/contracts';

/** A message after parsing: an event to apply, one to wait with, or bytes that are no event. */
export type Message =
  | { readonly kind: 'event'; readonly envelope: Envelope; readonly type: string; readonly data: unknown }
  | { readonly kind: 'not-yet'; readonly envelope: Envelope; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Parses by the contract; never throws. The payload of an event is in the newest version. */
export function readMessage(value: Buffer, registry: ContractRegistry = CONTRACTS): Message {
  const parsed = parseEnvelope(value, registry);
  switch (parsed.kind) {
    case 'event':
      return { kind: 'event', envelope: parsed.envelope, type: parsed.envelope.type, data: parsed.data };
    case 'unknown-type':
      return { kind: 'not-yet', envelope: parsed.envelope, reason: 'UNKNOWN_TYPE' };
    case 'newer-version':
      return { kind: 'not-yet', envelope: parsed.envelope, reason: 'NEWER_VERSION' };
    case 'unreadable':
      return { kind: 'unreadable', reason: 'UNREADABLE' };
  }
}

/** Streams are numbered per producing service, topic and aggregate. */
export function streamOf({ source, subject }: Pick<Envelope, 'source' | 'subject'>): string {
  return `${source} ${subject}`;
}
