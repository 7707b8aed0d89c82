import { ServiceRoutes } from './service-routes.js';

const template = '/v1/price-lists';
const operation = { service: 'institution-registry', method: 'GET', template, action: 'price-list.read' } as const;

describe('what is open to anybody', () => {
  it('is what the policy table says of the operation', () => {
    const routes = new ServiceRoutes();
    routes.learn('institution-registry', [operation, { ...operation, method: 'POST', action: 'price-list.publish' }]);
    expect(routes.isOpenToAnybody('GET', template)).toBe(true);
    expect(routes.isOpenToAnybody('HEAD', template)).toBe(true);
    expect(routes.isOpenToAnybody('POST', template)).toBe(false);
    expect(routes.isOpenToAnybody('GET', '/v1/nothing')).toBe(false);
  });

  it('is not known until the service has shown its operations', () => {
    expect(() => new ServiceRoutes().isOpenToAnybody('GET', template)).toThrow('UNAVAILABLE');
    expect(new ServiceRoutes().isOpenToAnybody('GET', '/v1/nothing')).toBe(false);
  });
});
