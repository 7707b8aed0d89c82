import { refusal } from '@yiyang/decisions';
import { Database } from '@yiyang/persistence';
import { Injectable } from '@nestjs/common';
import type { ResolvedPolicy } from '@yiyang/region-policy';
import { divisionChain } from '@yiyang/standards';

interface Row {
  key: string;
  value: unknown;
  policySetId: string;
  division: string | null;
  version: number;
  document: string;
  clause: string;
}

const COLUMNS = 'key, value, policy_set_id, division, version, document, clause';

// Within one division the latest version that has begun speaks, and says nothing once it has ended; then the nearest of
// the chain wins.
const RESOLVE = `
  select distinct on (key) ${COLUMNS} from (
    select distinct on (key, division) ${COLUMNS}, valid_to from policy_value
    where division = any($1) and key = any($2) and valid_from <= $3
    order by key, division, version desc, valid_from desc) begun
  where valid_to is null or valid_to >= $3
  order by key, array_position($1, division::text)`;

const REPLAY = `select ${COLUMNS} from policy_value where policy_set_id = $1 and key = $2 and version = $3`;

type Found = ReadonlyMap<string, ResolvedPolicy<unknown>>;

/** Another replica may have consumed a value that was published, so what is known is asked again after this. */
const KNOWN_MILLISECONDS = 1000;
const MOST_ENTRIES = 10_000;

/** Regional policy from this service's own copy of the published values. */
@Injectable()
export class Policies {
  private readonly known = new Map<string, { readonly found: Promise<Found>; readonly until: number }>();

  constructor(private readonly database: Database) {}

  /** A value was published; what is known may have changed. */
  forget(): void {
    this.known.clear();
  }

  /** The value on `on` (civil date), inherited county → city → province → nation; undefined means the rule does not apply. */
  async find<Value>(division: string, key: string, on: string): Promise<ResolvedPolicy<Value> | undefined> {
    return (await this.findAll(division, [key], on)).get(key) as ResolvedPolicy<Value> | undefined;
  }

  /** Several values by one statement, or by none where the same was asked just before. */
  findAll(division: string, keys: readonly string[], on: string): Promise<Found> {
    const question = `${division} ${on} ${keys.join()}`;
    const entry = this.known.get(question);
    if (entry && entry.until > performance.now()) return entry.found;
    const found = this.ask(division, keys, on);
    if (this.known.size >= MOST_ENTRIES) this.known.clear();
    this.known.set(question, { found, until: performance.now() + KNOWN_MILLISECONDS });
    found.catch(() => this.known.delete(question));
    return found;
  }

  private async ask(division: string, keys: readonly string[], on: string): Promise<Found> {
    const rows = await this.database.many<Row>(RESOLVE, [divisionChain(division), keys, on]);
    return new Map(rows.map((row) => [row.key, resolvedOf(row)]));
  }

  /** The value that a decision of then used, whatever holds today. */
  async replay(key: string, policyVersion: string): Promise<ResolvedPolicy<unknown> | undefined> {
    const [policySetId, version] = policyVersion.split('@');
    const row = await this.database.find<Row>(REPLAY, [policySetId, key, version]);
    return row && resolvedOf(row);
  }

  /** The value of a parameter that every deployment must have; its absence is the platform's fault. */
  async get<Value>(division: string, key: string, on: string): Promise<ResolvedPolicy<Value>> {
    return valueOf<Value>(await this.findAll(division, [key], on), key);
  }

  /** Whether the rule applies in the division: the policy value `rules.<ID>`. */
  async applies(division: string, ruleId: string, on: string): Promise<boolean> {
    return (await this.find<boolean>(division, `rules.${ruleId}`, on))?.value === true;
  }
}

function resolvedOf({ value, policySetId, division, version, document, clause }: Row): ResolvedPolicy<unknown> {
  const policyVersion = `${policySetId}@${version}`;
  return { value, policySetId, division, policyVersion, source: document, clause };
}

/** A value of those found; its absence is the platform's fault. */
export function valueOf<Value>(
  found: ReadonlyMap<string, ResolvedPolicy<unknown>>,
  key: string,
): ResolvedPolicy<Value> {
  const value = found.get(key);
  if (!value) throw refusal('POLICY_NOT_PUBLISHED', { inputs: { key } });
  return value as ResolvedPolicy<Value>;
}
