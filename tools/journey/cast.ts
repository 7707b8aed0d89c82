import { makeCreditCode, makeResidentId } from '@yiyang/standards';
import { DevelopmentApi, type Api, type Repeat } from '../stack/api.ts';
import type { Story } from './story.ts';

export const REGION = '421202';

/** Who acts in the story, and what they have made so far. All names are fictional. */
export interface Cast {
  readonly story: Story;
  readonly development: DevelopmentApi;
  readonly health: Api;
  readonly civilAffairs: Api;
  readonly insurance: Api;
  readonly integrator: Api;
  /** Clients that a department binds during the story. */
  readonly home: Api;
  readonly infirmary: Api;
  readonly nursingHospital: Api;
  readonly hospital: Api;
  readonly elder: Api;
  readonly person: Person;
  readonly otherPerson: Person;
  /** Ids by name, filled in as things come into being. */
  readonly ids: Record<string, string>;
  /** Civil date of the business clock. */
  today: string;
}

export interface Person {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** A serial of eight digits that no earlier run has used. */
export const serial = (): string => String(Math.floor(Math.random() * 1e8)).padStart(8, '0');

export const newCreditCode = (authority: string, type: string): string =>
  makeCreditCode({ authority, type, region: REGION, serial: serial() });

/** A fictional woman with a number that no earlier run has used. */
export function newPerson(idNumber?: string): Person {
  const year = 1935 + Math.floor(Math.random() * 15);
  const day = String(1 + Math.floor(Math.random() * 28)).padStart(2, '0');
  const month = String(1 + Math.floor(Math.random() * 12)).padStart(2, '0');
  const sequence = 2 + 2 * Math.floor(Math.random() * 450);
  return {
    idNumber: idNumber ?? makeResidentId({ region: REGION, birthDate: `${year}-${month}-${day}`, sequence }),
    name: '桂兰芳示范',
    // The network's own service number. A rounder one stands in the fractions of figures: 0.013800000000000001.
    phone: '13800138000',
    address: '咸安区示范路一号',
  };
}

export async function assembleCast(of: {
  base: string;
  story: Story;
  /** Of the elder; made up when left out. */
  idNumber?: string;
  repeat?: Repeat;
}): Promise<Cast> {
  const { base, story, idNumber, repeat } = of;
  const development = new DevelopmentApi(base, repeat);
  const client = (name: string, role?: string) =>
    development.client({ name, observe: story.observe, ...(role && { role, region: REGION }) });
  return {
    story,
    development,
    health: await client('health', 'HEALTH'),
    civilAffairs: await client('civil affairs', 'CIVIL_AFFAIRS'),
    insurance: await client('insurance', 'INSURANCE'),
    integrator: await client('integrator', 'INTEGRATOR'),
    home: await client('care home'),
    infirmary: await client('infirmary'),
    nursingHospital: await client('nursing hospital'),
    hospital: await client('hospital'),
    elder: await client('elder'),
    person: newPerson(idNumber),
    otherPerson: newPerson(),
    ids: {},
    today: (await development.clock()).now.slice(0, 10),
  };
}

/** What helpers of any story need: where it is told, and the ids it has given names to. */
export type Scene = Pick<Cast, 'story' | 'ids'>;

/** Moves the business clock of all services to noon of a day. */
export async function moveTo(cast: Scene & Pick<Cast, 'development' | 'today'>, day: string): Promise<void> {
  await cast.development.moveClock(new Date(`${day}T12:00:00+08:00`));
  cast.today = day;
  cast.story.note(`the business clock is moved to ${day}`);
}

/** An id the story has given a name to. */
export function idOf(cast: Scene, name: string): string {
  const id = cast.ids[name];
  if (id === undefined) throw new Error(`the story has no ${name} yet`);
  return id;
}
