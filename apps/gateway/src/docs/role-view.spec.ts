import type { ApiDocument, Schema } from './document.js';
import { mergeDocuments } from './merge-documents.js';
import { roleView } from './role-view.js';

const text: Schema = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: Schema) => ({ '200': { description: 'ok', content: { 'application/json': { schema } } } });

const referral: Schema = {
  type: 'object',
  required: ['id', 'stage', 'secret'],
  properties: {
    id: text,
    elderId: text,
    stage: text,
    plan: { type: 'object', properties: { departAt: text, escort: text } },
    secret: text,
  },
};

function documentOf(paths: ApiDocument['paths'], schemas: Record<string, Schema>): ApiDocument {
  return { openapi: '3.1.0', info: { title: 't', version: '1' }, paths, components: { schemas } };
}

const document = documentOf(
  {
    '/v1/referrals/{id}': {
      get: { operationId: 'referral.read', 'x-action': 'referral.read', responses: answer(ref('ReferralView')) },
    },
    '/v1/referrals': {
      get: { operationId: 'referral.list', 'x-action': 'referral.list', responses: answer(ref('ReferralPage')) },
    },
    '/v1/referrals/{id}/accept': {
      post: { operationId: 'referral.accept', 'x-action': 'referral.accept', responses: answer(ref('ReferralView')) },
    },
    '/v1/new': { get: { operationId: 'new', 'x-action': 'not.in.the.policy', responses: {} } },
    '/v1/undeclared': { get: { operationId: 'undeclared', responses: {} } },
  },
  {
    ReferralView: referral,
    ReferralPage: {
      type: 'object',
      required: ['items', 'nextCursor'],
      properties: { items: { type: 'array', items: ref('ReferralView') }, nextCursor: text },
    },
    Unused: { type: 'object' },
  },
);

describe('the view of a role', () => {
  const health = roleView(document, 'HEALTH');
  const schemas = health.components?.schemas ?? {};

  it('has only operations that the role may call', () => {
    expect(Object.keys(health.paths)).toEqual(['/v1/referrals/{id}', '/v1/referrals']);
  });

  it('has in answers only fields that the role may see and the resource lists', () => {
    const [name] = Object.keys(schemas).filter((key) => key.startsWith('ReferralView'));
    const seen = schemas[name as string];
    expect(Object.keys(seen?.properties ?? {})).toEqual(['id', 'elderId', 'plan']);
    expect(seen?.required).toEqual(['id']);
    expect(Object.keys(seen?.properties?.['plan']?.properties ?? {})).toEqual(['departAt']);
  });

  it('looks through pages at their items', () => {
    const page = Object.entries(schemas).find(([key]) => key.startsWith('ReferralPage'))?.[1];
    expect(Object.keys(page?.properties ?? {})).toEqual(['items', 'nextCursor']);
    expect(page?.properties?.['items']?.items?.$ref).toMatch(/ReferralView_/);
  });

  it('leaves no schema that nobody refers to', () => {
    expect(Object.keys(schemas).toSorted()).toEqual(['ReferralPage_REFERENCES', 'ReferralView_REFERENCES']);
  });

  it('gives an institution the fields that it needs', () => {
    const view = roleView(document, 'MED_INST').components?.schemas?.['ReferralView_CARE'];
    expect(Object.keys(view?.properties ?? {})).toEqual(['id', 'elderId', 'stage', 'plan']);
  });
});

describe('merged documents', () => {
  const one = (service: string, schema: Schema, path: string) => ({
    service,
    document: documentOf(
      { [path]: { get: { operationId: 'x.read', responses: answer(ref('View')) } } },
      { View: schema },
    ),
  });
  const frame = { openapi: '3.1.0', info: { title: 'all', version: '1' }, servers: [] };

  it('keep apart schemas of one name and different content, and join equal ones', () => {
    const merged = mergeDocuments(
      one('gateway', text, '/v1/g'),
      [one('referral', { type: 'integer' }, '/v1/r'), one('settlement', text, '/v1/s')],
      frame,
    );
    expect(merged.components?.schemas).toEqual({ View: text, ReferralView: { type: 'integer' } });
    const schemaOf = (path: string) =>
      merged.paths[path]?.['get']?.responses?.['200']?.content?.['application/json']?.schema;
    expect([schemaOf('/v1/g'), schemaOf('/v1/r'), schemaOf('/v1/s')]).toEqual([
      ref('View'),
      ref('ReferralView'),
      ref('View'),
    ]);
  });

  it('number operation ids that occur twice', () => {
    const merged = mergeDocuments(one('gateway', text, '/v1/g'), [one('referral', text, '/v1/r')], frame);
    expect(Object.values(merged.paths).map((item) => item['get']?.operationId)).toEqual(['x.read', 'x.read.2']);
  });

  it('take the gateway’s answer where every service has its own', () => {
    const merged = mergeDocuments(
      one('gateway', text, '/v1/dead-letters'),
      [one('referral', { type: 'integer' }, '/v1/dead-letters')],
      frame,
    );
    expect(merged.paths['/v1/dead-letters']?.['get']?.tags).toEqual(['gateway']);
  });

  it('leave out what a service serves of another service’s paths', () => {
    const services = ['referral', 'institution-registry'].map((name) => one(name, text, '/v1/policies/resolve'));
    const merged = mergeDocuments(one('gateway', text, '/v1/g'), services, frame);
    expect(merged.paths['/v1/policies/resolve']?.['get']).toMatchObject({ tags: ['institution-registry'] });
  });
});
