import type { LoadGenerator } from '../load/load-generator.ts';
import type { Pace } from '../measure/interleave.ts';
import type { BenchPostgres } from '../platform/bench-postgres.ts';
import type { Section } from '../report/section.ts';

/** What every workload is given. */
export interface Bench extends Pace {
  readonly quick: boolean;
  readonly postgres: BenchPostgres;
  readonly load: LoadGenerator;
  /** For logs and data. */
  readonly folder: string;
  readonly profiles?: string | undefined;
  readonly tell: (text: string) => void;
}

/** Measures and answers its part of the page; throws a sentence when a check failed and there is no result. */
export type Workload = (bench: Bench) => Promise<Section>;

/** Requests under way in every closed loop. */
export const CONCURRENCY = 16;
