import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, requireFreePort, waitForPort } from '../ports.js';
import { isOnPath, type Availability } from '../availability.js';
import { superviseChild, type SupervisedChild } from '../supervise-child.js';

/** Whether a local Redis can be started. */
export function redisAvailable(): Availability {
  if (isOnPath('redis-server')) return { ok: true };
  return { ok: false, reason: 'There is no redis-server on the PATH (Debian package redis-server).' };
}

/**
 * Starts an empty Redis on 127.0.0.1 that keeps nothing on disk, as a child that cannot outlive this process.
 * @throws Error with one sentence: no redis-server, port in use
 */
export async function startRedis(options: { port?: number } = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const available = redisAvailable();
  if (!available.ok) throw new Error(available.reason);
  if (options.port !== undefined) await requireFreePort(options.port, 'Redis');
  const port = options.port ?? (await freePort());

  const folder = mkdtempSync(join(tmpdir(), 'yiyang-redis-'));
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--dir', folder];
  const server = superviseChild('redis-server', ['--bind', '127.0.0.1', '--port', String(port), ...memoryOnly]);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([waitForPort(port), endedEarly(server, port)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

async function endedEarly(server: SupervisedChild, port: number): Promise<void> {
  const code = await server.exited;
  throw new Error(`Redis ended with code ${code} instead of listening on port ${port}.`);
}
