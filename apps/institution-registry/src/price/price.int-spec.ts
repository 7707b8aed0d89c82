import { EVENT } from '@yiyang/contracts';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';
import { bedPriceJoin } from './price.repository.js';

const anybody = aCaller('PUBLIC', { region: '' });
const civilAffairs = aCaller('CIVIL_AFFAIRS');

const bed = {
  code: 'BED-DOUBLE',
  name: '双人间床位费',
  itemClass: 'BED_FEE',
  bedKind: 'CARE',
  unit: 'DAY',
  priceFen: 5000,
};
const single = { ...bed, code: 'BED-SINGLE', name: '单人间床位费', priceFen: 9000 };
const meals = { code: 'MEAL', name: '伙食费', itemClass: 'OTHER', unit: 'MONTH', priceFen: 90_000 };

describe('price lists on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T01:00:00Z' });
  });
  afterAll(() => stack.stop());

  const publish = (caller: typeof anybody, institutionId: string, items: object[], validFrom = '2024-03-01') =>
    stack.call(caller, 'POST', '/v1/price-lists', { body: { institutionId, validFrom, items } });
  const listed = (institutionId: string, query = '') =>
    stack.call(anybody, 'GET', `/v1/price-lists?institutionId=${institutionId}${query}`);

  it('REG-46 shows items and prices to whoever asks, the newest list first and the one in force on a day', async () => {
    const { id, caller } = await aFiledHome(stack);
    expect(await publish(caller, id, [bed, meals])).toMatchObject({ status: 201, body: { number: 1 } });
    const dearer = await publish(caller, id, [{ ...bed, priceFen: 6000 }], '2024-04-01');
    expect(dearer.location).toBe(`/v1/price-lists/${dearer.id}`);
    expect((await listed(id)).body).toMatchObject({
      items: [
        { number: 2, validFrom: '2024-04-01' },
        {
          number: 1,
          items: [
            { code: 'BED-DOUBLE', name: '双人间床位费', priceFen: 5000, regime: 'MARKET_PRICE' },
            { code: 'MEAL' },
          ],
        },
      ],
      nextCursor: null,
    });
    for (const [on, number] of [
      ['2024-02-29', undefined],
      ['2024-03-01', 1],
      ['2024-03-31', 1],
      ['2024-04-01', 2],
    ] as const) {
      const { items } = (await listed(id, `&on=${on}`)).body as { items: { number: number }[] };
      expect({ on, number: items[0]?.number }).toEqual({ on, number });
    }
    expect(await stack.call(anybody, 'GET', dearer.location as string)).toMatchObject({
      status: 200,
      body: { number: 2 },
    });
    const said = await stack.said(EVENT.institutionPriceListPublishedV1, id);
    expect(said.at(-1)).toEqual({ institutionId: id, priceListId: dearer.id, number: 2, validFrom: '2024-04-01' });
    const changes = await stack.own.asSuperuser<{ effective_on: string }>(
      "select effective_on::text from institution_change where institution_id = $1 and aspect = 'PRICE_LIST' order by id",
      [id],
    );
    expect(changes.map((change) => change.effective_on)).toEqual(['2024-03-01', '2024-04-01']);
  });

  it('REG-46 refuses an item without price with 422 and stores nothing', async () => {
    const { id, caller } = await aFiledHome(stack);
    const { priceFen: _, ...priceless } = meals;
    expect(await publish(caller, id, [bed, priceless])).toMatchObject({
      status: 422,
      body: { code: 'PRICE_MISSING', rule: 'REG-46', fields: [{ path: 'items[1].priceFen' }] },
    });
    expect((await listed(id)).body['items']).toEqual([]);
  });

  it('REG-48 refuses a 公办公营 bed fee without approval by the clause of Xianning, and takes it with one', async () => {
    const { id, caller } = await aFiledHome(stack, { ownership: 'PUBLIC_RUN' });
    expect(await publish(caller, id, [bed])).toMatchObject({
      status: 422,
      body: {
        code: 'PRICE_NEEDS_APPROVAL',
        ...{ rule: 'REG-48', clause: '(十三)', source: '003篇六 咸宁市' },
        fields: [{ path: 'items[0].approvalReference' }],
      },
    });
    const approved = await publish(civilAffairs, id, [{ ...bed, approvalReference: '咸发改价〔2024〕12号' }, meals]);
    expect(approved).toMatchObject({
      status: 201,
      body: {
        items: [
          { code: 'BED-DOUBLE', regime: 'GOVERNMENT_PRICE' },
          { code: 'MEAL', regime: 'MARKET_PRICE' },
        ],
        because: { rule: 'REG-48', clause: '(十三)' },
      },
    });
  });

  it('REG-48 takes the own price of a private home', async () => {
    const { id, caller } = await aFiledHome(stack, { ownership: 'PRIVATE_RUN' });
    expect((await publish(caller, id, [bed])).status).toBe(201);
  });

  it('REG-47 gives the lowest daily price of a kind of bed on a day, and none where the list of that day has none', async () => {
    const { id, caller } = await aFiledHome(stack);
    await publish(caller, id, [single, bed]);
    await publish(caller, id, [meals], '2024-05-01');
    await publish(caller, id, [single], '2024-05-01');
    const join = bedPriceJoin({ institutionId: 'i.id', bedKind: "'CARE'", on: '$2::date', alias: 'price' });
    const priceOn = async (on: string) =>
      (
        await stack.own.asSuperuser(`select price.price_fen::int as fen from institution i ${join} where i.id = $1`, [
          id,
          on,
        ])
      )[0];
    expect(await priceOn('2024-02-29')).toEqual({ fen: null });
    expect(await priceOn('2024-04-30')).toEqual({ fen: 5000 });
    expect(await priceOn('2024-05-01')).toEqual({ fen: 9000 });
    await publish(caller, id, [meals], '2024-06-01');
    expect(await priceOn('2024-06-01')).toEqual({ fen: null });
  });

  it('refuses another institution, the other department, another region, an unknown institution and a faulty item', async () => {
    const { id } = await aFiledHome(stack);
    const other = await aFiledHome(stack);
    expect(await publish(other.caller, id, [bed])).toMatchObject({
      status: 403,
      body: { inputs: { reason: 'NOT_YOURS' } },
    });
    expect(await publish(aCaller('HEALTH'), id, [bed])).toMatchObject({
      status: 403,
      body: { code: 'WRONG_DEPARTMENT' },
    });
    expect((await publish(aCaller('CIVIL_AFFAIRS', { region: '360100' }), id, [bed])).status).toBe(403);
    expect((await publish(anybody, id, [bed])).status).toBe(403);
    expect(await publish(civilAffairs, '01900000-0000-7000-8000-00000000ffff', [bed])).toMatchObject({
      status: 422,
      body: { code: 'UNKNOWN_REFERENCE', fields: [{ path: 'institutionId' }] },
    });
    const path = async (item: object) =>
      ((await publish(civilAffairs, id, [item])).body['fields'] as { path: string }[])[0]?.path;
    expect(await path({ ...bed, priceFen: -1 })).toBe('items[0].priceFen');
    expect(await path({ ...bed, priceFen: 50.5 })).toBe('items[0].priceFen');
    expect(await path({ ...bed, unit: 'MONTH' })).toBe('items[0].bedKind');
    expect(await path({ ...bed, name: '=1+1' })).toBe('items[0].name');
    expect((await publish(civilAffairs, id, [bed, bed])).body['fields']).toMatchObject([{ path: 'items' }]);
  });

  it('numbers lists that come at once without a gap', async () => {
    const { id, caller } = await aFiledHome(stack);
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(caller, id, [bed])));
    expect(answers.map(({ body }) => body['number']).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('publishes with twelve statements in three round trips behind the checks, and reads with one', async () => {
    const { id, caller } = await aFiledHome(stack);
    expect(await stack.statementsOf(() => publish(caller, id, [bed, single, meals]))).toHaveLength(12);
    expect(await stack.statementsOf(() => listed(id))).toHaveLength(1);
  });
});
