import { decide, type Grant } from './decide.js';
import { fieldClassesOf, readableClasses, viewOf } from './field-view.js';
import { FIELD_CLASSES, VIEWS, type FieldClass } from './fields.js';
import { INTEGRATOR_FEED, POLICY } from './policy.js';
import { RESOURCES, type Resource } from './resources.js';
import { ROLE_NAMES, type Role } from './roles.js';
import { aCaller, ELDER, HOME } from './testing/a-caller.js';

const grant = (role: Role, action: string, purpose = aCaller(role).purpose): Grant => {
  const decision = decide(aCaller(role, { purpose }), action);
  if (!decision.allowed) throw new Error(decision.reasonCode);
  return decision;
};

const elder = {
  id: ELDER,
  name: '示范老人',
  idNumber: 'planted-id-number',
  birthYear: 1949,
  phone: 'planted-phone',
  address: 'planted-address',
  residenceRegion: '421202',
  abilityLevel: 2,
  version: 3,
  wrappedKey: 'planted-key',
};

describe('a field view', () => {
  it.each([
    ['CARE_INST', ['id', 'name', 'idNumber', 'birthYear', 'phone', 'address', 'residenceRegion', 'abilityLevel']],
    ['ELDER', ['id', 'name', 'idNumber', 'birthYear', 'phone', 'address', 'residenceRegion', 'abilityLevel']],
    ['CIVIL_AFFAIRS', ['id', 'name', 'idNumber', 'birthYear', 'residenceRegion', 'abilityLevel']],
    ['HEALTH', ['id', 'name', 'idNumber', 'birthYear', 'residenceRegion', 'abilityLevel']],
    ['INSURANCE', ['id', 'name', 'idNumber', 'birthYear', 'residenceRegion']],
  ] as const)('shows of an elder to %s exactly the fields of its cell', (role, fields) => {
    expect(Object.keys(viewOf(grant(role, 'elder.read'), 'elder', elder)).sort()).toEqual(
      [...fields, 'version'].sort(),
    );
  });

  it('never lets out a field that the resource does not list, in no role', () => {
    for (const { action, resource } of POLICY)
      for (const role of ROLE_NAMES) {
        const decision = decide(aCaller(role), action);
        if (decision.allowed)
          expect(viewOf(decision, resource, { canary: 'x', constructor: 'x', toString: 'x' })).toEqual({});
      }
  });

  it('goes into lists and objects and leaves the given object as it was', () => {
    const record = {
      elderId: ELDER,
      assessments: [{ id: 'a', level: 2, because: { rule: 'X', inputs: { total: 70 } }, canary: 1 }],
      documents: [{ id: 'd', type: 'DISCHARGE_SUMMARY', sections: { course: 'planted-text' }, addedAt: new Date(0) }],
      grants: [],
    };
    const before = structuredClone(record);
    expect(viewOf(grant('HEALTH', 'record.read'), 'record', record)).toEqual({
      elderId: ELDER,
      assessments: [{ id: 'a', level: 2, because: { rule: 'X', inputs: { total: 70 } } }],
      documents: [{ id: 'd', type: 'DISCHARGE_SUMMARY', addedAt: new Date(0) }],
      grants: [],
    });
    expect(record).toEqual(before);
  });

  it('keeps inside what is not shaped as the resource says', () => {
    const view = grant('HEALTH', 'institution.read');
    const odd = {
      operation: 'planted',
      beds: ['planted', { kind: 'CARE' }],
      isIntegrated: null,
      qualifications: new Date(0),
    };
    expect(viewOf(view, 'institution', odd)).toEqual({ beds: [{ kind: 'CARE' }], isIntegrated: null });
  });

  it('hides a part of which nothing may be seen, even that it is empty', () => {
    const consent = { id: 'c', giver: { kind: 'GUARDIAN', relation: 'DAUGHTER', proof: 'planted' } };
    const closed = {
      ...grant('HEALTH', 'record.read'),
      view: { ...grant('HEALTH', 'record.read').view, classes: new Set<FieldClass>(['ID']) },
    };
    expect(viewOf(closed, 'consent', consent)).toEqual({ id: 'c' });
    expect(viewOf(closed, 'consent', { id: 'c', giver: null })).toEqual({ id: 'c' });
  });

  it('REC-31 shows the departments of a referral neither stage nor indications', () => {
    const referral = { id: 'r', status: 'REQUESTED', stage: 'ACUTE', indications: ['I63'], fromInstitutionId: HOME };
    for (const role of ['HEALTH', 'CIVIL_AFFAIRS', 'INSURANCE'] as const)
      expect(Object.keys(viewOf(grant(role, 'referral.list'), 'referral', referral))).toEqual([
        'id',
        'status',
        'fromInstitutionId',
      ]);
    expect(viewOf(grant('MED_INST', 'referral.list'), 'referral', referral)).toEqual(referral);
  });
});

describe('what a role can read of a resource', () => {
  it('is the union of its cells: nothing where it has none or is prohibited', () => {
    expect([...readableClasses('HEALTH', 'claim')]).toEqual([]);
    expect([...readableClasses('CIVIL_AFFAIRS', 'record')]).toEqual([]);
    expect([...readableClasses('ELDER', 'ledger-entry')]).toEqual([]);
    expect(readableClasses('INSURANCE', 'claim')).toEqual(new Set(VIEWS.CLAIM));
    expect(readableClasses('CIVIL_AFFAIRS', 'care-state').has('HEALTH')).toBe(true);
    expect(readableClasses('INSURANCE', 'care-state').has('HEALTH')).toBe(false);
    expect(readableClasses('HEALTH', 'referral').has('HEALTH')).toBe(false);
  });

  it('is for an integrator references only, and nothing of the access log', () => {
    for (const resource of INTEGRATOR_FEED)
      expect([...readableClasses('INTEGRATOR', resource)]).toEqual(['PUBLIC', 'ID', 'FACT']);
    expect([...readableClasses('INTEGRATOR', 'access-log')]).toEqual([]);
  });

  it('contains personal classes of elders for no role outside the cells that say so', () => {
    const personal: FieldClass[] = ['IDENTITY', 'CONTACT', 'FREE_TEXT'];
    const readers = ROLE_NAMES.filter((role) => personal.some((kind) => readableClasses(role, 'record').has(kind)));
    expect(readers).toEqual(['CARE_INST', 'MED_INST', 'ELDER']);
  });
});

describe('the field lists', () => {
  it.each(Object.keys(RESOURCES) as Resource[])('of %s class what names a person as personal', (resource) => {
    for (const [path, kind] of fieldClassesOf(resource)) {
      const field = path.split('.').at(-1) as string;
      expect(Object.keys(FIELD_CLASSES)).toContain(kind);
      if (/^(idNumber|birthDate|sex|certificateNo)$/.test(field)) expect([field, kind]).toEqual([field, 'IDENTITY']);
      // CON-08 publishes the phones of responsible doctors and nurses.
      if (/^(phone|address)$/.test(field) && resource !== 'liaison-contact')
        expect([field, kind]).toEqual([field, 'CONTACT']);
      // What an institution asks of everybody is public; what somebody paid is not.
      if (/Fen$/.test(field)) expect([field, kind]).toEqual([field, field === 'priceFen' ? 'PUBLIC' : 'MONEY']);
      if (
        /^(level|stage|indications|diagnos.*|dementia)$/.test(field) &&
        resource !== 'institution' &&
        resource !== 'application'
      )
        expect([field, kind]).toEqual([field, 'HEALTH']);
    }
  });
});
