import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../measure/percentile.ts';

const VERSIONED = ['@nestjs/core', 'fastify', 'typeorm', 'pg', 'kafkajs', 'undici', '@fastify/http-proxy'] as const;

/** What was measured on, in sentences. */
export function describeMachine(folder: string): string[] {
  const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
  const versions = VERSIONED.map((name) => `${name} ${versionOf(name)}`).join(', ');
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${gibibytes} GiB memory, Linux ${release()}.`,
    `Node ${process.versions.node}, ${versions}.`,
    `Writing 8 kB and fdatasync, as PostgreSQL does for a commit alone: p50 ${fdatasyncMicroseconds(folder).toFixed(0)} µs.`,
  ];
}

function versionOf(name: string): string {
  const { resolve } = createRequire(import.meta.url);
  const [found = ''] = (resolve.paths(name) ?? []).map((path) => join(path, name, 'package.json')).filter(isFile);
  return (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
}

function isFile(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false; // not in this node_modules
  }
}

function fdatasyncMicroseconds(folder: string): number {
  const path = join(folder, 'fdatasync');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(8192, 1);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const started = performance.now();
    writeSync(file, block, 0, block.length, 0);
    fdatasyncSync(file);
    times.push((performance.now() - started) * 1000);
  }
  closeSync(file);
  rmSync(path);
  return percentile(times, 0.5);
}
