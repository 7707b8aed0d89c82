import type { GatewayStack } from './gateway-stack.js';

export interface StreamReader {
  readonly events: { id: string; data: { id: string; type: string; subject: string } }[];
  readonly comments: string[];
  readonly status: number;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Reads Server-Sent Events as a browser would. */
export async function readStream(stack: GatewayStack, token: string, lastEventId?: string): Promise<StreamReader> {
  const abort = new AbortController();
  const answer = await fetch(`${stack.gateway.url}/v1/events/stream`, {
    headers: { authorization: `Bearer ${token}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: abort.signal,
  });
  const events: StreamReader['events'] = [];
  const comments: string[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith(':')) comments.push(block.slice(1).trim());
        const [, id] = /^id: (.*)$/m.exec(block) ?? [];
        const [, data] = /^data: (.*)$/m.exec(block) ?? [];
        if (id !== undefined && data !== undefined)
          events.push({ id, data: JSON.parse(data) as StreamReader['events'][0]['data'] });
      }
    }
  };
  // A reader that goes away by itself has no complaint.
  const ended = read().catch(() => undefined);
  return { events, comments, status: answer.status, ended, close: () => abort.abort() };
}

/** Waits until the check holds, at most 10 s unless told otherwise. */
export async function eventually(check: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const until = performance.now() + milliseconds;
  while (!(await check())) {
    if (performance.now() > until) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
