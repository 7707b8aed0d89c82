export const WORKLOADS = ['B1', 'B15', 'B10', 'B6', 'capacity', 'findings', 'survey', 'statements'] as const;
export type WorkloadName = (typeof WORKLOADS)[number];

export interface BenchOptions {
  readonly quick: boolean;
  /** Pairs of runs; their order alternates: A B, B A, A B … */
  readonly pairs: number;
  /** Seconds of one run. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly only: readonly WorkloadName[];
  /** Folder for CPU profiles of our processes; a profiled run writes no page. */
  readonly profiles?: string;
}

const FULL = { quick: false, pairs: 5, seconds: 8, warmUpSeconds: 4 };
const QUICK = { quick: true, pairs: 2, seconds: 2, warmUpSeconds: 1 };

/**
 * `--quick` proves that everything works (2 pairs of 2 s), `--only=B1,B6` runs some workloads, `--profile=folder` writes
 * CPU profiles. Throws a sentence for anything else.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  let options: BenchOptions = { ...FULL, only: WORKLOADS };
  for (const arg of args) {
    const [flag, value = ''] = arg.split('=');
    if (arg === '--quick') options = { ...options, ...QUICK };
    else if (flag === '--only' && value !== '') options = { ...options, only: value.split(',').map(workload) };
    else if (flag === '--profile' && value !== '') options = { ...options, profiles: value };
    else
      throw new Error(`unknown option ${arg}; there are --quick, --only=${WORKLOADS.join(',')} and --profile=folder`);
  }
  return options;
}

function workload(name: string): WorkloadName {
  const found = WORKLOADS.find((known) => known.toLowerCase() === name.toLowerCase());
  if (!found) throw new Error(`there is no workload ${name}; there are ${WORKLOADS.join(', ')}`);
  return found;
}
