/**
 * A statement that only adds rows of the platform's own (events, audit entries, answers), so that several of them may
 * travel as one: the server plans, runs and answers once. None of one statement sees what another of it adds, and its
 * foreign keys are looked at last; so rows of a feature stay apart, whose row-level security may look at rows written
 * before, and whose locks must be taken in the order in which they are written.
 */
export interface Addition {
  /** Common table expressions that `insert` names, without the word `with`; their names are its own alone. */
  readonly with?: string;
  readonly insert: string;
}

export interface Added {
  readonly addition: Addition;
  readonly params: readonly unknown[];
}

const statements = new Map<string, string>();

/** The same rows by one statement. Each addition stands in it once: of two with one text the second comes later. */
export function combined(additions: readonly Added[]): { sql: string; params: unknown[] } {
  const key = additions.map(({ addition }) => `${addition.with ?? ''}\n${addition.insert}`).join('\n;\n');
  let sql = statements.get(key);
  if (sql === undefined) statements.set(key, (sql = combine(additions)));
  return { sql, params: additions.flatMap(({ params }) => params) };
}

function combine(additions: readonly Added[]): string {
  const tables: string[] = [];
  let last = '';
  let offset = 0;
  for (const { addition, params } of additions) {
    const shift = offset;
    const renumbered = (sql: string) => sql.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + shift}`);
    if (last !== '') tables.push(`added_${tables.length} as (${last})`);
    if (addition.with !== undefined) tables.push(renumbered(addition.with));
    last = renumbered(addition.insert);
    offset += params.length;
  }
  return tables.length === 0 ? last : `with ${tables.join(', ')} ${last}`;
}
