import { isPurpose, isRole, ROLES, type Purpose, type Role } from '@yiyang/access';
import { isKnownDivision, NATION } from '@yiyang/standards';

/** A client whose role is said by configuration, not by an event: a department or an integrator. */
export interface ConfiguredClient {
  readonly clientId: string;
  readonly role: Role;
  /** Division code where its rights end. */
  readonly region: string;
  /** The first one is assumed when a request names none. */
  readonly purposes: readonly Purpose[];
  /** Account of the Kafka cluster that gets a topic of this client's events; made by the cluster's operators. */
  readonly kafkaAccount?: string;
}

const KAFKA_NAME = /^[A-Za-z0-9._-]{1,64}$/;
const CLIENT_ID = /^[A-Za-z0-9._:-]{1,64}$/;

/** What is wrong with a client, in a sentence; undefined when nothing is. */
export function faultOfClient(client: ConfiguredClient): string | undefined {
  const { clientId, role, region, purposes } = client;
  if (typeof clientId !== 'string' || !CLIENT_ID.test(clientId)) return 'clientId has 1 to 64 letters, digits, . _ : -';
  if (typeof role !== 'string' || !isRole(role) || !isConfigurable(role))
    return 'role is HEALTH, CIVIL_AFFAIRS, INSURANCE or INTEGRATOR';
  if (typeof region !== 'string' || !isKnownDivision(region) || region === NATION) return 'region is a division code';
  const held: readonly Purpose[] = ROLES[role].purposes;
  const named: readonly unknown[] = Array.isArray(purposes) ? purposes : [];
  if (named.length === 0 || !named.every((one) => typeof one === 'string' && isPurpose(one) && held.includes(one)))
    return `purposes are among ${held.join(', ')}`;
  if (client.kafkaAccount !== undefined && !(KAFKA_NAME.test(clientId) && KAFKA_NAME.test(client.kafkaAccount)))
    return 'clientId and kafkaAccount have only letters, digits, . _ - where a Kafka topic is wanted';
  return undefined;
}

/** Departments and integrators; institutions and elders are bound by departments through events. */
export function isConfigurable(role: Role): boolean {
  return ROLES[role].kind === 'DEPARTMENT' || ROLES[role].kind === 'INTEGRATOR';
}

/** Reads `DEPARTMENT_CLIENTS`, a JSON list; purposes are all of the role's unless some are named. */
export function configuredClients(text: string | undefined): ConfiguredClient[] {
  if (!text) return [];
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new Error('DEPARTMENT_CLIENTS is not a JSON list');
  const clients = parsed.map((entry: Partial<ConfiguredClient>) => withPurposes(entry));
  for (const client of clients) {
    const fault = faultOfClient(client);
    if (fault) throw new Error(`DEPARTMENT_CLIENTS: ${fault}`);
  }
  return clients;
}

/** The client with all purposes of its role where none are named. */
export function withPurposes(client: Partial<ConfiguredClient>): ConfiguredClient {
  const { clientId = '', role = '' as Role, region = '', purposes, kafkaAccount } = client;
  const held: readonly Purpose[] = isRole(role) ? ROLES[role].purposes : [];
  return { clientId, role, region, purposes: purposes ?? held, ...(kafkaAccount !== undefined && { kafkaAccount }) };
}
