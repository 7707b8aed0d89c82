import { Controller, Query } from '@nestjs/common';
import { AccessDecisions, CallerParam, rowFilter, viewOf, type Caller, type Grant } from '@yiyang/access';
import { found, Read, type Answer } from '@yiyang/http';
import { Database, decodeCursor, pageOf } from '@yiyang/persistence';
import { regionPrefix, startOfDayShanghai } from '@yiyang/standards';
import { DeadlinePage, DeadlineQuery, type DeadlineView } from './deadline.view.js';

// `dueBefore` takes the instant at which its day begins in, since that is when the last day before it has passed.
// A breach that was made up for keeps both instants; what is done is done.
const STATE = `
  case when done_at is not null then 'DONE' when breached_at is not null then 'BREACHED'
    when paused_at is not null then 'PAUSED' when warned_at is not null then 'WARNED' else 'RUNNING' end`;

/** What is due, by whom and since when, as ids and codes. Clocks that are the service's own affair have no division. */
@Controller('v1/deadlines')
export class DeadlineController {
  constructor(
    private readonly access: AccessDecisions,
    private readonly database: Database,
  ) {}

  @Read('', 'deadline.list', { summary: '查询办理时限 List deadlines', returns: DeadlinePage })
  async list(@CallerParam() caller: Caller, @Query() query: DeadlineQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'deadline.list');
    const { items, nextCursor } = pageOf(await this.rows(grant, query), query.limit, ({ dueAt, id }) => [
      dueAt.toISOString(),
      id,
    ]);
    return found({ items: items.map((item) => viewOf(grant, 'deadline', item)), nextCursor });
  }

  private rows(grant: Grant, { kind, state, dueBefore, division, cursor, limit }: DeadlineQuery) {
    const [afterDue = null, afterId = null] = cursor ? decodeCursor(cursor, ['string', 'string']) : [];
    const params: unknown[] = [
      kind ?? null,
      state ?? null,
      dueBefore ? startOfDayShanghai(dueBefore) : null,
      division ? regionPrefix(division) : '',
      afterDue,
      afterId,
      limit + 1,
    ];
    const allowed = rowFilter(grant, { serviceRegion: 'division' }, params);
    return this.database.many<DeadlineView>(
      `select id, kind, subject_id, division, owner_role, owner_id, ${STATE} as state, rule, clause, policy_version,
         started_at, warn_at, due_at, paused_at, done_at, breached_at
       from deadline
       where division is not null and ${allowed} and ($1::text is null or kind = $1)
         and ($2::text is null or ${STATE} = $2) and ($3::timestamptz is null or due_at <= $3)
         and division like $4 || '%'
         and ($5::timestamptz is null or (due_at, id) > ($5::timestamptz, $6::uuid))
       order by due_at, id limit $7`,
      params,
    );
  }
}
