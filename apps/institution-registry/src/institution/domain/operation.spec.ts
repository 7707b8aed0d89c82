import { Refusal } from '@yiyang/decisions';
import {
  changeOperation,
  OPERATION_ACTIONS,
  type OperationAction,
  type OperationState,
  type OperationStep,
} from './operation.js';

const step = (action: OperationAction, more: Partial<OperationStep> = {}): OperationStep => ({
  action,
  effectiveOn: '2024-04-01',
  today: '2024-04-01',
  qualifiedFrom: '2024-01-10',
  ...more,
});
const operation = (state: OperationState) => ({ state, startedOn: state === 'NOT_STARTED' ? null : '2024-01-15' });
const codeOf = (decide: () => unknown) => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const BECOMES: Record<OperationAction, OperationState> = {
  start: 'OPERATING',
  rectify: 'RECTIFYING',
  suspend: 'SUSPENDED',
  restore: 'OPERATING',
  close: 'CLOSED',
  forceExit: 'FORCED_EXIT',
};

describe('changeOperation', () => {
  const states = Object.keys(OPERATION_ACTIONS) as OperationState[];
  const actions = Object.keys(BECOMES) as OperationAction[];

  it.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))(
    '%s: %s agrees with the table',
    (state, action) => {
      const allowed: readonly string[] = OPERATION_ACTIONS[state];
      const decide = () => changeOperation(operation(state), step(action));
      if (allowed.includes(action)) expect(decide()).toBe(BECOMES[action]);
      else expect(codeOf(decide)).toBe('OPERATION_STATE');
    },
  );

  it('starts on the day of qualification at the earliest', () => {
    const start = (effectiveOn: string) => changeOperation(operation('NOT_STARTED'), step('start', { effectiveOn }));
    expect(start('2024-01-10')).toBe('OPERATING');
    expect(codeOf(() => start('2024-01-09'))).toBe('NOT_QUALIFIED_YET');
  });

  it('starts and resumes only with a live qualification', () => {
    const without = { qualifiedFrom: undefined };
    expect(codeOf(() => changeOperation(operation('NOT_STARTED'), step('start', without)))).toBe('NOT_QUALIFIED_YET');
    expect(codeOf(() => changeOperation(operation('SUSPENDED'), step('restore', without)))).toBe('NOT_QUALIFIED_YET');
    expect(changeOperation(operation('OPERATING'), step('close', without))).toBe('CLOSED');
  });

  it('changes today at the latest and not before the start', () => {
    const suspend = (effectiveOn: string) => changeOperation(operation('OPERATING'), step('suspend', { effectiveOn }));
    expect(suspend('2024-01-15')).toBe('SUSPENDED');
    expect(codeOf(() => suspend('2024-01-14'))).toBe('BEFORE_OPERATION');
    expect(codeOf(() => suspend('2024-04-02'))).toBe('DATE_IN_FUTURE');
  });
});
