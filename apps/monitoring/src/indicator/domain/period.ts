import { refusal } from '@yiyang/decisions';
import { addDays, quarterOf, startOfDayShanghai, type CivilDate } from '@yiyang/standards';

/** A natural quarter (standards §13). */
export interface Period {
  readonly code: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** Day for which stock figures are taken: the last day, or today while the quarter runs. */
  readonly asOf: CivilDate;
  /** First instant of the quarter and first instant after it. */
  readonly from: Date;
  readonly until: Date;
}

/** The quarter `2026-Q3`; one that has not begun is refused. */
export function periodOf(code: string, today: CivilDate): Period {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(code) ?? [];
  if (year === undefined || quarter === undefined)
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'period', rule: 'a quarter such as 2026-Q3' }] });
  const { firstDay, lastDay } = quarterOf(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`);
  if (firstDay > today) throw refusal('PERIOD_NOT_BEGUN', { rule: 'P-33', inputs: { period: code, firstDay, today } });
  return {
    code,
    firstDay,
    lastDay,
    asOf: lastDay < today ? lastDay : today,
    from: startOfDayShanghai(firstDay),
    until: startOfDayShanghai(addDays(lastDay, 1)),
  };
}
