import { compare } from '../measure/compare.ts';
import type { Rounds } from '../measure/interleave.ts';
import { median } from '../measure/percentile.ts';
import { LOAD_GENERATOR, type Side, type SideRun } from '../measure/side.ts';
import { ratioCells, type Goal } from './ratio-cells.ts';
import { table } from './section.ts';

/** Figures of every side, then the first side's throughput and CPU over each baseline's; a goal is one of throughput. */
export function comparisonLines(
  sides: readonly Side[],
  rounds: Rounds,
  goals: readonly (Goal & { readonly against: string })[],
): string[] {
  const processes = [...new Set(rounds.flat().flatMap((run) => Object.keys(run.cpu)))];
  const head = ['', 'requests/s', 'p50 ms', ...processes.map((name) => `µs CPU: ${name}`), 'statements', 'WAL bytes'];
  const rows = sides.map((side, i) => figuresOf(side.name, rounds[i] ?? [], processes));
  const ratios = goals.flatMap((goal) => {
    const [ours = [], baseline = []] = [rounds[0], rounds[sides.findIndex((side) => side.name === goal.against)]];
    const rates = compare(ours.map(rateOf), baseline.map(rateOf), 'larger');
    const cpu = compare(ours.map(cpuOf), baseline.map(cpuOf), 'smaller');
    return [
      [`${goal.against}: requests/s`, ...ratioCells(rates, goal)],
      [`${goal.against}: CPU per request`, ...ratioCells(cpu, {})],
    ];
  });
  return [
    'Medians of the runs; CPU, statements and write-ahead log are per request and include the work in the background.',
    ...table([head, ...rows]),
    ...table([['ours to', 'median ratio', 'worst pair', 'pairs', 'goal', ''], ...ratios]),
  ];
}

const rateOf = (run: SideRun) => run.rate;

/** Of all processes but the one that makes the load. */
const cpuOf = (run: SideRun) =>
  Object.entries(run.cpu).reduce((sum, [name, used]) => (name === LOAD_GENERATOR ? sum : sum + used), 0);

function figuresOf(name: string, runs: readonly SideRun[], processes: readonly string[]): string[] {
  const middle = (pick: (run: SideRun) => number) => median(runs.map(pick));
  const cpu = processes.map((process) => {
    const used = middle((run) => run.cpu[process] ?? Number.NaN);
    return Number.isNaN(used) ? '' : used.toFixed(0);
  });
  const figures = [middle((run) => run.rate).toFixed(0), middle((run) => run.p50).toFixed(2), ...cpu];
  return [name, ...figures, middle((run) => run.statements).toFixed(2), middle((run) => run.walBytes).toFixed(0)];
}
