import { Refusal } from '@yiyang/decisions';
import { startOperation, type StartQuestion } from './operation.js';

const question = (more: Partial<StartQuestion> = {}): StartQuestion => ({
  state: 'NOT_STARTED',
  qualifiedFrom: '2024-01-10',
  startedOn: '2024-01-15',
  today: '2024-01-15',
  ...more,
});
const codeOf = (decide: () => unknown) => {
  try {
    decide();
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('startOperation', () => {
  it('starts on the day of qualification at the earliest', () => {
    expect(startOperation(question({ startedOn: '2024-01-10' }))).toBe('OPERATING');
    expect(codeOf(() => startOperation(question({ startedOn: '2024-01-09' })))).toBe('NOT_QUALIFIED_YET');
  });

  it('refuses without any qualification', () => {
    expect(codeOf(() => startOperation(question({ qualifiedFrom: undefined })))).toBe('NOT_QUALIFIED_YET');
  });

  it('starts today at the latest', () => {
    expect(startOperation(question())).toBe('OPERATING');
    expect(codeOf(() => startOperation(question({ startedOn: '2024-01-16' })))).toBe('DATE_IN_FUTURE');
  });

  it.each(['OPERATING', 'RECTIFYING', 'SUSPENDED', 'CLOSED', 'FORCED_EXIT'] as const)(
    'refuses to start from %s',
    (state) => {
      expect(codeOf(() => startOperation(question({ state })))).toBe('OPERATION_STATE');
    },
  );
});
