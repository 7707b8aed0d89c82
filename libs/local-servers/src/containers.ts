import type { StartedTestContainer } from 'testcontainers';

/** Whether testcontainers finds an engine that answers. */
export async function containersAvailable(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    // No engine, or a Node that testcontainers does not load on: both mean that local processes are used.
    return false;
  }
}

export async function postgresContainer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer('postgres:18')
    .withEnvironment({ POSTGRES_USER: 'yiyang_admin', POSTGRES_PASSWORD: 'container-for-tests' })
    .withCommand([
      'postgres',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      'shared_preload_libraries=pg_stat_statements',
    ])
    .withExposedPorts(5432)
    // It starts twice: once for itself to initialise, then for us.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .start();
  const url = `postgresql://yiyang_admin:container-for-tests@${addressOf(container, 5432)}/postgres`;
  return { url, stop: stopper(container) };
}

function addressOf(container: StartedTestContainer, port: number): string {
  return `${container.getHost()}:${container.getMappedPort(port)}`;
}

function stopper(container: StartedTestContainer): () => Promise<void> {
  return async () => void (await container.stop());
}
