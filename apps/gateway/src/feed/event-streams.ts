import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { ClientDirectory } from '../clients/client-directory.js';
import { EventFeed, type FeedPage } from './event-feed.js';
import { FeedNews } from './feed-news.js';

const BATCH = 200;
/** A stream ends after this and is opened again with a token that is still good; clients do that by themselves. */
const LIFETIME_MILLISECONDS = 600_000;
const MOST_STREAMS_PER_CLIENT = 5;
/** A reader that has stopped reading would keep a draining gateway waiting for ever. */
const FAREWELL_MILLISECONDS = 1000;

/** Open Server-Sent Events streams (WHATWG HTML §9.2). */
@Injectable()
export class EventStreams {
  /** How long a silent stream waits before it says that it is alive and asks whether its reader still may. */
  heartbeatMilliseconds = 15_000;
  private readonly open = new Map<ServerResponse, string>();

  constructor(
    private readonly feed: EventFeed,
    private readonly news: FeedNews,
    private readonly directory: ClientDirectory,
  ) {}

  /** Answers with a stream that begins behind the cursor; ends when the reader goes, loses its right, or the gateway drains. */
  async serve(caller: Caller, after: string | undefined, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const streams = [...this.open.values()].filter((clientId) => clientId === caller.clientId).length;
    if (streams >= MOST_STREAMS_PER_CLIENT) throw refusal('TOO_MANY_REQUESTS');
    // What is wrong with the cursor is still an ordinary answer.
    const first = await this.feed.read(caller, after, BATCH);
    const { raw } = reply.hijack();
    this.open.set(raw, caller.clientId);
    // A reader that goes away is no fault; `destroyed` tells.
    raw.on('error', () => raw.destroy());
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': request.passage.requestId,
      'x-correlation-id': request.passage.correlationId,
    });
    try {
      await this.follow(caller, first, raw);
    } finally {
      this.open.delete(raw);
      finish(raw);
    }
  }

  /** Streams that are open now. */
  get count(): number {
    return this.open.size;
  }

  /** Ends every stream; readers come back with `Last-Event-ID` to another replica. */
  closeAll(): void {
    for (const raw of this.open.keys()) finish(raw);
    this.open.clear();
    this.news.raise();
  }

  private async follow(caller: Caller, first: FeedPage, raw: ServerResponse): Promise<void> {
    const until = performance.now() + LIFETIME_MILLISECONDS;
    let heard = performance.now();
    let page = first;
    raw.write(': welcome\n\n');
    while (this.open.has(raw) && !raw.destroyed && performance.now() < until) {
      if (page.items.length > 0) {
        heard = performance.now();
        await send(raw, page.items.map(({ cursor, envelope }) => `id: ${cursor}\ndata: ${envelope}\n\n`).join(''));
      } else {
        if (performance.now() - heard > this.heartbeatMilliseconds) {
          if (!(await this.isStillBound(caller))) return;
          heard = performance.now();
          await send(raw, ': heartbeat\n\n');
        }
        await this.news.wait();
      }
      if (this.open.has(raw) && !raw.destroyed) page = await this.next(caller, page);
    }
  }

  /** Looks without recording an access first: only what is disclosed is one. */
  private async next(caller: Caller, page: FeedPage): Promise<FeedPage> {
    return (await this.feed.hasMore(caller, page.nextCursor))
      ? this.feed.read(caller, page.nextCursor, BATCH)
      : { ...page, items: [] };
  }

  private async isStillBound(caller: Caller): Promise<boolean> {
    const client = await this.directory.find(caller.clientId);
    return client?.role === caller.role && client.region === caller.region;
  }
}

/** Ends a stream; one whose reader does not take the end is cut off. It goes on behind what it has seen. */
function finish(raw: ServerResponse): void {
  const cut = setTimeout(() => raw.destroy(), FAREWELL_MILLISECONDS);
  raw.end(() => clearTimeout(cut));
  raw.once('close', () => clearTimeout(cut));
}

/** Writes and waits until the reader has taken it. */
async function send(raw: ServerResponse, text: string): Promise<void> {
  if (raw.write(text) || raw.destroyed) return;
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]).finally(() => stop.abort());
}
