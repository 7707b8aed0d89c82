import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** The user PostgreSQL runs as. */
export interface Identity {
  uid: number;
  gid: number;
}

/** Where a cluster lives and as whom its server runs; no identity means: as this process. */
export interface ClusterPlace {
  cluster: string;
  identity: Identity | undefined;
}

/** The folder's name carries the major version: a cluster made by 18 needs 18. */
const CLUSTER_NAME = 'pg18';
const FALLBACK_ROOT = '/var/lib/yiyang-exchange';

/**
 * PostgreSQL refuses to run as root, so root runs it as the owner of an existing cluster or else as `nobody`, who must be able
 * to enter the folder. Where he cannot (below root's home), the cluster lives in a folder of /var/lib derived from `dataDir`.
 * @throws Error when the cluster belongs to somebody else
 */
export function placeCluster(dataDir: string, notify: (sentence: string) => void): ClusterPlace {
  mkdirSync(dataDir, { recursive: true });
  const wanted = join(dataDir, CLUSTER_NAME);
  if (process.getuid?.() !== 0) {
    requireOwn(wanted);
    return { cluster: wanted, identity: undefined };
  }
  const identity = ownerOf(wanted) ?? nobody();
  letOthersPass(dataDir);
  if (canEnter(identity, dataDir)) return { cluster: wanted, identity };

  const fallback = join(FALLBACK_ROOT, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  mkdirSync(fallback, { recursive: true });
  [FALLBACK_ROOT, fallback].forEach(letOthersPass);
  notify(
    `PostgreSQL does not run as root and its user (${identity.uid}) cannot enter ${dataDir}, so the database is kept in ${fallback}.`,
  );
  const cluster = join(fallback, CLUSTER_NAME);
  return { cluster, identity: ownerOf(cluster) ?? nobody() };
}

function requireOwn(cluster: string): void {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.getuid?.()) return;
  throw new Error(
    `The database folder ${cluster} belongs to user ${owner}, probably because root made it: start as root or choose another data folder.`,
  );
}

function ownerOf(cluster: string): Identity | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

function nobody(): Identity {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The secrets in it are files of mode 0600, the cluster is 0700: passing through gives nothing away. */
function letOthersPass(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011);
}

function canEnter(identity: Identity, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity, cwd: '/' }).status === 0;
}
