import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { familyOf, survivorsOf } from './support/processes.js';
import { until } from './support/until.js';

/** `npm start` as a person runs it, on ports and in a data folder of its own. */
class Launcher {
  private readonly npm: ChildProcess;
  private readonly ended: Promise<unknown>;
  output = '';
  exitCode: number | null | undefined;

  constructor(
    readonly port: number,
    data: string,
  ) {
    const env = { ...process.env, PORT: String(port), DATA_DIR: data, DATABASE_URL: '', KAFKA_BROKERS: '' };
    // A process group of its own, as in a terminal: Ctrl-C reaches all of it.
    this.npm = spawn('npm', ['start'], {
      cwd: join(__dirname, '..'),
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.npm.stdout, this.npm.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(this.npm, 'exit').then(([code]) => (this.exitCode = code as number | null));
  }

  get pid(): number {
    return this.npm.pid as number;
  }

  get family(): ReturnType<typeof familyOf> {
    return familyOf(this.pid);
  }

  /** The process that npm started. */
  get launcher(): number {
    const found = this.family.find(({ command }) => /node tools\/start\/start\.ts$/.test(command));
    if (!found) throw new Error('the launcher does not run');
    return found.pid;
  }

  /** Seconds until it said that it is ready. */
  async ready(): Promise<number> {
    return until(
      'npm start is ready',
      async () => {
        if (this.exitCode !== undefined) throw new Error(`npm start ended with ${this.exitCode}: ${this.output}`);
        const seconds = /ready after ([\d.]+) s/.exec(this.output)?.[1];
        return this.output.includes('Ctrl-C stops everything') && Number(seconds);
      },
      120,
    );
  }

  async exit(): Promise<number | null | undefined> {
    await this.ended;
    return this.exitCode;
  }

  /** Ids of the institutions that the printed token of the health department shows. */
  async institutions(): Promise<string[]> {
    const token = /HEALTH_TOKEN=(\S+)/.exec(this.output)?.[1];
    const url = `http://127.0.0.1:${this.port}/v1/institutions?division=421202`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items.map(({ id }) => id).sort();
  }
}

describe('npm start', () => {
  const data = mkdtempSync(join(tmpdir(), 'yiyang-start-'));
  const started: Launcher[] = [];
  // Below the range from which the kernel gives ports to whoever asks for any.
  const port = 20_000 + Math.floor(Math.random() * 1000) * 10;
  let known: string[];

  const start = () => {
    const launcher = new Launcher(port, data);
    started.push(launcher);
    return launcher;
  };

  afterAll(async () => {
    for (const launcher of started)
      for (const { pid } of launcher.exitCode === undefined ? launcher.family : [])
        if (pid === launcher.pid) process.kill(-pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  it('says in a sentence which port is in use, and ends with 1', async () => {
    const other = createServer().listen(port + 2, '127.0.0.1');
    await once(other, 'listening');
    const launcher = start();
    expect(await launcher.exit()).toBe(1);
    other.close();
    expect(launcher.output).toContain(`Port ${port + 2} (referral) is in use.`);
    expect(launcher.output).not.toMatch(/^\s+at /m);
  }, 60_000);

  it('prints one working token per department and leaves no process after SIGTERM', async () => {
    const launcher = start();
    await launcher.ready();
    const tokens = launcher.output.match(/export [A-Z_]+_TOKEN=eyJ/g) ?? [];
    expect(tokens).toHaveLength(4);
    known = await launcher.institutions();
    expect(known).toHaveLength(2);
    const { family } = launcher;
    expect(family.filter(({ command }) => command.includes('/dist/main.js'))).toHaveLength(6);
    process.kill(launcher.pid, 'SIGTERM');
    await launcher.exit();
    expect(await survivorsOf(family, 5)).toEqual([]);
  }, 180_000);

  it('finds its data at the second start and leaves no process 5 s after its own death by kill -9', async () => {
    const launcher = start();
    expect(await launcher.ready()).toBeLessThan(60);
    expect(await launcher.institutions()).toEqual(known);
    const { family } = launcher;
    process.kill(launcher.launcher, 'SIGKILL');
    expect(await survivorsOf(family, 5)).toEqual([]);
  }, 180_000);

  it('recovers its data at the start after that, and stops at Ctrl-C', async () => {
    const launcher = start();
    await launcher.ready();
    expect(await launcher.institutions()).toEqual(known);
    const { family } = launcher;
    process.kill(-launcher.pid, 'SIGINT');
    await launcher.exit();
    expect(await survivorsOf(family, 5)).toEqual([]);
  }, 180_000);
});
