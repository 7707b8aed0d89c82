import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOnPath, type Availability } from '../availability.js';
import { superviseChild } from '../supervise-child.js';

const LIBRARY = resolve(__dirname, '..', '..');
const POM = join(LIBRARY, 'kafka', 'pom.xml');
const CACHE = resolve(LIBRARY, '..', '..', '.cache', 'kafka');
const OLDEST_JAVA = 17;

/** Whether a local Kafka can be started: Java 17 or later, and Maven unless the jars are already here. */
export function kafkaAvailable(): Availability {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.status !== 0) return { ok: false, reason: 'Kafka needs Java and no java on the PATH runs.' };
  const major = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);
  if (major < OLDEST_JAVA) return { ok: false, reason: `Kafka needs Java ${OLDEST_JAVA} and java is ${major}.` };
  if (!existsSync(jarFolder()) && !isOnPath('mvn')) {
    return { ok: false, reason: "Kafka's jars come through Maven and there is no mvn on the PATH." };
  }
  return { ok: true };
}

/** The folder with Kafka's jars; fetched from Maven Central the first time (93 jars, 54 MB, about 10 s). */
export async function kafkaJars(): Promise<string> {
  const jars = jarFolder();
  if (existsSync(jars)) return jars;
  mkdirSync(CACHE, { recursive: true });
  const fetched = mkdtempSync(`${jars}-`);
  const maven = superviseChild(
    'mvn',
    ['-q', '-B', '-Dstyle.color=never', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${fetched}`],
    {
      stdout: 2,
      stderr: 'inherit',
    },
  );
  if ((await maven.exited) !== 0) {
    rmSync(fetched, { recursive: true, force: true });
    throw new Error("Kafka's jars could not be fetched from Maven Central: see the message of mvn above.");
  }
  // Somebody else may have been quicker; the contents are the same.
  if (existsSync(jars)) rmSync(fetched, { recursive: true, force: true });
  else renameSync(fetched, jars);
  return jars;
}

function jarFolder(): string {
  return join(CACHE, createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16));
}
