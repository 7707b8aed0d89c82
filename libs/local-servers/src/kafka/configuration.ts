export interface KafkaAccount {
  name: string;
  password: string;
}

export interface KafkaPorts {
  /** Without accounts: trusted, everything is allowed. */
  plain: number;
  controller: number;
  /** SCRAM-SHA-512 accounts, who may do what an ACL allows. */
  sasl: number;
}

/**
 * server.properties of one KRaft node that is broker and controller. With accounts a second listener asks for SCRAM-SHA-512
 * and the authorizer allows only what an ACL names; the plain listener stays the administrator's.
 */
export function serverProperties(options: { logFolder: string; ports: KafkaPorts; withAccounts: boolean }): string {
  const { ports, withAccounts } = options;
  const plain = `PLAINTEXT://127.0.0.1:${ports.plain}`;
  const clients = withAccounts ? [plain, `CLIENT://127.0.0.1:${ports.sasl}`] : [plain];
  const properties: Record<string, string | number> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...clients, `CONTROLLER://127.0.0.1:${ports.controller}`].join(','),
    'advertised.listeners': clients.join(','),
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENT:SASL_PLAINTEXT',
    'log.dirs': options.logFolder,
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // After kill -9 the next start waits until the old registration expires: 4 s with these two, 12 s by default.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    ...(withAccounts && {
      'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
      'listener.name.client.scram-sha-512.sasl.jaas.config':
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': 'User:ANONYMOUS',
      'allow.everyone.if.no.acl.found': 'false',
    }),
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/**
 * Arguments of Kafka's StorageTool that create the accounts.
 * @throws Error for a name or password that its `[name=…,password=…]` notation cannot carry
 */
export function scramArguments(accounts: readonly KafkaAccount[]): string[] {
  return accounts.flatMap(({ name, password }) => {
    if (/[[\],="\s]/.test(name + password) || name === '' || password === '') {
      throw new Error(`Kafka account ${name}: name and password must have characters, and none of [ ] , = " or space.`);
    }
    return ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`];
  });
}
