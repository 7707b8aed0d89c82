import { readConfig } from '@yiyang/service';
import { randomBytes } from 'node:crypto';
import { readGatewayConfig } from '../apps/gateway/src/config.js';
import { APPS, exists, text, yaml, yamlDocuments } from './deployment-files.js';

interface Container {
  image: string;
  envFrom: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  securityContext: object;
  resources: object;
  livenessProbe?: { httpGet: { path: string } };
  readinessProbe?: { httpGet: { path: string } };
}
interface Pod {
  terminationGracePeriodSeconds?: number;
  securityContext: object;
  containers: [Container];
}
interface Workload {
  kind: string;
  spec: { replicas?: number; template: { spec: Pod } };
}
interface Kustomization {
  resources: string[];
  namePrefix?: string;
  images: { name: string; newName: string }[];
}

const WORKLOADS = ['app/deployment.yaml', 'app/migration.yaml', 'topics.yaml'];
const podOf = (file: string): Pod => yaml<Workload>(`deploy/k8s/${file}`).spec.template.spec;

describe('deploy/k8s', () => {
  it('deploys every app under its name and image', () => {
    expect(yaml<Kustomization>('deploy/k8s/kustomization.yaml').resources).toEqual(expect.arrayContaining(APPS));
    for (const app of APPS)
      expect(yaml(`deploy/k8s/${app}/kustomization.yaml`)).toMatchObject({
        resources: ['../app'],
        namePrefix: `${app}-`,
        labels: [{ pairs: { 'app.kubernetes.io/name': app }, includeSelectors: true }],
        images: [{ name: 'app', newName: `yiyang/${app}` }],
      });
  });

  it('lists files that exist', () => {
    for (const folder of ['', 'app/', ...APPS.map((app) => `${app}/`)])
      for (const resource of yaml<Kustomization>(`deploy/k8s/${folder}kustomization.yaml`).resources)
        expect(exists(`deploy/k8s/${folder}${resource}`)).toBe(true);
  });

  it.each(WORKLOADS)('%s runs without root, capabilities and a writable image, within limits', (file) => {
    const pod = podOf(file);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.containers[0].resources).toMatchObject({
      requests: expect.anything(),
      limits: { memory: expect.any(String) },
    });
  });

  it('runs two replicas that are asked for progress and readiness, and lets them drain', () => {
    const { spec } = yaml<Workload>('deploy/k8s/app/deployment.yaml');
    const [server] = spec.template.spec.containers;
    expect(spec.replicas).toBe(2);
    expect(server.livenessProbe?.httpGet.path).toBe('/health/live');
    expect(server.readinessProbe?.httpGet.path).toBe('/health/ready');
    expect(spec.template.spec.terminationGracePeriodSeconds).toBe(30);
  });

  it('refers to secrets and holds none; migrations alone get the administrator’s', () => {
    const secretsOf = (file: string) =>
      podOf(file).containers[0].envFrom.flatMap(({ secretRef }) => secretRef?.name ?? []);
    expect(secretsOf('app/deployment.yaml')).toEqual(['yiyang']);
    expect(secretsOf('app/migration.yaml')).toEqual(['yiyang', 'yiyang-database-admin']);
    const files = ['config.yaml', 'network-policy.yaml', ...WORKLOADS];
    for (const file of files)
      for (const { kind } of yamlDocuments<{ kind: string }>(`deploy/k8s/${file}`)) expect(kind).not.toBe('Secret');
    expect(text('deploy/k8s/config.yaml')).not.toMatch(/:\/\/[^@\s]*@/);
  });

  it('names every variable that the apps demand, the secrets apart', () => {
    const { data } = yaml<{ data: Record<string, string> }>('deploy/k8s/config.yaml');
    const secret = randomBytes(32).toString('hex');
    const secrets = {
      DATABASE_ROLE_SECRET: secret,
      MASTER_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      INTERNAL_TOKEN_SECRET: secret,
      AUDIT_SECRET: secret,
    };
    expect(readConfig({ ...data, ...secrets }, 8080).development).toBe(false);
    const { upstreams } = readGatewayConfig({ ...data, ...secrets });
    for (const app of APPS.filter((name) => name !== 'gateway'))
      expect(Object.entries(upstreams)).toContainEqual([app, [`http://${app}-server`]]);
    expect(() => readConfig(data, 8080)).toThrow('DATABASE_ROLE_SECRET');
  });
});
