import { actionsOf, DEPARTMENTS, policyRow, type Role } from '@yiyang/access';
import { fieldClasses, isEventType } from '@yiyang/contracts';
import { AUDIENCES, outlookOf } from '../feed/audience.js';
import { SERVICE_NAMES } from '../proxy/path-owners.js';
import { call } from '../testing/calls.js';
import { eventually } from '../testing/read-stream.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';
import { viewOfRole } from './api-documents.js';
import type { ApiDocument, DocumentOperation } from './document.js';
import { reachableSchemas } from './document.js';

const operationsIn = (document: ApiDocument): DocumentOperation[] =>
  Object.values(document.paths).flatMap((item) => Object.values(item));

describe('the documents', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack();
    await eventually(() => stack.gateway.own.documents.documents.length === SERVICE_NAMES.length);
  });
  afterAll(() => stack.stop());

  const get = async <T>(path: string) => (await call(stack, 'GET', path)).body as unknown as T;

  it('are one OpenAPI 3.1 document of all services and the gateway, without the paths of development', async () => {
    const document = await get<ApiDocument>('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/referrals/{id}/accept', '/v1/claims', '/v1/events', '/v1/operations/{key}']),
    );
    expect(Object.keys(document.paths).every((path) => path.startsWith('/v1/'))).toBe(true);
    const ids = operationsIn(document).map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(DEPARTMENTS)('show %s exactly the operations that the policy gives it', async (role: Role) => {
    const [whole, view] = await Promise.all([
      get<ApiDocument>('/openapi.json'),
      get<ApiDocument>(`/openapi.json?department=${viewOfRole(role)}`),
    ]);
    const allowed = new Set<string>(actionsOf(role));
    const expected = operationsIn(whole).filter((operation) => allowed.has(operation['x-action'] as string));
    expect(operationsIn(view).map((operation) => operation.operationId)).toEqual(
      expected.map((operation) => operation.operationId),
    );
    expect(expected.length).toBeGreaterThan(3);
    for (const operation of operationsIn(view)) {
      const cell = policyRow(operation['x-action'] as string)?.roles[role];
      expect(operation.description).toContain(cell?.scope);
    }
  });

  it('refer to no schema that is not there', async () => {
    for (const path of ['/openapi.json', ...DEPARTMENTS.map((role) => `/openapi.json?department=${role}`)]) {
      const document = await get<ApiDocument>(path);
      const schemas = document.components?.schemas ?? {};
      for (const name of reachableSchemas(document.paths, schemas)) expect(Object.keys(schemas)).toContain(name);
    }
  });

  it('are readable in Swagger UI, whole and by department, with every file from this server', async () => {
    for (const view of ['', '/health', '/civil-affairs', '/insurance']) {
      const page = await call(stack, 'GET', `/docs${view}`);
      expect(page.status).toBe(200);
      const text = page.body['text'] as string;
      const files = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
      expect(files).toHaveLength(3);
      for (const file of files) expect((await call(stack, 'GET', file)).status).toBe(200);
      expect(text).not.toMatch(/https?:\/\//);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    expect((await call(stack, 'GET', '/docs/nobody')).status).toBe(404);
    expect((await call(stack, 'GET', '/openapi.json?department=nobody')).status).toBe(404);
  });

  it.each(AUDIENCES)('describe to %s the events and fields that its feed holds, and no others', async (audience) => {
    const document = await get<{ asyncapi: string; components: { messages: Record<string, Message> } }>(
      `/asyncapi.json?department=${viewOfRole(audience)}`,
    );
    expect(document.asyncapi).toBe('3.0.0');
    const messages = Object.values(document.components.messages);
    expect(messages.length).toBeGreaterThan(20);
    for (const message of messages) {
      if (!isEventType(message.name)) throw new Error(`${message.name} is no event`);
      const outlook = outlookOf(audience, message.name);
      const allowed = Object.keys(fieldClasses(message.name)).filter((field) => outlook?.fields.has(field));
      expect(Object.keys(dataOf(message)).toSorted()).toEqual(allowed.toSorted());
      for (const example of message.examples)
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(example.payload.data)));
    }
  });

  it('have a readable page of events', async () => {
    const page = await call(stack, 'GET', '/asyncapi?department=civil-affairs');
    expect(page.status).toBe(200);
    expect(page.body['text']).toContain('yiyang.referral.accepted.v1');
    expect((await call(stack, 'GET', '/asyncapi?department=care-inst')).status).toBe(404);
  });
});

interface Message {
  name: string;
  payload: { allOf: { properties?: { data?: { properties: object } } }[] };
  examples: { payload: { data: object } }[];
}

const dataOf = (message: Message): object => message.payload.allOf.at(-1)?.properties?.data?.properties ?? {};
