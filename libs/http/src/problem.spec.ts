import { refusal } from '@yiyang/decisions';
import { withContext } from '@yiyang/observability';
import { problemOf, refusalOf } from './problem.js';
import { Refusals } from './refusal-catalogue.js';

const NO_BED = {
  status: 409,
  owner: 'receiver',
  zh: '无空床',
  en: 'No free bed',
  constraint: 'bed_use_one_person',
} as const;
const refusals = new Refusals({ NO_FREE_BED: NO_BED });
const codeOf = (error: unknown) => refusalOf(error, refusals).code;

describe('refusalOf', () => {
  it('keeps a refusal that the catalogue knows', () => {
    expect(codeOf(refusal('NO_FREE_BED'))).toBe('NO_FREE_BED');
  });

  it('treats a refusal that nobody catalogued as our own failure', () => {
    expect(codeOf(refusal('FORGOTTEN'))).toBe('UNEXPECTED');
  });

  it('answers a broken constraint with the rule it stands for', () => {
    expect(codeOf(Object.assign(new Error(), { code: '23P01', constraint: 'bed_use_one_person' }))).toBe('NO_FREE_BED');
  });

  it.each(['08006', '53300', '57P01', '40001', '40P01', 'ECONNREFUSED'])('answers %s with "try again"', (code) => {
    expect(codeOf(Object.assign(new Error(), { code }))).toBe('UNAVAILABLE');
  });

  it.each(['22P02', '22003', '22021'])('blames the caller for data that cannot be stored (%s)', (code) => {
    expect(codeOf(Object.assign(new Error(), { code }))).toBe('MALFORMED_REQUEST');
  });

  it.each([
    [413, 'BODY_TOO_LARGE'],
    [415, 'MEDIA_TYPE_UNSUPPORTED'],
    [404, 'NOT_FOUND'],
  ])('knows the framework’s %i', (statusCode, code) => {
    expect(codeOf(Object.assign(new Error(), { statusCode }))).toBe(code);
  });

  it('calls everything else unexpected, a constraint without a rule too', () => {
    expect(codeOf(new TypeError('x is not a function'))).toBe('UNEXPECTED');
    expect(codeOf(Object.assign(new Error(), { code: '23505', constraint: 'other' }))).toBe('UNEXPECTED');
  });
});

describe('problemOf', () => {
  const refused = refusal('NO_FREE_BED', {
    rule: 'REF-05',
    clause: '003篇十五',
    inputs: { free: 0 },
    alternatives: [{ institutionId: 'i2', free: 3 }],
  });

  it('explains by rule, clause and inputs, and names the owner', () => {
    const problem = withContext({ requestId: 'r1', correlationId: 'c1' }, () => problemOf(refused, NO_BED));
    expect(problem).toEqual({
      type: 'urn:yiyang:refusal:NO_FREE_BED',
      title: '无空床',
      titles: { zh: '无空床', en: 'No free bed' },
      status: 409,
      code: 'NO_FREE_BED',
      owner: 'receiver',
      rule: 'REF-05',
      clause: '003篇十五',
      inputs: { free: 0 },
      alternatives: [{ institutionId: 'i2', free: 3 }],
      requestId: 'r1',
      correlationId: 'c1',
    });
  });

  it('titles in English for those who ask for it first', () => {
    expect(problemOf(refused, NO_BED, 'en-GB,zh;q=0.5').title).toBe('No free bed');
    expect(problemOf(refused, NO_BED, 'zh-CN,en;q=0.5').title).toBe('无空床');
  });
});
