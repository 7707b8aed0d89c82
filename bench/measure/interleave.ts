import { runSide, type RunParts } from './run-side.ts';
import type { Side, SideRun } from './side.ts';

export interface Pace {
  readonly pairs: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** Runs of every side, in the order of the sides and of the rounds. */
export type Rounds = readonly (readonly SideRun[])[];

/** Warms every side up, then runs them in turn, every second round backwards: A B, B A, A B … */
export async function interleave(
  sides: readonly Side[],
  parts: RunParts,
  pace: Pace,
  tell: (text: string) => void,
): Promise<Rounds> {
  for (const side of sides) await runSide(side, parts, pace.warmUpSeconds);
  const rounds: SideRun[][] = sides.map(() => []);
  for (let round = 0; round < pace.pairs; round++) {
    const order = sides.map((_, i) => (round % 2 === 0 ? i : sides.length - 1 - i));
    for (const i of order) rounds[i]?.push(await runSide(sides[i] as Side, parts, pace.seconds));
    tell(
      `  round ${round + 1}: ${sides.map((side, i) => `${side.name} ${rounds[i]?.at(-1)?.rate.toFixed(0)}/s`).join(', ')}`,
    );
  }
  return rounds;
}
