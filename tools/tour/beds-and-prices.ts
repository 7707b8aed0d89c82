import type { Api, ApiAnswer } from '../stack/api.ts';
import { idOf } from '../journey/cast.ts';
import { yuan } from '../journey/story.ts';
import { openInJiangxi } from './opening.ts';
import { byRule, type Because, type TourCast } from './tour-cast.ts';

/** Changes an institution in the version that is there now. */
async function change<Body>(cast: TourCast, of: string, by: Api, path: string, body: object): Promise<ApiAnswer<Body>> {
  const institution = `/v1/institutions/${idOf(cast, of)}`;
  const { etag: ifMatch } = await cast.health.get(institution);
  const at = `${institution}/${path}`;
  return path === 'bed-conversions' ? by.post<Body>(at, body, { ifMatch }) : by.put<Body>(at, body, { ifMatch });
}

interface PriceList {
  readonly items: { code: string; priceFen: number; regime: string }[];
  readonly because: Because;
}

/** What a home charges is public; who sets the price follows the region. */
export async function publishPrices(cast: TourCast): Promise<void> {
  const { story, home, jiangxi, anybody, today } = cast;
  story.chapter('Prices are public, and who sets them follows the region');
  const institutionId = idOf(cast, 'home');
  const bed = {
    code: 'BED-2',
    name: '双人间床位费',
    itemClass: 'BED_FEE',
    bedKind: 'CARE',
    unit: 'DAY',
    priceFen: 5000,
  };
  const { priceFen: _, ...priceless } = { ...bed, code: 'BED-1', name: '单人间床位费' };
  const list = { institutionId, validFrom: today, items: [bed] };
  const missing = await home.post('/v1/price-lists', { ...list, items: [bed, priceless] });
  story.refused(missing, 422, 'PRICE_MISSING', 'REG-46');
  story.expect(await home.post('/v1/price-lists', list), 201);
  const published = story.expect(
    await anybody.get<{ items: PriceList[] }>(`/v1/price-lists?institutionId=${institutionId}&on=${today}`),
    200,
  );
  for (const { items, because } of published.items)
    for (const { code, priceFen, regime } of items)
      story.note(`${code} ¥${yuan(priceFen)}, ${regime} ${byRule(because)}`);
  await openInJiangxi(cast);
  const ofPublic = {
    ...list,
    institutionId: idOf(cast, 'hospital in Jiangxi'),
    items: [{ ...bed, bedKind: 'MEDICAL' }],
  };
  const own = story.refused(await jiangxi.post('/v1/price-lists', ofPublic), 422, 'PRICE_NEEDS_APPROVAL', 'REG-48');
  story.note(`a publicly run hospital in Jiangxi sets no bed fee itself ${byRule(own)}`);
}

/** Beds are counts from a day on; kinds become other kinds where the region says so and the beds are spare. */
export async function changeBeds(cast: TourCast): Promise<void> {
  const { story, civilAffairs, home, jiangxi, today } = cast;
  story.chapter('Beds: approved by the department, opened by the home, converted where the region allows it');
  const effectiveOn = today;
  story.expect(await change(cast, 'home', civilAffairs, 'beds/CARE/approved', { effectiveOn, approved: 140 }), 200);
  const tooMany = await change<Because>(cast, 'home', home, 'beds/CARE/operating', {
    effectiveOn,
    operating: 141,
    blocked: 0,
  });
  story.refused(tooMany, 422, 'BED_COUNTS_DO_NOT_ADD_UP', 'REG-21');
  story.expect(
    await change(cast, 'home', home, 'beds/CARE/operating', { effectiveOn, operating: 130, blocked: 5 }),
    200,
  );
  const here = await change<Because>(cast, 'home', civilAffairs, 'bed-conversions', {
    effectiveOn,
    from: 'CARE',
    to: 'MEDICAL',
    count: 10,
  });
  const refused = story.expect(here, 422);
  story.note(`421202 lists no conversion ${byRule(refused)}`);
  const asked = story.expect(
    await change<{ id: string }>(cast, 'hospital in Jiangxi', jiangxi, 'bed-conversions', {
      effectiveOn,
      from: 'MEDICAL',
      to: 'CARE',
      count: 20,
    }),
    200,
  );
  const path = `/v1/institutions/${idOf(cast, 'hospital in Jiangxi')}`;
  const done = await story.until<{ status: string; spare: number }>(
    () => jiangxi.get(`${path}/bed-changes/${asked.id}`),
    ({ body }) => body.status === 'EFFECTIVE',
    'the answer of referral',
  );
  story.note(`referral found ${done.spare} beds spare and confirmed`);
  const { items } = story.expect(
    await jiangxi.get<{ items: { kind: string; operating: number }[] }>(`${path}/beds`),
    200,
  );
  story.note(`the hospital has ${items.map(({ kind, operating }) => `${operating} ${kind}`).join(' and ')}`);
}

interface Capacity {
  readonly answer: string;
  readonly free: number;
  readonly kilometres: number;
  readonly priceFen: number | null;
  readonly ageSeconds: number | null;
}

/** Where a bed is free, near a place, with its price and the age of the figure. */
export async function searchBeds(cast: TourCast): Promise<void> {
  const { story, home, hospital, anybody } = cast;
  story.chapter('Where is a bed free?');
  // A place that no earlier run has used.
  const place = {
    latitude: Number((25 + Math.random() * 10).toFixed(4)),
    longitude: Number((100 + Math.random() * 15).toFixed(4)),
  };
  story.expect(await change(cast, 'home', home, 'location', place), 200);
  const near = `lat=${place.latitude}&lng=${place.longitude}&maxKilometres=1`;
  const { items } = story.expect(await hospital.get<{ items: Capacity[] }>(`/v1/capacity?kind=CARE&${near}`), 200);
  story.same(items.length, 1, 'homes within a kilometre');
  for (const { answer, free, kilometres, priceFen, ageSeconds } of items)
    story.note(
      `${answer}: ${free} free, ${kilometres} km, ¥${yuan(priceFen ?? 0)} a day, figures ${ageSeconds ?? 'not yet'} s old`,
    );
  const listed = story.expect(await anybody.get<{ items: unknown[] }>('/v1/free-beds?division=421202'), 200);
  story.note(`${listed.items.length} lines of free nursing, rehabilitation, hospice and care beds, for whoever asks`);
}
