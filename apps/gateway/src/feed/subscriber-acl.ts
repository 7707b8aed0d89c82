import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
  type Admin,
  type AclEntry,
} from 'kafkajs';
import type { KafkaSettings } from '@yiyang/messaging';

/** Who may read a subscriber's topic: its own account, and of consumer groups the one named like the topic. */
export class SubscriberAcl {
  private readonly admin: Admin;
  private readonly prefix: string;
  private connected: Promise<void> | undefined;

  constructor({ brokers, ssl, sasl, prefix }: Pick<KafkaSettings, 'brokers' | 'ssl' | 'sasl' | 'prefix'>) {
    this.prefix = prefix ?? '';
    const kafka = new Kafka({
      brokers: [...brokers],
      clientId: 'gateway-acl',
      ssl: ssl ?? false,
      ...(sasl && { sasl }),
      logLevel: logLevel.NOTHING,
      retry: { retries: 3 },
    });
    this.admin = kafka.admin();
  }

  /** Fails where the cluster enforces no ACLs: a topic there would be open to everybody. */
  async allow(topic: string, account: string): Promise<void> {
    await this.connect();
    await this.admin.createAcls({ acl: entriesOf(this.prefix + topic, account) });
  }

  /** Takes every right on the topic away from everybody but the platform. */
  async revoke(topic: string): Promise<void> {
    await this.connect();
    const any = { permissionType: AclPermissionTypes.ANY, operation: AclOperationTypes.ANY };
    const place = { resourceName: this.prefix + topic, resourcePatternType: ResourcePatternTypes.LITERAL };
    const resources = [AclResourceTypes.TOPIC, AclResourceTypes.GROUP];
    await this.admin.deleteAcls({ filters: resources.map((resourceType) => ({ ...any, ...place, resourceType })) });
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }

  private connect(): Promise<void> {
    this.connected ??= this.admin.connect().catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }
}

function entriesOf(topic: string, account: string): AclEntry[] {
  const entry = (resourceType: AclResourceTypes, operation: AclOperationTypes): AclEntry => ({
    resourceType,
    operation,
    resourceName: topic,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: `User:${account}`,
    host: '*',
    permissionType: AclPermissionTypes.ALLOW,
  });
  return [
    entry(AclResourceTypes.TOPIC, AclOperationTypes.READ),
    entry(AclResourceTypes.TOPIC, AclOperationTypes.DESCRIBE),
    entry(AclResourceTypes.GROUP, AclOperationTypes.READ),
  ];
}
