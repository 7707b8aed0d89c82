import { Refusal } from '@yiyang/decisions';
import { AccessDecisions } from './access-decisions.js';
import { decide } from './decide.js';
import { actionsOf, isPersonal, POLICY, policyRow, POLICY_VERSION } from './policy.js';
import { PROHIBITIONS } from './policy/prohibitions.js';
import { PURPOSES, type Purpose } from './purposes.js';
import { ROLE_NAMES, ROLES, type Role } from './roles.js';
import { aCaller } from './testing/a-caller.js';
import { EXPECTED, EXPECTED_ACTIONS } from './testing/expected-policy.js';

const ALL_PURPOSES = Object.keys(PURPOSES) as Purpose[];
const ACTIONS = POLICY.map((row) => row.action);

describe('the policy table', () => {
  it('has exactly the actions of the expectation', () => {
    expect([...ACTIONS].sort()).toEqual([...EXPECTED_ACTIONS].sort());
  });

  it('agrees with the expectation in every cell of action x role x purpose', () => {
    const differences: string[] = [];
    let cells = 0;
    for (const action of ACTIONS)
      for (const role of ROLE_NAMES)
        for (const purpose of ALL_PURPOSES) {
          // A token that may do everything: what is refused is refused by the table, not by the token.
          const decision = decide(aCaller(role, { purposes: ALL_PURPOSES, purpose }), action);
          const got = decision.allowed ? `${decision.scope}|${decision.view.name}` : undefined;
          const expected = EXPECTED.get(`${action}|${role}|${purpose}`);
          if (got !== expected) differences.push(`${action} ${role} ${purpose}: ${got} instead of ${expected}`);
          cells += 1;
        }
    expect(differences).toEqual([]);
    expect(cells).toBe(ACTIONS.length * ROLE_NAMES.length * ALL_PURPOSES.length);
  });

  it('gives no cell a purpose that tokens of the role cannot hold', () => {
    for (const action of ACTIONS)
      for (const role of ROLE_NAMES)
        for (const purpose of policyRow(action)?.roles[role]?.purposes ?? [])
          expect([action, role, ROLES[role].purposes]).toEqual([action, role, expect.arrayContaining([purpose])]);
  });

  it('names its content by a version', () => {
    expect(POLICY_VERSION).toMatch(/^[0-9a-f]{16}$/);
  });

  it('lists for a role exactly the actions that some purpose opens', () => {
    for (const role of ROLE_NAMES) {
      const expected = EXPECTED_ACTIONS.filter((action) =>
        ALL_PURPOSES.some((purpose) => EXPECTED.has(`${action}|${role}|${purpose}`)),
      );
      expect(actionsOf(role).sort()).toEqual(expected.sort());
    }
  });
});

describe('a decision', () => {
  it('refuses an action that the table does not know, for every role', () => {
    for (const role of ROLE_NAMES)
      expect(decide(aCaller(role), 'record.export')).toMatchObject({ allowed: false, reasonCode: 'UNKNOWN_ACTION' });
    expect(isPersonal('record.export')).toBe(true);
  });

  it('refuses a role that nobody has defined, even one that an object inherits', () => {
    for (const role of ['ADMIN', 'constructor', ''] as unknown as Role[])
      expect(decide({ ...aCaller('HEALTH'), role }, 'institution.read')).toMatchObject({ reasonCode: 'UNKNOWN_ROLE' });
  });

  it('OPS-04 refuses by prohibition before it looks for a permission', () => {
    for (const { role, resources = [], actions = [] } of PROHIBITIONS)
      for (const row of POLICY.filter(
        ({ action, resource }) => actions.includes(action) || (resources as string[]).includes(resource),
      ))
        expect([row.action, role, decide(aCaller(role), row.action)]).toMatchObject([
          row.action,
          role,
          { allowed: false, reasonCode: 'PROHIBITED' },
        ]);
    expect(decide(aCaller('HEALTH'), 'claim.read')).toMatchObject({ source: 'OPS-04' });
  });

  it('REC-31 refuses a purpose that the token does not hold, and one that the action does not serve', () => {
    const hospital = aCaller('MED_INST', { purposes: ['SETTLEMENT'], purpose: 'TREATMENT' });
    expect(decide(hospital, 'record.read')).toMatchObject({ reasonCode: 'PURPOSE_NOT_HELD', source: 'REC-31' });
    expect(decide({ ...hospital, purpose: 'SETTLEMENT' }, 'record.read')).toMatchObject({
      reasonCode: 'PURPOSE_NOT_ALLOWED',
    });
  });

  it.each([
    ['a department without a division', aCaller('HEALTH', { region: '' })],
    ['a department of the whole nation', aCaller('HEALTH', { region: '000000' })],
    ['a department with half a division', aCaller('HEALTH', { region: '42' })],
    ['an institution without an organisation', aCaller('CARE_INST', { organisationId: undefined })],
    ['an elder without a person', aCaller('ELDER', { elderId: undefined })],
  ])('refuses %s', (_, caller) => {
    expect(decide(caller, 'institution.read')).toMatchObject({ allowed: false, reasonCode: 'CALLER_NOT_BOUND' });
  });

  it('owes an audit entry for what is about elders only', () => {
    expect(decide(aCaller('HEALTH'), 'elder.read')).toMatchObject({ obligations: ['AUDIT'] });
    expect(decide(aCaller('HEALTH'), 'institution.read')).toMatchObject({ obligations: [] });
  });
});

