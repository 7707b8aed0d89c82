import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf, type Caller, type Grant } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { found, type Answer } from '@yiyang/http';
import { decodeCursor, pageOf } from '@yiyang/persistence';
import { inScope, percentOf, regionPrefix, startOfDayShanghai } from '@yiyang/standards';
import type { CompletenessQuery, SurveyEntryQuery } from './survey.dto.js';
import { SurveyRepository, type SurveyQuestion } from './survey.repository.js';

const EVER = '1970-01-01';

/** What the survey knows of the institutions of a division, and who has not answered. Source: REG-52. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly surveys: SurveyRepository,
  ) {}

  async completeness(caller: Caller, query: CompletenessQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'survey.read');
    const counts = await this.surveys.countByDivision(questionOf(grant, query));
    const sum = (of: 'expected' | 'answered') => counts.reduce((total, count) => total + count[of], 0);
    const [expected, answered] = [sum('expected'), sum('answered')];
    return found(
      viewOf(grant, 'survey-completeness', {
        ...{ division: query.division, expected, answered, percent: percentOf(answered, expected) },
        divisions: counts.map((count) => ({ ...count, percent: percentOf(count.answered, count.expected) })),
      }),
    );
  }

  async list(caller: Caller, query: SurveyEntryQuery): Promise<Answer> {
    const grant = this.access.require(caller, 'survey.read');
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['string', 'string']);
    const question = { ...questionOf(grant, query), answered: query.answered };
    const rows = await this.surveys.list(question, after as [string, string] | undefined, query.limit + 1);
    const page = pageOf(rows, query.limit, (row) => [row.division, row.key]);
    return found({
      items: page.items.map((row) => viewOf(grant, 'survey-entry', row)),
      nextCursor: page.nextCursor,
    });
  }
}

function questionOf({ caller }: Grant, { division, since }: CompletenessQuery): SurveyQuestion {
  if (!inScope(caller.region, division)) throw refusal('NOT_ALLOWED', { inputs: { reason: 'OTHER_REGION' } });
  return { divisionPrefix: regionPrefix(division), since: startOfDayShanghai(since ?? EVER) };
}
