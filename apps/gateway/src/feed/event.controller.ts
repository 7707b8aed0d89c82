import { Controller, Headers, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerParam, type Caller } from '@yiyang/access';
import { Answer, Read } from '@yiyang/http';
import { EventFeed } from './event-feed.js';
import { EventStreams } from './event-streams.js';
import { EventPage, EventQuery, EventView, StreamQuery } from './event.dto.js';

/** The outsiders' feed. */
@Controller('v1/events')
export class EventController {
  constructor(
    private readonly feed: EventFeed,
    private readonly streams: EventStreams,
  ) {}

  @Read('', 'event.read', { summary: '读取外发事件 Read events', returns: EventPage })
  async list(@CallerParam() caller: Caller, @Query() query: EventQuery): Promise<Answer> {
    const { items, nextCursor } = await this.feed.read(caller, query.after, query.limit);
    // The events are text already.
    const list = items.map((item) => item.envelope).join(',');
    return new Answer(200, `{"items":[${list}],"nextCursor":${JSON.stringify(nextCursor)}}`);
  }

  @Read('stream', 'event.read', { summary: '订阅外发事件流 Follow events (SSE)', returns: EventView })
  async follow(
    @CallerParam() caller: Caller,
    @Query() query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.streams.serve(caller, lastEventId ?? query.after, request, reply);
  }
}
