import { compare } from '../measure/compare.ts';
import type { Rounds } from '../measure/interleave.ts';
import { median } from '../measure/percentile.ts';
import type { Side, SideRun } from '../measure/side.ts';
import { ratioCells, type Goal } from './ratio-cells.ts';
import { table } from './section.ts';

/** Figures of every side, then the ratio of the first side's throughput to each baseline's, with its goal. */
export function comparisonLines(
  sides: readonly Side[],
  rounds: Rounds,
  goals: readonly (Goal & { readonly against: string })[],
): string[] {
  const processes = [...new Set(rounds.flat().flatMap((run) => Object.keys(run.cpu)))];
  const head = ['', 'requests/s', 'p50 ms', ...processes.map((name) => `µs CPU: ${name}`), 'statements', 'WAL bytes'];
  const rows = sides.map((side, i) => figuresOf(side.name, rounds[i] ?? [], processes));
  const ratios = goals.map((goal) => {
    const baseline = sides.findIndex((side) => side.name === goal.against);
    return [goal.against, ...ratioCells(compare(ratesOf(rounds[0]), ratesOf(rounds[baseline]), 'larger'), goal)];
  });
  return [
    'Medians of the runs; CPU, statements and write-ahead log are per request and include the work in the background.',
    ...table([head, ...rows]),
    ...table([['requests/s, ours to', 'median ratio', 'worst pair', 'pairs', 'goal', ''], ...ratios]),
  ];
}

const ratesOf = (runs: readonly SideRun[] = []) => runs.map((run) => run.rate);

function figuresOf(name: string, runs: readonly SideRun[], processes: readonly string[]): string[] {
  const middle = (pick: (run: SideRun) => number) => median(runs.map(pick));
  const cpu = processes.map((process) => {
    const used = middle((run) => run.cpu[process] ?? Number.NaN);
    return Number.isNaN(used) ? '' : used.toFixed(0);
  });
  const figures = [middle((run) => run.rate).toFixed(0), middle((run) => run.p50).toFixed(2), ...cpu];
  return [name, ...figures, middle((run) => run.statements).toFixed(2), middle((run) => run.walBytes).toFixed(0)];
}