describe('REC-08 consent to read a record', () => {
  const home = aCaller('CARE_INST');
  const hospital = aCaller('MED_INST', { purpose: 'TREATMENT' });

  it('is still to be checked when nobody has looked', () => {
    expect(decide(home, 'record.read')).toMatchObject({ allowed: true, obligations: ['AUDIT', 'CHECK_CONSENT'] });
  });

  it('opens the record when it is valid', () => {
    const decision = decide(home, 'record.read', { consent: 'VALID' });
    expect(decision).toMatchObject({ allowed: true, reasonCode: 'CONSENT', obligations: ['AUDIT'] });
  });

  it.each(['MISSING', 'WITHDRAWN', 'EXPIRED', 'STALE'] as const)('keeps the record closed when it is %s', (consent) => {
    expect(decide(home, 'record.read', { consent })).toMatchObject({ allowed: false, reasonCode: 'CONSENT_NEEDED' });
    expect(decide(hospital, 'record.read', { consent })).toMatchObject({ allowed: false });
  });

  it('is not needed for treatment under an open grant, but for care under one', () => {
    const facts = { consent: 'MISSING', openGrant: true } as const;
    expect(decide(hospital, 'record.read', facts)).toMatchObject({ reasonCode: 'TREATMENT_UNDER_GRANT' });
    expect(decide({ ...hospital, purpose: 'REFERRAL' }, 'record.read', facts)).toMatchObject({ allowed: false });
    expect(decide(home, 'record.read', facts)).toMatchObject({ allowed: false });
  });

  it('is waived by an emergency with a reason, which is told to the elder and reviewed and widens no rows', () => {
    const emergency = { reasonCode: 'UNCONSCIOUS' };
    expect(decide({ ...hospital, emergency }, 'record.read', { consent: 'MISSING' })).toMatchObject({
      allowed: true,
      scope: 'RELATION',
      reasonCode: 'EMERGENCY',
      obligations: ['AUDIT', 'NOTIFY_ELDER', 'REVIEW_EMERGENCY'],
    });
  });

  it('cannot open what the table keeps closed', () => {
    for (const role of ['CIVIL_AFFAIRS', 'INSURANCE', 'INTEGRATOR'] as const) {
      const caller = aCaller(role, { emergency: { reasonCode: 'UNCONSCIOUS' } });
      expect(decide(caller, 'record.read', { consent: 'VALID', openGrant: true })).toMatchObject({ allowed: false });
    }
  });
});

describe('AccessDecisions', () => {
  it('gives the grant or throws a refusal that names the reason and nothing else', () => {
    const access = new AccessDecisions();
    expect(access.require(aCaller('HEALTH'), 'record.read')).toMatchObject({ policyVersion: POLICY_VERSION });
    const attempt = () => access.require(aCaller('HEALTH'), 'claim.read');
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'NOT_ALLOWED',
        detail: {
          rule: 'OPS-04',
          policyVersion: POLICY_VERSION,
          inputs: { action: 'claim.read', role: 'HEALTH', purpose: 'SUPERVISION', reason: 'PROHIBITED' },
        },
      }) as Error,
    );
  });
});
