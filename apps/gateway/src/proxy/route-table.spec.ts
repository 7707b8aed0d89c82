import { Refusal } from '@yiyang/decisions';
import { RouteTable, type Operation } from './route-table.js';
import { requireInView, ServiceRoutes } from './service-routes.js';

const operation = (method: string, template: string, action?: string): Operation => ({
  service: 'referral',
  method,
  template,
  ...(action !== undefined && { action }),
});

const code = (work: () => unknown): string => {
  try {
    work();
    return 'NONE';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'ERROR';
  }
};

describe('the route table', () => {
  const table = new RouteTable([
    operation('GET', '/v1/bed-uses'),
    operation('GET', '/v1/bed-uses/summary'),
    operation('GET', '/v1/bed-uses/{id}'),
    operation('PUT', '/v1/elders/{elderId}/clients/{clientId}'),
    operation('POST', '/v1/elders/{elderId}/consents/{consentId}/withdraw'),
  ]);
  const find = (method: string, path: string) => table.find(method, path)?.template;

  it('finds an operation by method and path, fixed segments before parameters', () => {
    expect(find('GET', '/v1/bed-uses')).toBe('/v1/bed-uses');
    expect(find('GET', '/v1/bed-uses/summary')).toBe('/v1/bed-uses/summary');
    expect(find('GET', '/v1/bed-uses/x')).toBe('/v1/bed-uses/{id}');
    expect(find('PUT', '/v1/elders/a/clients/b')).toBe('/v1/elders/{elderId}/clients/{clientId}');
  });

  it.each([
    ['POST', '/v1/bed-uses'],
    ['GET', '/v1/bed-uses/'],
    ['GET', '/v1//bed-uses'],
    ['GET', '/v1/bed-uses/a/b'],
    ['GET', '/v1/bed-uses/..'],
    ['GET', '/v1/bed-uses/.'],
    ['GET', '/v1/bed-uses/%2E%2e'],
    ['GET', '/v1/bed-uses/a%2Fb'],
    ['GET', '/v1/bed-uses/a\\b'],
    ['GET', '/v1/bed-uses/a%00'],
    ['GET', '/V1/bed-uses'],
    ['POST', '/v1/elders/a/consents/b'],
  ])('finds nothing for %s %s', (method, path) => expect(find(method, path)).toBeUndefined());
});

describe('where a request goes', () => {
  it('goes by its first segment until the service has shown its routes, then by those alone', () => {
    const routes = new ServiceRoutes();
    expect(routes.resolve('GET', '/v1/referrals/x/anything')).toMatchObject({ service: 'referral' });
    routes.learn('referral', [operation('GET', '/v1/referrals', 'referral.list')]);
    expect(routes.resolve('GET', '/v1/referrals')).toMatchObject({ action: 'referral.list' });
    expect(routes.resolve('HEAD', '/v1/referrals')).toMatchObject({ action: 'referral.list' });
    expect(code(() => routes.resolve('GET', '/v1/referrals/x/anything'))).toBe('NOT_FOUND');
  });

  it.each([
    '/v1/nobody',
    '/v1/',
    '/v1/referrals/../claims',
    '/v1/referrals/%2e%2e/claims',
    '/v1/referrals//x',
    '/internal/clock',
  ])('goes nowhere for %s', (path) => expect(code(() => new ServiceRoutes().resolve('GET', path))).toBe('NOT_FOUND'));
});

describe('the view of a role', () => {
  it('holds what the policy gives it and nothing else', () => {
    expect(code(() => requireInView('MED_INST', 'claim.settle'))).toBe('NONE');
    expect(code(() => requireInView('CARE_INST', 'claim.settle'))).toBe('NOT_ALLOWED');
    expect(code(() => requireInView('HEALTH', 'claim.read'))).toBe('NOT_ALLOWED');
    expect(code(() => requireInView('HEALTH', 'no.such.action'))).toBe('NOT_ALLOWED');
  });
});
