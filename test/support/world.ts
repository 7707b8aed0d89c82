import { setTimeout as sleep } from 'node:timers/promises';
import { DevelopmentApi, type Repeat } from '../../tools/stack/api.ts';
import { assembleCast, idOf, newPerson, type Cast } from '../../tools/journey/cast.ts';
import { agree, chooseFirstDay, designate, openInstitutions } from '../../tools/journey/institutions.ts';
import { takeIn, welcome } from '../../tools/journey/people.ts';
import { tellStory } from './tell-story.js';

/** How late a replica reads a clock that was moved through another one. */
const CLOCK_LAG_MS = 700;

class SharedClockApi extends DevelopmentApi {
  override async moveClock(now: Date): Promise<{ now: string }> {
    const moved = await super.moveClock(now);
    await sleep(CLOCK_LAG_MS);
    return moved;
  }
}

/** The journey up to its fourth step: institutions, designations, the agreement, and `residents` people in the home. */
export async function makeWorld(of: { base: string; residents: number; repeat?: Repeat }): Promise<Cast> {
  const { story } = tellStory();
  const assembled = await assembleCast({ ...of, story });
  const cast = { ...assembled, development: new SharedClockApi(of.base, of.repeat) };
  const since = await chooseFirstDay(cast);
  await openInstitutions(cast, since);
  await designate(cast);
  await agree(cast);
  await welcome(cast);
  for (let n = 1; n <= of.residents; n++) await takeIn(cast, `resident ${n}`, newPerson());
  return cast;
}

/** A routine referral of a resident from the infirmary to the hospital, as a body. */
export function referralOf(cast: Cast, resident: string): object {
  return {
    elderId: idOf(cast, resident),
    fromInstitutionId: idOf(cast, 'infirmary'),
    toInstitutionId: idOf(cast, 'hospital'),
    direction: 'UP',
    urgency: 'ROUTINE',
    stage: 'TREATMENT',
    indications: ['CONDITION_DETERIORATING'],
    consentId: idOf(cast, `${resident} consent`),
    bedKind: 'MEDICAL',
  };
}

/** A day of a resident in the hospital, as a body of a claim. */
export function claimOf(cast: Cast, resident: string): object {
  return {
    elderId: idOf(cast, resident),
    institutionId: idOf(cast, 'hospital'),
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
    admittedOn: cast.today,
    dischargedOn: cast.today,
    lines: [{ itemCode: 'A-01', fundCategory: 'MEDICAL', catalogueClass: 'A', amountFen: 500_000 }],
  };
}
