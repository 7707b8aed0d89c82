import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyRow, signCaller, CALLER_HEADER, ROLE_NAMES, type Caller, type Role } from '@yiyang/access';
import { newId } from '@yiyang/persistence';
import type { ServiceDefinition } from '@yiyang/service';
import { aCaller } from '../a-caller.js';
import { ServiceStack, TEST_SECRET, type Answered } from '../service-stack.js';
import { requestOf } from './arbitrary.js';
import { operationsOf, type OpenApi, type Operation } from './operations.js';

const RUNS_PER_OPERATION = 40;
const INTERNAL = /^\/(health|metrics|openapi\.json|internal)/;

/** A caller of a role that can stand for one: bound to an institution or an elder nobody knows. */
function someCaller(role: Role, region = '421202'): Caller {
  if (role === 'CARE_INST' || role === 'MED_INST') return aCaller(role, { region, organisationId: newId() });
  return role === 'ELDER' ? aCaller(role, { region: '', elderId: newId() }) : aCaller(role, { region });
}

const pathOf = (operation: Operation) => operation.path.replace(/\{[^}]+\}/g, () => newId());

/**
 * What every service of the platform promises of its HTTP side, checked against the running router and its own OpenAPI
 * document: the two agree; nobody gets in without a valid token, in a role or a region that has no right; no input makes
 * it fail, answer undocumented or store something.
 */
export function describeApi(definition: ServiceDefinition): void {
  describe(`API of ${definition.name}`, () => {
    let stack: ServiceStack;
    let document: OpenApi;
    let operations: Operation[];

    beforeAll(async () => {
      stack = await ServiceStack.start(definition);
      document = (await stack.call(undefined, 'GET', '/openapi.json')).body as unknown as OpenApi;
      operations = operationsOf(document);
    }, 60_000);
    afterAll(() => stack.stop());

    const send = (
      caller: Caller | undefined,
      operation: Operation,
      url = pathOf(operation),
      body?: object,
      headers = {},
    ): Promise<Answered> =>
      stack.call(caller, operation.method, url, {
        headers,
        ...(operation.method !== 'GET' && { body: body ?? {} }),
        ...(operation.needsVersion && { ifMatch: '"1"' }),
      });

    it('documents exactly the routes that the router has', () => {
      const running = stack.service.routes
        .filter(({ url }) => !INTERNAL.test(url))
        .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
      const documented = operations.map(({ method, path }) => `${method} ${path}`);
      expect(documented.sort()).toEqual(running.sort());
      expect(documented.length).toBeGreaterThan(4);
    });

    it('names an action of the policy table for every route', () => {
      expect(operations.filter(({ action }) => policyRow(action) === undefined)).toEqual([]);
    });

    it('answers 401 without a token, with an expired one and with one of another platform', async () => {
      const caller = aCaller('HEALTH');
      const expired = signCaller(caller, TEST_SECRET, { now: new Date(Date.now() - 3_600_000) });
      const foreign = signCaller(caller, 'another-platform-another-platform-12', { now: new Date() });
      for (const operation of operations) {
        for (const token of [undefined, expired, foreign, 'x.y']) {
          const answer = await send(
            undefined,
            operation,
            undefined,
            undefined,
            token === undefined ? {} : { [CALLER_HEADER]: token },
          );
          expect(`${operation.action} ${answer.status}`).toBe(`${operation.action} 401`);
        }
      }
    });

    it('answers 403 or 404 to every role that the policy does not name', async () => {
      for (const operation of operations) {
        const allowed = policyRow(operation.action)?.roles ?? {};
        for (const role of ROLE_NAMES.filter((name) => !(name in allowed))) {
          const { status } = await send(someCaller(role), operation);
          expect({ action: operation.action, role, hidden: status === 403 || status === 404 }).toEqual({
            action: operation.action,
            role,
            hidden: true,
          });
        }
      }
    });

    it('discloses nothing to a department of another region', async () => {
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        const cells = Object.entries(policyRow(operation.action)?.roles ?? {}) as [Role, { scope: string }][];
        for (const [role, { scope }] of cells) {
          if (!scope.endsWith('_REGION') && scope !== 'ANY_OF_REGIONS') continue;
          const answer = await send(someCaller(role, '360100'), operation);
          const items = (answer.body as { items?: unknown[] }).items;
          expect({ action: operation.action, status: answer.status, items: items ?? [] }).toMatchObject({ items: [] });
          if (items === undefined) expect([400, 403, 404]).toContain(answer.status);
        }
      }
    });

    it('survives what fast-check makes of the document: no 5xx, no undocumented status, no refused write that stored', async () => {
      // The sealer's access events come by themselves; a refused write may add no other.
      const said = async () =>
        (
          await stack.own.asSuperuser<{ n: number }>(
            "select count(*)::int as n from outbox where topic <> 'yiyang.access.v1'",
          )
        )[0]?.n;
      for (const operation of operations) {
        const roles = Object.keys(policyRow(operation.action)?.roles ?? {}) as Role[];
        const check = fc.asyncProperty(
          requestOf(document, operation),
          fc.constantFrom(...roles),
          async (request, role) => {
            const before = await said();
            const answer = await send(someCaller(role), operation, request.url, request.body);
            const seen = {
              action: operation.action,
              status: answer.status,
              documented: operation.statuses.has(answer.status),
            };
            expect(seen).toMatchObject({ documented: true });
            expect(answer.status).toBeLessThan(500);
            if (answer.status >= 400) {
              expect(answer.body).toMatchObject({
                code: expect.any(String),
                owner: expect.any(String),
                status: answer.status,
              });
              expect(await said()).toBe(before);
            }
          },
        );
        await fc.assert(check, { numRuns: RUNS_PER_OPERATION, endOnFailure: true });
      }
    }, 240_000);
  });
}
