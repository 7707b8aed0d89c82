import { makeCreditCode } from '@yiyang/standards';
import type { Api, ApiAnswer, DevelopmentApi } from '../stack/api.ts';

export interface ReadyClient {
  /** Role first, for the name of the shell variable. */
  readonly title: string;
  readonly token: string;
}

const REGION = '421202';
const ROLES = ['HEALTH', 'CIVIL_AFFAIRS', 'INSURANCE', 'INTEGRATOR'] as const;

/**
 * Named demonstration data of 咸宁市咸安区, made through the public API like any caller would: one client per department
 * and, in an empty registry, one care home and one hospital. A second start finds them.
 */
export async function seedDemonstration(development: DevelopmentApi): Promise<ReadyClient[]> {
  const clients = new Map<string, Api>();
  for (const role of ROLES) {
    const clientId = `demo-${role.toLowerCase().replace('_', '-')}-${REGION}`;
    clients.set(role, await development.client({ name: role, role, region: REGION, clientId }));
  }
  const health = clients.get('HEALTH') as Api;
  const existing = await health.get<{ items: unknown[] }>(`/v1/institutions?division=${REGION}&limit=1`);
  if (existing.status === 200 && existing.body.items.length === 0) {
    const { now } = await development.clock();
    await registerInstitutions(health, clients.get('CIVIL_AFFAIRS') as Api, now.slice(0, 10));
  }
  return [...clients].map(([role, api]) => ({ title: `${role} (${REGION})`, token: api.bearer }));
}

async function registerInstitutions(health: Api, civilAffairs: Api, today: string): Promise<void> {
  const common = { division: REGION, ownership: 'PUBLIC_RUN', profitNature: 'NON_PROFIT' };
  const home = {
    ...common,
    kind: 'CARE_HOME',
    name: '示范颐和养老院',
    creditCode: makeCreditCode({ authority: '5', type: '2', region: REGION, serial: 'MJ800001' }),
    beds: [{ kind: 'CARE', count: 120 }],
  };
  const hospital = {
    ...common,
    kind: 'GENERAL_HOSPITAL',
    name: '示范人民医院',
    creditCode: makeCreditCode({ authority: '1', type: '2', region: REGION, serial: '42000001' }),
    level: 3,
    grade: 'LEVEL_3_A',
    beds: [{ kind: 'MEDICAL', count: 300 }],
  };
  const filed = await expect201(civilAffairs.post('/v1/applications', home));
  await civilAffairs.act(`/v1/applications/${filed}`, 'accept');
  await civilAffairs.act(`/v1/applications/${filed}`, 'file', { filedOn: today });
  const licensed = await expect201(health.post('/v1/applications', hospital));
  await health.act(`/v1/applications/${licensed}`, 'accept');
  await health.act(`/v1/applications/${licensed}`, 'approve', {
    licensedOn: today,
    practiceRegistrationNo: 'DEMO-0001',
  });
}

async function expect201(sent: Promise<ApiAnswer<{ id: string }>>): Promise<string> {
  const answer = await sent;
  if (answer.status !== 201) throw new Error(`the demonstration data was refused: ${answer.status} ${answer.text}`);
  return answer.body.id;
}
