import { canStartHomeVisit, canTakeTask, isInWidenedScope, isPilotMember, type SaidFact } from './gates.js';

const said = (factType: string, codes: string[], validFrom: string, validTo: string | null = null): SaidFact => ({
  ...{ factType, codes, validFrom, validTo },
});

describe('gates over facts', () => {
  const needed = ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT'] as const;
  const because = { source: '003篇六 咸宁市', clause: '(五)', policyVersion: 'xianning@1' };
  const insured = [
    said('INSURANCE_POLICY', ['LIABILITY'], '2023-06-01'),
    said('INSURANCE_POLICY', ['MEDICAL_ACCIDENT'], '2023-06-01', '2025-05-31'),
    said('INSURANCE_POLICY', ['PERSONAL_ACCIDENT'], '2023-06-01', '2024-05-31'),
  ];

  it.each([
    ['2023-05-31', ['LIABILITY', 'MEDICAL_ACCIDENT', 'PERSONAL_ACCIDENT']],
    ['2024-05-31', []],
    ['2024-06-01', ['PERSONAL_ACCIDENT']],
  ])('REG-49 P-36 asks for all three insurances at a home visit: %s lacks %j', (on, missing) => {
    expect(canStartHomeVisit(insured, { needed, on, because })).toEqual({
      value: missing.length === 0,
      because: { rule: 'REG-49', ...because, inputs: { on, missing } },
    });
  });

  it('REG-49 asks for nothing where the region names no insurance', () => {
    expect(canStartHomeVisit([], { needed: [], on: '2024-06-01', because }).value).toBe(true);
  });

  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
  ])('REG-50 covers the extra drug from its day on: a claim of %s is covered: %j', (on, covered) => {
    const facts = [said('WIDENED_SCOPE', ['DRUG', 'XN02BE01'], '2024-01-01')];
    expect(isInWidenedScope(facts, { of: 'DRUG', code: 'XN02BE01', on })).toMatchObject({
      value: covered,
      because: { rule: 'REG-50' },
    });
    expect(isInWidenedScope(facts, { of: 'DEPARTMENT', code: 'XN02BE01', on }).value).toBe(false);
    expect(isInWidenedScope(facts, { of: 'DRUG', code: 'XN02BE02', on }).value).toBe(false);
  });

  it('REG-53 lets only an institution with NEEDS_ASSESSMENT take a contract of assessments', () => {
    const facts = [said('PURCHASED_TASK', ['PUBLIC_HEALTH'], '2024-01-01')];
    expect(canTakeTask(facts, 'NEEDS_ASSESSMENT', '2024-03-01')).toMatchObject({
      value: false,
      because: { rule: 'REG-53', inputs: { tasks: ['PUBLIC_HEALTH'] } },
    });
    const able = [...facts, said('PURCHASED_TASK', ['NEEDS_ASSESSMENT'], '2024-03-01')];
    expect(canTakeTask(able, 'NEEDS_ASSESSMENT', '2024-02-29').value).toBe(false);
    expect(canTakeTask(able, 'NEEDS_ASSESSMENT', '2024-03-01').value).toBe(true);
  });

  it('REG-61 keeps the gate of a pilot open on the last day and closes it on the next', () => {
    const facts = [said('PILOT_PROGRAMME', ['BIJIANG'], '2024-01-01', '2024-03-10')];
    const open = (on: string, programme = 'BIJIANG') => isPilotMember(facts, programme, on).value;
    expect(['2023-12-31', '2024-01-01', '2024-03-10', '2024-03-11'].map((on) => open(on))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(open('2024-02-01', 'WENSHAN')).toBe(false);
  });
});
