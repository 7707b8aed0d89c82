import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  actionsOf,
  decide,
  DEPARTMENTS,
  policyRow,
  RESOURCES,
  ROLES,
  viewOf,
  type Action,
  type Caller,
  type FieldTree,
  type Grant,
  type Resource,
} from '@yiyang/access';
import { CONTRACTS, EVENT, fieldClasses, type Envelope, type EventType } from '@yiyang/contracts';
import { AUDIENCES, outlookOf, type Audience } from './audience.js';
import { EXPOSURE, OUTWARD_TYPES, type Exposure } from './event-exposure.js';
import { redactFor } from './redact-for.js';

const TYPES = Object.keys(CONTRACTS) as EventType[];
const EXAMPLES = resolve(__dirname, '../../../../libs/contracts/src');

function exampleOf(type: EventType): Envelope {
  const file = `${type.replace('yiyang.', '').replace(/\.(?!v\d)/g, '-')}.example.json`;
  return JSON.parse(readFileSync(join(EXAMPLES, CONTRACTS[type].producer, file), 'utf8')) as Envelope;
}

function callerOf(role: Caller['role'], action: Action): Caller {
  const purpose = policyRow(action)?.roles[role]?.purposes[0] ?? ROLES[role].purposes[0];
  return { clientId: 'c', role, region: '421202', purposes: ROLES[role].purposes, purpose, requestId: 'r' };
}

/** Every grant by which the role reads the resource through REST. */
function grantsOn(role: Caller['role'], resource: Resource): Grant[] {
  return actionsOf(role)
    .filter((action) => policyRow(action)?.resource === resource)
    .map((action) => decide(callerOf(role, action), action))
    .filter((decision) => decision.allowed);
}

/** An object of the resource with one field set, for the REST view to look at. */
function withField(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
}

function read(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], object);
}

const exposureOf = (type: EventType) => EXPOSURE[type] as Exposure;
const pushed = (audience: Audience, type: EventType) => Object.keys(redactFor(audience, exampleOf(type))?.data ?? {});

describe('what is pushed', () => {
  it.each(DEPARTMENTS)('%s: every field of every event is one that the same token reads through REST', (role) => {
    let compared = 0;
    for (const type of OUTWARD_TYPES) {
      const { resource, fields } = exposureOf(type);
      const data = redactFor(role as Audience, exampleOf(type))?.data ?? {};
      for (const [field, value] of Object.entries(data)) {
        const path = fields[field] ?? field;
        const seen = grantsOn(role, resource).map((grant) => viewOf(grant, resource, withField(path, value)));
        const readable = seen.some((view) => read(view, path) !== undefined);
        expect({ type, field, readable }).toEqual({ type, field, readable: true });
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('never holds a health field that the reader could not read, and does hold those it could', () => {
    const health = (audience: Audience, type: EventType) => {
      const classes = fieldClasses(type);
      return pushed(audience, type).filter((field) => classes[field] === 'health');
    };
    const stateFields = ['from', 'to', 'stage'];
    expect(health('HEALTH', EVENT.careStateChangedV1)).toEqual(expect.arrayContaining(['to']));
    expect(stateFields).toEqual(expect.arrayContaining(health('CIVIL_AFFAIRS', EVENT.careStateChangedV1)));
    expect(health('INSURANCE', EVENT.careStateChangedV1)).toEqual([]);
    expect(health('HEALTH', EVENT.recordAssessmentCompletedV1)).toEqual(['level']);
    for (const audience of AUDIENCES) expect(health(audience, EVENT.referralRequestedV1)).toEqual([]);
    for (const type of TYPES) expect(health('INTEGRATOR', type)).toEqual([]);
  });

  it('holds money for the insurer alone', () => {
    for (const type of [EVENT.claimAdjudicatedV1, EVENT.claimAdjustedV1])
      for (const audience of AUDIENCES) {
        const money = pushed(audience, type).filter((field) => field.endsWith('Fen'));
        expect(money.length > 0).toBe(audience === 'INSURANCE');
      }
  });

  it.each([
    ['HEALTH', EVENT.claimAdjudicatedV1],
    ['CIVIL_AFFAIRS', EVENT.claimAdjudicatedV1],
    ['CIVIL_AFFAIRS', EVENT.recordDocumentAddedV1],
    ['CIVIL_AFFAIRS', EVENT.recordGrantOpenedV1],
    ['INSURANCE', EVENT.recordDocumentAddedV1],
    ['INSURANCE', EVENT.recordAssessmentCompletedV1],
    ['INSURANCE', EVENT.elderConsentGivenV1],
    ['HEALTH', EVENT.bedUseChangedV1],
  ] as const)('%s gets no %s', (audience, type) => {
    expect(redactFor(audience, exampleOf(type))).toBeUndefined();
  });

  it('keeps the access log and the bindings of clients from everybody', () => {
    const kept = TYPES.filter((type) => AUDIENCES.every((audience) => !outlookOf(audience, type)));
    expect(kept).toEqual(
      expect.arrayContaining([EVENT.accessRecordedV1, EVENT.institutionClientBoundV1, EVENT.elderClientBoundV1]),
    );
  });

  it('tells an integrator of every step of the story, by ids and facts', () => {
    const story = TYPES.filter((type) => /\.(referral|care-state|bed-use|ledger-entry|claim|designation)\./.test(type));
    for (const type of story)
      expect({ type, seen: outlookOf('INTEGRATOR', type) !== undefined }).toEqual({ type, seen: true });
  });

  it('drops what a newer producer added', () => {
    const example = exampleOf(EVENT.referralAcceptedV1);
    const data = { ...example.data, diagnosis: 'I63.9' };
    for (const audience of AUDIENCES)
      expect(redactFor(audience, { ...example, data, surprise: 1 })).toEqual(redactFor(audience, example));
  });

  it('names only places that the resources have', () => {
    for (const type of OUTWARD_TYPES) {
      const { resource, fields } = exposureOf(type);
      for (const path of Object.values(fields)) {
        const place = path
          .split('.')
          .reduce<FieldTree | string | undefined>(
            (at, name) => (typeof at === 'object' ? at[name] : undefined),
            RESOURCES[resource] as FieldTree,
          );
        expect({ type, path, kind: typeof place }).toEqual({ type, path, kind: 'string' });
      }
    }
  });
});
