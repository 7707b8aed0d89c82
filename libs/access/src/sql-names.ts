/** One column or several of the same meaning. */
export type OneOrMore = string | readonly string[];

const NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

/** A name that may stand in SQL as it is; throws for anything else, so that no value can pass as a name. */
export function column(name: string): string {
  if (!NAME.test(name)) throw new Error('not a plain column or table name');
  return name;
}

export function columns(names: OneOrMore): string[] {
  return (typeof names === 'string' ? [names] : names).map(column);
}
