import { civilDateInShanghai } from '@yiyang/standards';
import { Api, DevelopmentApi } from '../stack/api.ts';
import { REGION, type Cast, type Scene } from '../journey/cast.ts';
import type { Story } from '../journey/story.ts';

/** A district of Jiangxi, where beds may be converted by need. */
export const JIANGXI = '360102';

/** Who acts on the tour. All names are fictional. */
export interface TourCast extends Scene, Pick<Cast, 'development' | 'health' | 'civilAffairs' | 'home' | 'hospital'> {
  /** The health department of the district of Jiangxi. */
  readonly jiangxi: Api;
  /** Whoever asks, without a token. */
  readonly anybody: Api;
  today: string;
}

export async function assembleTour({ base, story }: { base: string; story: Story }): Promise<TourCast> {
  const development = new DevelopmentApi(base);
  const client = (name: string, role?: string, region = REGION) =>
    development.client({ name, observe: story.observe, ...(role && { role, region }) });
  return {
    story,
    development,
    health: await client('health', 'HEALTH'),
    civilAffairs: await client('civil affairs', 'CIVIL_AFFAIRS'),
    jiangxi: await client('health, Jiangxi', 'HEALTH', JIANGXI),
    home: await client('care home'),
    hospital: await client('hospital'),
    anybody: new Api({ name: 'anybody', clientId: '', base, observe: story.observe }),
    ids: {},
    today: civilDateInShanghai(new Date((await development.clock()).now)),
  };
}

export interface Because {
  readonly rule?: string;
  readonly source?: string;
  readonly clause?: string;
}

/** Rule, document and clause, as far as they are named. */
export function byRule({ rule, source, clause }: Because): string {
  const named = new Set([rule, source, clause].filter((part) => part !== undefined && part !== null));
  return `by ${[...named].join(' ')}`;
}
