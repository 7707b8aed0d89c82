import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';
import { assertNotInFuture } from './not-in-future.js';

export type OperationState = 'NOT_STARTED' | 'OPERATING' | 'RECTIFYING' | 'SUSPENDED' | 'CLOSED' | 'FORCED_EXIT';
export type OperationAction = 'start' | 'rectify' | 'suspend' | 'restore' | 'close' | 'forceExit';

/** What may happen to an operation in which state; closing and a forced exit are final. Sources: 8.1; REG-41, REG-45. */
export const OPERATION_ACTIONS = {
  NOT_STARTED: ['start'],
  OPERATING: ['rectify', 'suspend', 'close', 'forceExit'],
  RECTIFYING: ['restore', 'suspend', 'close', 'forceExit'],
  SUSPENDED: ['rectify', 'restore', 'close', 'forceExit'],
  CLOSED: [],
  FORCED_EXIT: [],
} as const satisfies Record<OperationState, readonly OperationAction[]>;

const BECOMES = {
  start: 'OPERATING',
  rectify: 'RECTIFYING',
  suspend: 'SUSPENDED',
  restore: 'OPERATING',
  close: 'CLOSED',
  forceExit: 'FORCED_EXIT',
} as const satisfies Record<OperationAction, OperationState>;

export interface OperationStep {
  readonly action: OperationAction;
  readonly effectiveOn: CivilDate;
  readonly today: CivilDate;
  /** First day of the earliest live qualification; undefined without one. */
  readonly qualifiedFrom: CivilDate | undefined;
  /** Field of the request that names the day. */
  readonly field?: string;
}

/**
 * The next state of an operation. Operation starts and resumes only with a live qualification (8.1), never in the future,
 * and no change is dated back to before the start.
 */
export function changeOperation(
  operation: { readonly state: OperationState; readonly startedOn: CivilDate | null },
  step: OperationStep,
): OperationState {
  const { action, effectiveOn, today, qualifiedFrom, field = 'effectiveOn' } = step;
  const { state, startedOn } = operation;
  const allowed: readonly OperationAction[] = OPERATION_ACTIONS[state];
  if (!allowed.includes(action)) throw refusal('OPERATION_STATE', { rule: 'REG-41', inputs: { state, action } });
  const opens = BECOMES[action] === 'OPERATING';
  if (opens && (qualifiedFrom === undefined || effectiveOn < qualifiedFrom))
    throw refusal('NOT_QUALIFIED_YET', {
      rule: 'REG-01',
      inputs: { [field]: effectiveOn, qualifiedFrom: qualifiedFrom ?? null },
    });
  assertNotInFuture(field, effectiveOn, today);
  if (startedOn !== null && effectiveOn < startedOn)
    throw refusal('BEFORE_OPERATION', {
      inputs: { effectiveOn, startedOn },
      fields: [{ path: field, rule: `not before ${startedOn}` }],
    });
  return BECOMES[action];
}
