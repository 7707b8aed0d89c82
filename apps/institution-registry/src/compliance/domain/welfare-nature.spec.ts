import { aFact, aHome, findingsOf } from '../testing/an-input.js';

describe('the welfare nature of a 公建民营 home', () => {
  const attempt = (validTo: string | null = null) =>
    aFact(
      'UNAPPROVED_NATURE_CHANGE',
      { ownership: 'PUBLIC_BUILT_PRIVATE_RUN', profitNature: 'FOR_PROFIT' },
      { validTo },
    );
  const home = (...facts: ReturnType<typeof attempt>[]) =>
    findingsOf('REG-24', aHome({ ownership: 'PUBLIC_BUILT_PRIVATE_RUN', operationState: 'NOT_STARTED', facts }));

  it('REG-24 finds that its nature → 营利 was tried without approval, until the day after the matter ended', () => {
    expect(home()).toEqual([]);
    expect(home(attempt())).toMatchObject([
      {
        ...{ subject: '', code: 'NATURE_CHANGE_NOT_APPROVED', severity: 'MAJOR', status: 'OPEN' },
        expected: { approvedByCivilAffairs: true },
        actual: { approvedByCivilAffairs: false, asked: ['PUBLIC_BUILT_PRIVATE_RUN', 'FOR_PROFIT'] },
      },
    ]);
    expect(home(attempt('2024-05-20'))).toHaveLength(1);
    expect(home(attempt('2024-05-19'))).toEqual([]);
  });

  it('REG-24 concerns no home of another kind', () => {
    expect(findingsOf('REG-24', aHome({ ownership: 'PRIVATE_RUN' }))).toBe('NOT_CONCERNED');
  });
});
