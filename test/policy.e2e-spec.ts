import { CALLER_HEADER, signCaller } from '@yiyang/access';
import { aCaller } from '@yiyang/testing';
import { DevelopmentApi, type Api } from '../tools/stack/api.ts';
import { TestStack } from './support/test-stack.js';
import { until } from './support/until.js';

const KEY = 'designation.minOperatingMonths';
const DIVISION = '421221';

interface Resolved {
  value: unknown;
  version: string;
  source: { document: string; clause: string };
}

describe('regional policy in every service', () => {
  let platform: TestStack;
  let xianning: Api;

  /** What each service says of its own copy, asked at its own port. */
  const everywhere = async (query: string): Promise<[string, Resolved | number][]> => {
    const caller = signCaller(aCaller('HEALTH'), platform.secrets.INTERNAL_TOKEN_SECRET, { now: new Date() });
    const services = platform.stack.all.filter(({ app }) => app !== 'gateway');
    return Promise.all(
      services.map(async ({ app, url }) => {
        const answer = await fetch(`${url}/v1/policies/resolve?${query}`, { headers: { [CALLER_HEADER]: caller } });
        return [app, answer.ok ? ((await answer.json()) as Resolved) : answer.status] as [string, Resolved | number];
      }),
    );
  };
  const agreed = (query: string, value: unknown) =>
    until(`all services to resolve ${JSON.stringify(value)}`, async () => {
      const answers = await everywhere(query);
      const [[, first] = ['', 0]] = answers;
      const same = answers.every(([, answer]) => JSON.stringify(answer) === JSON.stringify(first));
      return same && typeof first === 'object' && first.value === value && answers;
    });

  beforeAll(async () => {
    platform = await TestStack.open({ driver: 'postgres' });
    xianning = await new DevelopmentApi(platform.base).client({ name: 'HEALTH', role: 'HEALTH', region: '421200' });
  }, 120_000);
  afterAll(() => platform?.close(), 60_000);

  it('is the same before and after a value is published, and for an old decision', async () => {
    const query = `division=${DIVISION}&key=${KEY}&on=2026-03-02`;
    const before = await agreed(query, 3);
    expect(before.map(([app]) => app).sort()).toEqual([
      'health-records',
      'institution-registry',
      'monitoring',
      'referral',
      'settlement',
    ]);
    const value = { key: KEY, value: 0, validFrom: '2026-03-01', document: '咸政发〔2026〕1号', clause: '(三)' };
    const drafted = await xianning.post<{ id: string }>('/v1/policies/drafts', { division: '421200', values: [value] });
    expect(drafted.status).toBe(201);
    const published = await xianning.post(
      `/v1/policies/drafts/${drafted.body.id}/publish`,
      {},
      { ifMatch: drafted.etag },
    );
    expect(published.status).toBe(200);
    const [[, after] = ['', 0]] = await agreed(query, 0);
    expect(after).toMatchObject({ source: { document: '咸政发〔2026〕1号' } });
    const [, old] = before[0] ?? [];
    await agreed(`key=${KEY}&version=${encodeURIComponent((old as Resolved).version)}`, 3);
  });

  it('passes the registry’s answer to the outside, to whoever asks', async () => {
    const answer = await fetch(`${platform.base}/v1/policies/resolve?division=532601&key=${KEY}&on=2026-03-02`);
    expect(await answer.json()).toMatchObject({ value: 0, source: { document: '003篇十 文山州' } });
  });
});
