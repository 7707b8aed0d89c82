import { randomBytes } from 'node:crypto';
import { readGatewayConfig } from './config.js';

const base = {
  DATABASE_URL: 'postgres://localhost',
  DATABASE_ROLE_SECRET: 'secret',
  MASTER_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  INTERNAL_TOKEN_SECRET: 'a-secret-of-at-least-32-characters',
  AUDIT_SECRET: 'a-secret-of-at-least-32-characters',
};

describe('the configuration of the gateway', () => {
  it('refuses to start in production with the development issuer', () => {
    const production = { ...base, NODE_ENV: 'production', OIDC_ISSUER: 'https://issuer.test' };
    expect(() => readGatewayConfig({ ...production, DEV_ISSUER: 'on' })).toThrow('DEV_ISSUER=on is refused');
    expect(readGatewayConfig(production).development).toBe(false);
  });

  it('refuses to start outside development without an issuer', () => {
    expect(() => readGatewayConfig({ ...base, NODE_ENV: 'production' })).toThrow('OIDC_ISSUER is not set');
    expect(() => readGatewayConfig(base)).toThrow('OIDC_ISSUER is not set');
    expect(readGatewayConfig({ ...base, NODE_ENV: 'development' }).oidc).toBeUndefined();
  });

  it('trusts only algorithms from the list', () => {
    const development = { ...base, NODE_ENV: 'development', OIDC_ISSUER: 'https://issuer.test' };
    expect(readGatewayConfig({ ...development, OIDC_ALGORITHMS: 'ES256' }).oidc?.algorithms).toEqual(['ES256']);
    for (const wrong of ['HS256', 'none', 'RS256,HS256', ''])
      expect(() => readGatewayConfig({ ...development, OIDC_ALGORITHMS: wrong })).toThrow('OIDC_ALGORITHMS');
  });

  it('reads the replicas of a service and names the variable that is no list of URLs', () => {
    const development = { ...base, NODE_ENV: 'development' };
    const { upstreams } = readGatewayConfig({ ...development, REFERRAL_URL: 'http://a:1, http://b:2/' });
    expect(upstreams.referral).toEqual(['http://a:1', 'http://b:2']);
    expect(upstreams.settlement).toEqual(['http://127.0.0.1:8084']);
    expect(() => readGatewayConfig({ ...development, HEALTH_RECORDS_URL: 'b:2' })).toThrow('HEALTH_RECORDS_URL');
  });

  it('reads department clients and refuses roles that events bind, unknown divisions and foreign purposes', () => {
    const read = (client: object) =>
      readGatewayConfig({ ...base, NODE_ENV: 'development', DEPARTMENT_CLIENTS: JSON.stringify([client]) }).clients;
    const client = { clientId: 'xianan-insurance', role: 'INSURANCE', region: '421202' };
    expect(read(client)).toEqual([{ ...client, purposes: ['SUPERVISION', 'ADMINISTRATION', 'SETTLEMENT'] }]);
    expect(() => read({ ...client, role: 'CARE_INST' })).toThrow('role is');
    expect(() => read({ ...client, region: '000000' })).toThrow('region is');
    expect(() => read({ ...client, region: '429999' })).toThrow('region is');
    expect(() => read({ ...client, purposes: ['TREATMENT'] })).toThrow('purposes are among');
    expect(() => read({ ...client, purposes: [] })).toThrow('purposes are among');
  });

  it('reads rate limits and refuses classes and figures that make no sense', () => {
    const read = (limits: object) =>
      readGatewayConfig({ ...base, NODE_ENV: 'development', RATE_LIMITS: JSON.stringify(limits) }).limits;
    expect(read({ write: { perSecond: 5, burst: 10 } }).write).toEqual({ perSecond: 5, burst: 10 });
    expect(() => read({ write: { perSecond: 0, burst: 10 } })).toThrow('RATE_LIMITS');
    expect(() => read({ delete: { perSecond: 1, burst: 1 } })).toThrow('RATE_LIMITS');
  });
});
