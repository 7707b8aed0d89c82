import type { Scope } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { divisionChain, regionPrefix } from '@yiyang/standards';

/** Divisions that a subject of events belongs to, as far as events have told. */
export interface KnownRegions {
  readonly residence: string | null;
  readonly insured: string | null;
  /** Divisions of the two sides of a referral. */
  readonly parties: readonly string[];
}

export const NO_REGIONS: KnownRegions = { residence: null, insured: null, parties: [] };

/** Divisions that a payload names, or undefined when it names none. */
export function regionsIn(data: Readonly<Record<string, unknown>>): KnownRegions | undefined {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const parties = [text('fromRegion'), text('toRegion'), text('serviceRegion')].filter((one) => one !== null);
  const residence = text('residenceRegion');
  const insured = text('insuredRegion');
  return residence !== null || insured !== null || parties.length > 0 ? { residence, insured, parties } : undefined;
}

/** What is known of the subject, where it says something, else of the person. */
export function joined(subject: KnownRegions, person: KnownRegions): KnownRegions {
  return {
    residence: subject.residence ?? person.residence,
    insured: subject.insured ?? person.insured,
    parties: subject.parties,
  };
}

/**
 * Divisions whose readers see an event under a scope. Refuses with `UNKNOWN_REFERENCE` while the division that decides is
 * not known: the event waits for the one that tells it.
 */
export function divisionsFor(scope: Scope, regioncode: string, known: KnownRegions): string[] {
  switch (scope) {
    case 'ALL':
    case 'SERVICE_REGION':
      return [regioncode];
    case 'RESIDENCE_REGION':
      return [needed(known.residence)];
    case 'INSURED_REGION':
      return [needed(known.insured)];
    case 'ANY_OF_REGIONS':
      return [...new Set([regioncode, ...known.parties, needed(known.residence), needed(known.insured)])];
    default:
      throw new Error(`no department follows events under the scope ${scope}`);
  }
}

function needed(region: string | null): string {
  if (region === null) throw refusal('UNKNOWN_REFERENCE');
  return region;
}

/** Names of the lists in which an event of these divisions stands: each division's own and those above it. */
export function scopesOf(divisions: readonly string[]): string[] {
  return [...new Set(divisions.flatMap((division) => divisionChain(division).map(regionPrefix)))];
}
