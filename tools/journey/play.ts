import type { Repeat } from '../stack/api.ts';
import { assembleCast, type Cast } from './cast.ts';
import { agree, chooseFirstDay, designate, openInstitutions } from './institutions.ts';
import { welcome } from './people.ts';
import { settle } from './settlement.ts';
import type { Story } from './story.ts';
import { comeHome, referDown, referUp } from './transfer.ts';
import { monitor, replay } from './watching.ts';

/** What a test does between two steps, such as killing a service. */
export type BetweenSteps = (step: number) => Promise<void>;

/** Plays the whole journey against a running platform. Throws at the first thing that is not as it must be. */
export async function playJourney(of: {
  base: string;
  story: Story;
  idNumber?: string;
  between?: BetweenSteps;
  repeat?: Repeat;
}): Promise<Cast> {
  const cast = await assembleCast(of);
  const since = await chooseFirstDay(cast);
  const steps = [
    () => openInstitutions(cast, since),
    () => designate(cast),
    () => agree(cast),
    () => welcome(cast),
    () => referUp(cast),
    () => referDown(cast),
    () => comeHome(cast),
    () => settle(cast),
    () => monitor(cast),
    () => replay(cast),
  ];
  for (const [index, step] of steps.entries()) {
    await of.between?.(index + 1);
    await step();
  }
  return cast;
}
