import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { superviseChild } from '../supervise-child.js';
import { POSTGRES_ENV } from './binaries.js';
import type { ClusterPlace } from './identity.js';
import type { ServerLog } from '../server-log.js';

export const SUPERUSER = 'yiyang_admin';

/**
 * Makes the cluster unless it exists; returns the superuser's password, kept in a 0600 file beside it.
 * A given password counts only when the cluster is made.
 */
export async function prepareCluster(
  place: ClusterPlace,
  options: { binaries: string; log: ServerLog; fsync: boolean; password: string | undefined },
): Promise<string> {
  const passwordFile = `${place.cluster}.password`;
  if (existsSync(place.cluster)) {
    if (statSync(place.cluster).uid === 0) own(place, place.cluster);
    return readPassword(place.cluster, passwordFile);
  }
  const password = options.password ?? randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  // Made under another name: a cluster is either whole or not there, whenever we are killed.
  const unfinished = `${place.cluster}-new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  own(place, unfinished);
  await initialise(place, unfinished, { ...options, password });
  renameSync(unfinished, place.cluster);
  return password;
}

function readPassword(cluster: string, passwordFile: string): string {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8').trim();
  throw new Error(`The database in ${cluster} exists but its password file ${passwordFile} is missing: restore it.`);
}

async function initialise(
  place: ClusterPlace,
  folder: string,
  options: { binaries: string; log: ServerLog; fsync: boolean; password: string },
): Promise<void> {
  const secretFolder = mkdtempSync(join(tmpdir(), 'yiyang-initdb-'));
  try {
    const secret = join(secretFolder, 'password');
    writeFileSync(secret, options.password, { mode: 0o600 });
    own(place, secretFolder);
    const flags = ['-D', folder, '-U', SUPERUSER, `--pwfile=${secret}`, '--auth=scram-sha-256', '--no-instructions'];
    const output = { stdout: options.log.fd, stderr: options.log.fd };
    const initdb = superviseChild(
      join(options.binaries, 'bin', 'initdb'),
      [...flags, '--encoding=UTF8', '--locale=C', ...(options.fsync ? [] : ['--no-sync'])],
      { ...place.identity, cwd: '/', env: POSTGRES_ENV, ...output },
    );
    if ((await initdb.exited) !== 0)
      throw new Error(`The database could not be made in ${folder}: ${options.log.reason()}.`);
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

function own(place: ClusterPlace, path: string): void {
  if (place.identity === undefined) return;
  execFileSync('chown', ['-R', `${place.identity.uid}:${place.identity.gid}`, path]);
}
