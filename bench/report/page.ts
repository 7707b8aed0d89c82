import type { Pace } from '../measure/interleave.ts';
import type { Section } from './section.ts';

export interface PageParts {
  readonly about: readonly string[];
  readonly sections: readonly Section[];
  readonly minutes: string;
  readonly pace: Pace;
}

/** The whole of docs/benchmarks.md. */
export function page({ about, sections, minutes, pace }: PageParts): string {
  const lines = [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} in ${minutes} minutes; not edited by hand.`,
    '',
    ...about.map((line) => `- ${line}`),
    '',
    `Runs of ${pace.seconds} s are paired and interleaved (A B, B A, A B …, ${pace.pairs} pairs) after a warm-up of every side. A ratio is the`,
    'median over the pairs, with the worst pair beside it; when the baseline’s own runs spread more than 1.5x there is no ratio.',
    'Read the ratios, not the absolute figures: client, server, database and broker share the same few cores. Nothing of ours is',
    'switched off for a run; the baselines in `bench/baselines/` check, audit and deduplicate nothing.',
    'Not run, because they cannot be had here: HAPI, Medplum, Debezium. pgbench runs where it is installed; npm does not bring it.',
    ...sections.flatMap(({ title, lines: of }) => ['', `## ${title}`, '', ...of]),
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
