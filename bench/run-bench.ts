import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LoadGenerator } from './load/load-generator.ts';
import { readOptions, type BenchOptions, type WorkloadName } from './options.ts';
import { BenchPostgres } from './platform/bench-postgres.ts';
import { describeMachine } from './platform/machine.ts';
import { page } from './report/page.ts';
import type { Section } from './report/section.ts';
import { b1Write } from './workloads/b1-write.ts';
import { b10Gateway } from './workloads/b10-gateway.ts';
import { b15Read } from './workloads/b15-read.ts';
import { b6Effect } from './workloads/b6/b6-effect.ts';
import { capacitySearch } from './workloads/capacity-search.ts';
import { findings } from './workloads/findings.ts';
import { statements } from './workloads/statements/statements.ts';
import { surveyImport } from './workloads/survey-import.ts';
import type { Workload } from './workloads/workload.ts';

const PAGE = join(import.meta.dirname, '../docs/benchmarks.md');

const WORKLOADS: Readonly<Record<WorkloadName, Workload>> = {
  B1: b1Write,
  B15: b15Read,
  B10: b10Gateway,
  B6: b6Effect,
  capacity: capacitySearch,
  findings,
  survey: surveyImport,
  statements,
};

const tell = (text: string) => void process.stdout.write(`${text}\n`);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const started = Date.now();
  const folder = workFolder();
  const load = new LoadGenerator();
  const sections: Section[] = [];
  const failures: string[] = [];
  let about: string[] = [];
  try {
    for (const name of options.only) {
      tell(`${name} …`);
      // A server of its own for every workload: none runs on what another has left.
      const postgres = await BenchPostgres.start(folder);
      if (about.length === 0) about = [...describeMachine(folder), durabilityOf(postgres)];
      try {
        const section = await WORKLOADS[name]({ ...options, postgres, load, folder, tell });
        sections.push(section);
        if (section.incomplete !== undefined) failures.push(`${name}: ${section.incomplete}`);
        tell(['', `## ${section.title}`, '', ...section.lines, ''].join('\n'));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        failures.push(`${name}: ${reason}`);
        sections.push({ title: name, lines: [`No result: ${reason}`] });
        tell(`No result: ${reason}`);
      } finally {
        await postgres.stop();
      }
    }
  } finally {
    await load.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  tell([...about, `Took ${minutes} minutes.`].join('\n'));
  if (isWhole(options)) writeFileSync(PAGE, page({ about, sections, minutes, pace: options }));
  else tell('A quick, partial or profiled run: docs/benchmarks.md stays as it is.');
  for (const failure of failures) tell(`FAILED ${failure}`);
  return failures.length === 0 ? 0 : 1;
}

/** On a disk, which /tmp need not be, and where the user that runs PostgreSQL for root may enter. */
function workFolder(): string {
  const folder = mkdtempSync('/var/tmp/yiyang-bench-');
  chmodSync(folder, 0o711);
  return folder;
}

function isWhole({ quick, profiles, only }: BenchOptions): boolean {
  return !quick && profiles === undefined && only.length === Object.keys(WORKLOADS).length;
}

function durabilityOf({ version, durability }: BenchPostgres): string {
  const settings = Object.entries(durability).map(([name, value]) => `${name} ${value}`);
  return `PostgreSQL ${version}, ${settings.join(', ')}, on both sides of every comparison; Kafka with acks=all.`;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
