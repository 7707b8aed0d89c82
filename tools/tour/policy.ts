import type { TourCast } from './tour-cast.ts';

interface Band {
  readonly fromBeds: number;
  readonly toBeds: number | null;
  readonly kinds: string[];
}

interface Resolved {
  readonly value: { bands: Band[] };
  readonly source: { document: string; clause: string };
}

interface Impact {
  readonly values: { key: string; row: string }[];
  readonly paths: { kind: string; before: string; after: string }[];
  readonly examined: number;
  readonly items: { institutionId: string; gained: { ruleId: string; code: string }[] }[];
}

/** What would change here if this district took the values of Nanjing: nothing is written. */
export async function tryPolicy(cast: TourCast): Promise<void> {
  const { story, health, today: on } = cast;
  story.chapter('Regional policy is data: what would another value change?');
  const key = 'medicalFacilityByBeds';
  const nanjing = story.expect(
    await health.get<Resolved>(`/v1/policies/resolve?division=320106&key=${key}&on=${on}`),
    200,
  );
  const bands = nanjing.value.bands.map(
    ({ fromBeds, toBeds, kinds }) => `${fromBeds} to ${toBeds ?? 'any number of'} beds ${kinds.join(' or ')}`,
  );
  story.note(`Nanjing asks ${bands.join(', ')}: ${nanjing.source.document} ${nanjing.source.clause}`);
  const proposed = { division: '421202', on, values: [{ key, value: nanjing.value, validFrom: on }] };
  story.refused(await health.post('/v1/policies/dry-run', proposed), 422, 'POLICY_SOURCE_MISSING', 'GOV-15');
  const source = { document: '咸安区征求意见稿', clause: '第三条' };
  const rule = { key: 'rules.REG-17', value: true, validFrom: on, ...source };
  const first = { ...proposed.values[0], ...source };
  const impact = story.expect(
    await health.post<Impact>('/v1/policies/dry-run', { ...proposed, values: [first, rule], limit: 100 }),
    200,
  );
  for (const { key: changed, row } of impact.values) story.note(`${changed} (${row}) would be another value`);
  for (const { kind, before, after } of impact.paths) story.note(`${kind}: ${before} would be ${after}`);
  const found = impact.items.flatMap(({ gained }) => gained.map(({ ruleId, code }) => `${code} by ${ruleId}`));
  story.note(
    `of ${impact.examined} institutions ${impact.items.length} would have more to do: ${[...new Set(found)].join(', ')}`,
  );
}
