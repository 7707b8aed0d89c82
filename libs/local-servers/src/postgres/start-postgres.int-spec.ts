import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../ports.js';
import { descendants, killHard, launch, survivors } from '../testing/launcher.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a local PostgreSQL', () => {
  let dataDir: string;
  const running: RunningPostgres[] = [];

  async function start(options: { port?: number; password?: string } = {}): Promise<RunningPostgres> {
    const server = await startPostgres({ dataDir, fsync: false, ...options });
    running.push(server);
    return server;
  }

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'yiyang-pg-test-'));
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('finds its data when it is started a second time', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('runs as designed: version 18, UTF8, locale C, 200 connections, scram, statistics, loopback only', async () => {
    const { url } = await start();
    const [settings] = await query(
      url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
        current_setting('max_connections') as connections,
        current_setting('shared_preload_libraries') as libraries, current_setting('listen_addresses') as addresses,
        current_setting('unix_socket_directories') as sockets, (select datcollate from pg_database limit 1) as collation,
        (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as auth, current_user as who`,
    );
    expect(settings).toMatchObject({
      major: 18,
      encoding: 'UTF8',
      connections: '200',
      libraries: 'pg_stat_statements',
      addresses: '127.0.0.1',
      sockets: '',
      collation: 'C',
      auth: 'scram-sha-256',
      who: 'yiyang_admin',
    });
  });

  it('keeps a generated password that nobody else may read and refuses another one', async () => {
    const { url } = await start();
    const file = join(dataDir, 'pg18.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(decodeURIComponent(new URL(url).password)).toBe(readFileSync(file, 'utf8'));
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('makes a new cluster with the password it is given', async () => {
    const { url } = await start({ password: 'a/b c@d' });
    expect(decodeURIComponent(new URL(url).password)).toBe('a/b c@d');
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('recovers when the postmaster was killed with -9', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await first.exited).toBe(128 + 9);
  });

  it('does not survive kill -9 of its launcher, and the next start recovers at once', async () => {
    const { launcher, told } = await launch<{ pid: number; url: string; port: number }>(`
      const server = await local.startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fsync: false });
      tell({ pid: server.pid, url: server.url, port: server.port });`);
    await query(told.url, 'create table kept as select 42 as answer');
    const members = descendants(launcher.pid as number);
    expect(members.length).toBeGreaterThan(3);
    await killHard(launcher);
    const next = await start({ port: told.port });
    expect(await survivors(members)).toEqual([]);
    expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('names the port when it is in use', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is already in use, so PostgreSQL cannot start there.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('refuses a second instance on the same folder in one sentence', async () => {
    const { pid } = await start();
    await expect(start()).rejects.toThrow(
      `Another PostgreSQL (process ${pid}) is running on the folder ${join(dataDir, 'pg18')}: stop it first.`,
    );
  });

  it('starts after a power cut although the process number in the old lock belongs to somebody now', async () => {
    const { stop } = await start();
    await stop();
    writeFileSync(join(dataDir, 'pg18', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'pg18')}\n1000000000\n`);
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says so when the password file of an existing cluster is missing', async () => {
    const { stop } = await start();
    await stop();
    rmSync(join(dataDir, 'pg18.password'));
    await expect(start()).rejects.toThrow('its password file');
  });

  it('writes no refused value to its log', async () => {
    const { url, stop } = await start();
    await expect(query(url, `select 'secret-value'::int`)).rejects.toThrow('secret-value');
    await stop();
    const log = readFileSync(join(dataDir, 'pg18.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('secret-value');
  });

  it('makes the cluster anew when an earlier making was interrupted', async () => {
    mkdirSync(join(dataDir, 'pg18-new', 'base'), { recursive: true });
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'pg18-new'))).toBe(false);
  });
});
