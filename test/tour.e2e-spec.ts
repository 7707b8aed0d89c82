import { setTimeout as sleep } from 'node:timers/promises';
import { playTour } from '../tools/tour/play-tour.ts';
import type { TourCast } from '../tools/tour/tour-cast.ts';
import { gapsOf, whenAllArrived } from './support/events.js';
import { tellStory } from './support/tell-story.js';
import { TestStack } from './support/test-stack.js';

describe('the tour of the institution registry', () => {
  const first = tellStory();
  const second = tellStory();
  let platform: TestStack;
  let cast: TourCast;

  beforeAll(async () => {
    platform = await TestStack.open({ driver: 'postgres' });
    // What must be so is asserted by the tour itself: it throws at the first thing that is not.
    cast = await playTour({ base: platform.base, story: first.story });
    await playTour({ base: platform.base, story: second.story });
  }, 180_000);
  afterAll(() => platform?.close(), 60_000);

  it('can be taken again and again', () => {
    const chapters = first.text.filter((line) => /^\n\d+\./.test(line));
    expect(second.text.filter((line) => /^\n\d+\./.test(line))).toEqual(chapters);
    expect(chapters.length).toBeGreaterThanOrEqual(13);
  });

  it.each([
    ['the way of each kind', /CARE_HOME: FILING by REG-04 /],
    ['the way of a unit', /INFIRMARY: FILING by REG-05 .*咸宁市/],
    ['the way in one step', /NURSING_HOSPITAL: TWO_IN_ONE by REG-06 .*咸宁市/],
    ['the end of a filing without a write', /the home is no longer integrated by REG-01/],
    ['who sets a price', /sets no bed fee itself by REG-48 赣卫老龄字/],
    ['a conversion by the region', /lists no conversion by REG-22 .*P-45/],
    ['where a bed is free', /HAS: 125 free, 0 km, ¥50\.00 a day/],
    ['a finding that ends by itself', /REG-37 has its fact and is resolved/],
    ['what a policy would change', /would have more to do: MEDICAL_FACILITY_MISSING by REG-17/],
    ['a warning', /agreement\.end is WARNED, due .* by CON-04/],
    ['a line of a survey', /line 502: kind must be /],
    ['an institution as it was', /integrated true, beds in operation 130 CARE/],
  ])('shows %s', (_, line) => {
    expect(first.text.join('\n')).toMatch(line);
  });

  it('leaves events without a gap and calls no operator', async () => {
    expect(gapsOf((await whenAllArrived(platform.databases)).events)).toEqual([]);
    expect(platform.errorLines()).toEqual([]);
  });

  it('REG-52 imports 10,000 rows once while the registry is killed with kill -9 in the middle', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `示范村卫生室k${i},VILLAGE_CLINIC,421202,,OPERATING,PRIVATE_RUN`,
    );
    const text = ['name,kind,division,creditCode,operationState,managementMode', ...rows].join('\n');
    const file = { bytes: Uint8Array.from(Buffer.from(text)), type: 'text/csv' };
    const { id } = (await cast.health.post<{ id: string }>('/v1/survey-imports', undefined, { file })).body;
    const registry = platform.stack.service('institution-registry');
    const doneRows = async () => {
      const sql = 'select rows_done from survey_import where id = $1';
      return (
        (await platform.databases.rows<{ rows_done: number }>('institution-registry', sql, [id]))[0]?.rows_done ?? 0
      );
    };
    const killedAt: number[] = [];
    for (let done = await doneRows(); done < 10_000; done = await doneRows()) {
      if (done > 0 && killedAt.length < 2 && !killedAt.includes(done)) {
        await registry.kill();
        killedAt.push(done);
        registry.start('serve');
        await registry.ready();
      }
      await sleep(5);
    }
    expect(killedAt).toHaveLength(2);
    const counts = await platform.databases.rows(
      'institution-registry',
      `select (select count(*)::int from survey_import_row where import_id = $1) as rows,
         (select count(*)::int from survey_entry where import_id = $1) as entries,
         (select count(*)::int from outbox where aggregate_id::text = $1::text) as events`,
      [id],
    );
    expect(counts).toEqual([{ rows: 10_000, entries: 10_000, events: 10 }]);
  }, 120_000);
});
