import type { Story } from '../journey/story.ts';
import { changeBeds, publishPrices, searchBeds } from './beds-and-prices.ts';
import { openInstitutions, readGuides, watchIntegration } from './opening.ts';
import { agree, letTimePass, lookBack, watchFindings } from './oversight.ts';
import { tryPolicy } from './policy.ts';
import { complain, importSurvey } from './survey.ts';
import { assembleTour, type TourCast } from './tour-cast.ts';

const STEPS: readonly ((cast: TourCast) => Promise<void>)[] = [
  readGuides,
  openInstitutions,
  watchIntegration,
  publishPrices,
  changeBeds,
  searchBeds,
  watchFindings,
  agree,
  importSurvey,
  complain,
  letTimePass,
  tryPolicy,
  lookBack,
];

/** Shows the institution registry on a running platform. Throws at the first thing that is not as it must be. */
export async function playTour(of: { base: string; story: Story }): Promise<TourCast> {
  const cast = await assembleTour(of);
  for (const step of STEPS) await step(cast);
  return cast;
}
