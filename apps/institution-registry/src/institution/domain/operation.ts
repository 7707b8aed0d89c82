import { refusal } from '@yiyang/decisions';

export type OperationState = 'NOT_STARTED' | 'OPERATING' | 'RECTIFYING' | 'SUSPENDED' | 'CLOSED' | 'FORCED_EXIT';

export interface StartQuestion {
  readonly state: OperationState;
  /** First day of the earliest live qualification; undefined without one. */
  readonly qualifiedFrom: string | undefined;
  readonly startedOn: string;
  readonly today: string;
}

/** Operation starts once, not before the institution is filed or licensed, and not in the future. Source: state machine 8.1. */
export function startOperation({ state, qualifiedFrom, startedOn, today }: StartQuestion): OperationState {
  if (state !== 'NOT_STARTED') throw refusal('OPERATION_STATE', { inputs: { state } });
  if (qualifiedFrom === undefined || startedOn < qualifiedFrom)
    throw refusal('NOT_QUALIFIED_YET', { rule: 'REG-01', inputs: { startedOn, qualifiedFrom: qualifiedFrom ?? null } });
  if (startedOn > today) throw refusal('DATE_IN_FUTURE', { fields: [{ path: 'startedOn', rule: `at most ${today}` }] });
  return 'OPERATING';
}
