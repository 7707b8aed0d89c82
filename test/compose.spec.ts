import { readConfig } from '@yiyang/service';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readGatewayConfig } from '../apps/gateway/src/config.js';
import { APPS, interpolate, root, variablesOf, yaml } from './deployment-files.js';

interface Service {
  image: string;
  build?: { args: { APP: string } };
  command?: string[];
  environment?: Record<string, string | number>;
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
  ports?: string[];
  networks?: string[];
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
}

const compose = yaml<{
  services: Record<string, Service>;
  volumes: object;
  networks: Record<string, { internal?: boolean }>;
}>('docker-compose.yml');
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};
const generated = (): Map<string, string> => {
  const output = execFileSync(process.execPath, [join(root, 'deploy/make-env.mjs')], { encoding: 'utf8' });
  return new Map([...output.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
};
const environmentOf = (name: string, variables: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service(name).environment ?? {}).map(([key, value]) => [key, interpolate(String(value), variables)]),
  );

describe('docker-compose.yml', () => {
  it('runs every app, and migrates each before it serves', () => {
    for (const app of APPS) {
      expect(service(app).build?.args.APP).toBe(app);
      expect(service(`migrate-${app}`).image).toBe(service(app).image);
      expect(service(`migrate-${app}`).command).toEqual(['migrate']);
      expect(service(app).depends_on).toMatchObject({
        [`migrate-${app}`]: { condition: 'service_completed_successfully' },
        topics: { condition: 'service_completed_successfully' },
      });
    }
  });

  it('names a version of every image', () => {
    for (const [name, { image }] of services)
      expect([name, image]).toEqual([name, expect.stringMatching(/:(\d|\$\{YIYANG_VERSION:-\d)/)]);
  });

  it('keeps the data of PostgreSQL and Kafka in named volumes', () => {
    const kept = ['postgres', 'kafka'].flatMap((name) => service(name).volumes ?? []);
    expect(kept.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('checks the health of everything that serves; the image brings the check of the apps', () => {
    for (const name of ['postgres', 'kafka', 'redis']) expect(service(name).healthcheck?.test?.[0]).toBe('CMD');
    for (const app of APPS) expect(service(app).healthcheck).toBeUndefined();
  });

  it('publishes the gateway only, and lets nothing else reach the world', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['gateway']);
    expect(services.filter(([, { networks }]) => networks?.includes('edge')).map(([name]) => name)).toEqual([
      'gateway',
    ]);
    expect(compose.networks['inside']).toEqual({ internal: true });
  });

  it('gives our processes no capability and no writable image', () => {
    for (const name of ['topics', ...APPS, ...APPS.map((app) => `migrate-${app}`)])
      expect(service(name)).toMatchObject({ cap_drop: ['ALL'], read_only: true });
  });

  it('holds no secret: each comes from the environment and is required', () => {
    for (const [, { environment = {} }] of services)
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEYS/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
        expect(String(value)).not.toMatch(/:\/\/[^$@/]*:[^$@/]+@/);
      }
    const secrets = [...variablesOf('deploy/.env.example')].filter(([name]) => /PASSWORD|SECRET|KEYS/.test(name));
    expect(secrets).toHaveLength(5);
    for (const [, value] of secrets) expect(value).toBe('');
  });

  it('gives migrations alone the administrator’s password', () => {
    const knowing = services.filter(([, { environment }]) =>
      JSON.stringify(environment ?? {}).includes('POSTGRES_PASSWORD'),
    );
    expect(knowing.map(([name]) => name).sort()).toEqual(['postgres', ...APPS.map((app) => `migrate-${app}`)].sort());
  });

  it('names every variable that a service demands, with the secrets of make-env', () => {
    for (const app of APPS.filter((name) => name !== 'gateway'))
      for (const name of [app, `migrate-${app}`]) {
        const config = readConfig(environmentOf(name, generated()), 8080);
        expect(config).toMatchObject({ development: false, kafka: { brokers: ['kafka:9092'] } });
      }
  });

  it('starts a gateway in production only with a token issuer', () => {
    const variables = generated();
    expect(() => readGatewayConfig(environmentOf('gateway', variables))).toThrow('OIDC_ISSUER is not set');
    const config = readGatewayConfig(environmentOf('gateway', variables.set('OIDC_ISSUER', 'https://issuer.example')));
    expect(Object.entries(config.upstreams)).toEqual(
      expect.arrayContaining(APPS.filter((app) => app !== 'gateway').map((app) => [app, [`http://${app}:8080`]])),
    );
    expect(config).toMatchObject({ development: false, redisUrl: 'redis://redis:6379' });
  });
});
