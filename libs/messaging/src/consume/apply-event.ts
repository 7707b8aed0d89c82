import { isObservable, lastValueFrom } from 'rxjs';
import { withContext } from '@yiyang/observability';
import type { Tx } from '@yiyang/persistence';
import type { ConsumerDefinition } from './consumer-definition.js';
import type { Message } from './message.js';

/** Runs the handler of one event; an ignored type does nothing. What the handler does carries the event's context. */
export async function applyEvent(
  definition: ConsumerDefinition,
  tx: Tx,
  message: Message & { kind: 'event' },
): Promise<void> {
  const handler = definition.handlers.get(message.type);
  if (!handler) return;
  const { envelope, data } = message;
  const context = { requestId: envelope.id, correlationId: envelope.correlationid, causationId: envelope.id };
  await withContext(context, async () => {
    const result = await handler(data, { tx, envelope });
    // Nest's exception filters answer with a stream that fails.
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  });
}
