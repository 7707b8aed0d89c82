import { Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read } from '@yiyang/http';
import { DeadlineQuery } from '@yiyang/service';
import { SERVICE_NAMES } from '../proxy/path-owners.js';
import { DeadlinePage, type DeadlineItem } from './deadline.view.js';
import { FanOut } from './fan-out.js';
import { pageFrom, walkServices } from './walk-services.js';

/** What is due, whichever service keeps the clock; each service filters by the caller's region. */
@Controller('v1/deadlines')
export class DeadlineController {
  constructor(private readonly fanOut: FanOut) {}

  @Read('', 'deadline.list', { summary: '查询办理时限 List deadlines', returns: DeadlinePage })
  list(@CallerParam() caller: Caller, @Query() query: DeadlineQuery): Promise<DeadlinePage> {
    const { limit, cursor, kind, state, dueBefore, division } = query;
    const given = Object.entries({ kind, state, dueBefore, division }).filter(([, value]) => value !== undefined);
    const filters = Object.fromEntries(given) as Record<string, string>;
    return walkServices<DeadlineItem>(SERVICE_NAMES, { limit, cursor }, (service, page) =>
      pageFrom<DeadlineItem>(this.fanOut, caller, { service, path: '/v1/deadlines', page, filters }),
    );
  }
}
