import { Refusal } from '@yiyang/decisions';
import { applyForDesignation, type Applicant, type MinimumOperation } from './apply-for-designation.js';

const XIANNING: MinimumOperation = {
  value: 3,
  clause: '(十五)',
  source: '003篇六 咸宁市',
  policyVersion: 'XIANNING@1',
};
const WENSHAN: MinimumOperation = { value: 0, clause: '(十六)', source: '003篇十 文山州', policyVersion: 'WENSHAN@1' };

const anApplicant = (of: Partial<Applicant> = {}): Applicant => ({
  institutionId: 'nursing-hospital',
  kind: 'NURSING_HOSPITAL',
  side: 'MEDICAL',
  division: '421202',
  foundedOn: '2024-01-02',
  operatingSince: '2024-01-15',
  ...of,
});
const apply = (today: string, minimum = XIANNING, applicant = anApplicant()) =>
  applyForDesignation(applicant, minimum, { id: 'd1', schemes: ['RESIDENT'], today });

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

it('SET-01 refuses 2024-04-14 after an operation since 2024-01-15 and names the earliest day', () => {
  const { code, detail } = refusalOf(() => apply('2024-04-14'));
  expect(code).toBe('TOO_EARLY');
  expect(detail).toMatchObject({
    rule: 'SET-01',
    clause: '(十五)',
    source: '003篇六 咸宁市',
    policyVersion: 'XIANNING@1',
    inputs: { operatingSince: '2024-01-15', minOperatingMonths: 3, appliedOn: '2024-04-14', earliestOn: '2024-04-15' },
  });
});

it('SET-01 takes the application of 2024-04-15', () => {
  const { designation, event } = apply('2024-04-15');
  expect(designation).toMatchObject({ status: 'APPLIED', appliedOn: '2024-04-15', version: 1 });
  expect(event).toEqual({
    designationId: 'd1',
    institutionId: 'nursing-hospital',
    schemes: ['RESIDENT'],
    appliedOn: '2024-04-15',
    division: '421202',
  });
});

it.each([
  ['2024-04-29', 'TOO_EARLY'],
  ['2024-04-30', 'APPLIED'],
])('SET-01 counts three months from 2024-01-31 to the last day of April (standards §11): %s %s', (today, expected) => {
  const applicant = anApplicant({ operatingSince: '2024-01-31' });
  if (expected === 'APPLIED') expect(apply(today, XIANNING, applicant).designation.status).toBe(expected);
  else expect(refusalOf(() => apply(today, XIANNING, applicant)).code).toBe(expected);
});

it('SET-01 refuses an institution that does not operate yet', () => {
  expect(refusalOf(() => apply('2026-01-01', XIANNING, anApplicant({ operatingSince: null }))).code).toBe(
    'NOT_IN_OPERATION',
  );
});

it('SET-02 takes the application on the day of foundation where the region asks for no months', () => {
  const applicant = anApplicant({ foundedOn: '2024-04-01', operatingSince: null });
  expect(apply('2024-04-01', WENSHAN, applicant).designation.status).toBe('APPLIED');
  expect(refusalOf(() => apply('2024-03-31', WENSHAN, applicant)).code).toBe('TOO_EARLY');
});

it('SET-05 refuses a care home without a medical institution', () => {
  const home = anApplicant({ kind: 'CARE_HOME', side: 'CARE', foundedOn: null });
  expect(refusalOf(() => apply('2026-01-01', XIANNING, home))).toMatchObject({
    code: 'KIND_NOT_DESIGNABLE',
    detail: { rule: 'SET-05' },
  });
});

it('SET-05 refuses a medical institution whose licence is not live', () => {
  expect(refusalOf(() => apply('2026-01-01', XIANNING, anApplicant({ foundedOn: null }))).code).toBe(
    'KIND_NOT_DESIGNABLE',
  );
});
