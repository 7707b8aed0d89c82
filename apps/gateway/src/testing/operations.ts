import type { ServiceName } from '../proxy/path-owners.js';

/** Some operations of each service, as its OpenAPI document would name them. */
export const OPERATIONS = {
  'institution-registry': [
    ['GET', '/v1/institutions', 'institution.list'],
    ['GET', '/v1/institutions/{id}', 'institution.read'],
    ['POST', '/v1/applications', 'application.submit'],
    ['POST', '/v1/survey-imports', 'survey.import'],
    ['GET', '/v1/policies/resolve', 'policy.resolve'],
  ],
  'health-records': [
    ['POST', '/v1/elders', 'elder.register'],
    ['GET', '/v1/elders/{id}', 'elder.read'],
    ['GET', '/v1/elders/{id}/access-log', 'access-log.read'],
  ],
  referral: [
    ['POST', '/v1/referrals', 'referral.request'],
    ['GET', '/v1/referrals', 'referral.list'],
    ['POST', '/v1/referrals/{id}/accept', 'referral.accept'],
  ],
  settlement: [['POST', '/v1/claims', 'claim.settle']],
  monitoring: [['GET', '/v1/indicators', 'indicator.read']],
} as const satisfies Record<ServiceName, readonly (readonly [string, string, string])[]>;
