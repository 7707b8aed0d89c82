import { Refusal } from '@yiyang/decisions';
import { assertMaySubmit, type Applicant, type Submission } from './may-submit.js';

const civilAffairs: Applicant = { role: 'CIVIL_AFFAIRS', region: '421200', institutions: [] };
const home: Applicant = { role: 'CARE_INST', region: '421202', institutions: ['home'] };
const host = { id: 'home', division: '421202', isUnit: false };
const submission = (more: Partial<Submission> = {}): Submission => ({
  side: 'CARE',
  division: '421202',
  creditCode: 'known',
  ...more,
});
const codeOf = (applicant: Applicant, of: Submission) => {
  try {
    assertMaySubmit(applicant, of);
    return 'allowed';
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('assertMaySubmit', () => {
  it.each([
    ['a department for its side, below its division', civilAffairs, submission(), 'allowed'],
    ['a department for the other side', civilAffairs, submission({ side: 'MEDICAL' }), 'WRONG_DEPARTMENT'],
    ['a department for another region', civilAffairs, submission({ division: '360100' }), 'WRONG_DEPARTMENT'],
    [
      'a legal institution without a credit code',
      civilAffairs,
      submission({ creditCode: undefined }),
      'CREDIT_CODE_NEEDED',
    ],
    [
      'an institution for a unit of its own',
      home,
      submission({ side: 'MEDICAL', host, creditCode: undefined }),
      'allowed',
    ],
    ['an institution for a unit of another', home, submission({ host: { ...host, id: 'other' } }), 'HOST_NOT_ELIGIBLE'],
    ['an institution without a host', home, submission(), 'HOST_NOT_ELIGIBLE'],
    ['a unit of a unit', home, submission({ host: { ...host, isUnit: true } }), 'HOST_NOT_ELIGIBLE'],
    ['a unit in another division', home, submission({ host: { ...host, division: '421221' } }), 'HOST_NOT_ELIGIBLE'],
  ])('REG-05 REG-11 %s', (_, applicant, of, expected) => {
    expect(codeOf(applicant, of)).toBe(expected);
  });
});
