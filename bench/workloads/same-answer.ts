interface Read {
  readonly id: string;
  readonly name: string;
  readonly division: string;
  readonly version: number;
  readonly beds: readonly unknown[];
  readonly qualifications: readonly { readonly id: string }[];
}

async function read(origin: string, path: string, headers: Record<string, string>): Promise<Read> {
  const answer = await fetch(`${origin}${path}`, { headers });
  if (!answer.ok) throw new Error(`${origin}${path} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return (await answer.json()) as Read;
}

/** Throws when two servers tell different things about one institution: then their speeds are not comparable. */
export async function sameAnswer(
  ours: string,
  theirs: string,
  path: string,
  headers: Record<string, string>,
): Promise<void> {
  const facts = (of: Read) =>
    JSON.stringify([of.id, of.name, of.division, of.version, of.beds, of.qualifications.map(({ id }) => id)]);
  const [a, b] = [facts(await read(ours, path, headers)), facts(await read(theirs, path, headers))];
  if (a !== b) throw new Error(`the answers differ: ${a} and ${b}`);
}
