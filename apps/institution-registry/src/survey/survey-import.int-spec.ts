import { setTimeout as sleep } from 'node:timers/promises';
import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aCreditCode, aFiledHome } from '../testing/filed-home.js';

const HEADER = 'name,kind,division,creditCode,operationState,managementMode';
const health = aCaller('HEALTH');
const CSV = 'text/csv';

const clinic = (name: string, division = '421202', of = ',OPERATING,PRIVATE_RUN') =>
  `${name},VILLAGE_CLINIC,${division},${of}`;

interface Progress {
  status: string;
  rowsDone: number;
  rowsStored: number;
  rowsRejected: number;
}

describe('the survey of institutions on real PostgreSQL', () => {
  let stack: ServiceStack;
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T01:00:00Z', policies: false });
  });
  afterAll(() => stack.stop());

  const send = (rows: readonly string[], of: { key?: string; caller?: typeof health; type?: string } = {}) =>
    stack.call(of.caller ?? health, 'POST', '/v1/survey-imports', {
      file: { bytes: Buffer.from([HEADER, ...rows].join('\n')), type: of.type ?? CSV },
      ...(of.key && { key: of.key }),
    });
  const progressOf = async (id: string) =>
    (await stack.call(health, 'GET', `/v1/survey-imports/${id}`)).body as unknown as Progress;

  async function done(id: string): Promise<Progress> {
    for (let waited = 0; waited < 60_000; waited += 20, await sleep(20)) {
      const progress = await progressOf(id);
      if (progress.status === 'DONE') return progress;
    }
    throw new Error('the import did not end');
  }

  async function rejectedRows(id: string): Promise<{ line: number; faults: { field: string }[] }[]> {
    const rows = await stack.call(health, 'GET', `/v1/survey-imports/${id}/rows?result=REJECTED`);
    return rows.body['items'] as { line: number; faults: { field: string }[] }[];
  }

  const count = async (sql: string, params: unknown[] = []) =>
    (await stack.own.asSuperuser<{ n: number }>(`select count(*)::int as n from ${sql}`, params))[0]?.n;

  /** 10,000 rows of which lines 18, 5002 and 9,993 are bad. */
  function tenThousand(prefix: string): string[] {
    const rows = Array.from({ length: 10_000 }, (_, i) => clinic(`${prefix}${i}`));
    rows[16] = clinic('=cmd', '421202');
    rows[5000] = clinic('示范', '429999');
    rows[9991] = rows[9990] as string;
    return rows;
  }

  it('REG-52 imports 10,000 rows with 3 bad: 9,997 stored, 3 reported by line and field', async () => {
    const institutions = await count('institution');
    const received = await send(tenThousand('甲'));
    expect(received).toMatchObject({
      status: 201,
      location: `/v1/survey-imports/${received.id}`,
      body: {
        status: 'RECEIVED',
        rowsTotal: 10_000,
        rowsDone: 0,
        progressPercent: 0,
        encoding: 'UTF-8',
        format: 'CSV',
      },
    });
    const seen = new Set<number>();
    for (let progress = await progressOf(received.id); progress.status !== 'DONE'; await sleep(5)) {
      progress = await progressOf(received.id);
      seen.add(progress.rowsDone);
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(await progressOf(received.id)).toMatchObject({ rowsStored: 9997, rowsRejected: 3, progressPercent: 100 });
    expect((await rejectedRows(received.id)).map(({ line, faults }) => [line, faults[0]?.field])).toEqual([
      [18, 'name'],
      [5002, 'division'],
      [9993, 'name'],
    ]);
    expect(await count('survey_entry where import_id = $1', [received.id])).toBe(9997);
    // An import is no licence: it adds no institution and no qualification.
    expect(await count('institution')).toBe(institutions);
    const said = await stack.said(EVENT.institutionSurveyProgressedV1, received.id);
    expect(said).toHaveLength(10);
    expect(said.at(-1)).toMatchObject({ rowsDone: 10_000, rowsStored: 9997, rowsRejected: 3, division: '421202' });
    expect(
      await count("audit_entry where action = 'survey.import' and client_id = 'health-client' and resource_id = $1", [
        received.id,
      ]),
    ).toBe(11);
    expect(await count('survey_import where id = $1 and content is null', [received.id])).toBe(1);
  }, 60_000);

  it('REG-52 takes objects on lines, and a spreadsheet in GB18030 whether or not it says so', async () => {
    const upload = async (bytes: Buffer, type: string) => {
      const { id } = await stack.call(health, 'POST', '/v1/survey-imports', { file: { bytes, type } });
      expect(await done(id)).toMatchObject({ rowsStored: 1, rowsRejected: 0 });
      return (await stack.call(health, 'GET', `/v1/survey-imports/${id}`)).body;
    };
    const object = { name: '示范对象', kind: '村卫生室', division: '421202', operationState: '运营中' };
    const objects = await upload(Buffer.from(JSON.stringify(object)), 'application/x-ndjson');
    expect(objects).toMatchObject({ format: 'NDJSON', encoding: 'UTF-8' });
    // 示范 in GB18030.
    const row = Buffer.concat([Buffer.from('cabeb7b6', 'hex'), Buffer.from(clinic(''))]);
    const file = Buffer.concat([Buffer.from(`${HEADER}\r\n`), row]);
    for (const type of [CSV, 'text/csv; charset=GBK'])
      expect(await upload(file, type)).toMatchObject({ format: 'CSV', encoding: 'GB18030' });
    expect(await count("survey_entry where name in ('示范', '示范对象')")).toBe(2);
  });

  it('REG-52 makes no second entry of a file that is sent again, and no second import of a call that is repeated', async () => {
    const rows = [clinic('乙一'), clinic('乙二')];
    const first = await send(rows, { key: 'survey-1' });
    await done(first.id);
    const repeated = await send(rows, { key: 'survey-1' });
    expect(repeated).toMatchObject({ status: 201, text: first.text });
    expect(await send([clinic('乙三')], { key: 'survey-1' })).toMatchObject({
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    const again = await send([clinic('乙一', '421202', ',CLOSED,PRIVATE_RUN'), clinic('乙二')]);
    expect(await done(again.id)).toMatchObject({ rowsStored: 2 });
    const entries = await stack.own.asSuperuser(
      "select name, operation_state from survey_entry where name like '乙%' order by name",
    );
    expect(entries).toEqual([
      { name: '乙一', operation_state: 'CLOSED' },
      { name: '乙二', operation_state: 'OPERATING' },
    ]);
  });

  /** Holds what somebody else is about to say of a clinic: the batch that names it waits until this is taken back. */
  async function holdEntry(name: string): Promise<() => Promise<void>> {
    const [stored, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held = stack.service.parts.database.transaction(async (tx) => {
      await tx.many(
        `insert into survey_entry (id, entry_key, name, kind, side, division, surveyed_at, import_id)
         values ($1, $2, $3, 'VILLAGE_CLINIC', 'MEDICAL', '421202', now(), $1)`,
        [newId(), `421202|VILLAGE_CLINIC|${name}`, name],
      );
      stored.resolve();
      await over.promise;
      throw new Error('taken back');
    });
    await Promise.race([stored.promise, held]);
    return async () => {
      over.resolve();
      await expect(held).rejects.toThrow('taken back');
    };
  }

  /** Breaks the connections that wait for a held entry. @returns how many. */
  const breakWaiting = async () =>
    (
      await stack.own.asSuperuser(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
         and application_name = 'institution-registry' and wait_event_type = 'Lock' and query like '%survey_entry%'`,
      )
    ).length;

  it('REG-52 goes on behind the last whole batch while its connections are broken again and again', async () => {
    const held = [
      { rowsDone: 2000, release: await holdEntry('丙2500') },
      { rowsDone: 7000, release: await holdEntry('丙7500') },
    ];
    const { id } = await send(tenThousand('丙'));
    try {
      for (const { rowsDone, release } of held) {
        for (let broken = 0; broken < 2; await sleep(20)) broken += await breakWaiting();
        expect(await progressOf(id)).toMatchObject({ status: 'RUNNING', rowsDone });
        await release();
      }
    } finally {
      for (const { release } of held) await release();
    }
    expect(await done(id)).toMatchObject({ rowsDone: 10_000, rowsStored: 9997, rowsRejected: 3 });
    expect(await count('survey_import_row where import_id = $1', [id])).toBe(10_000);
    expect(await count('survey_entry where import_id = $1', [id])).toBe(9997);
    expect(await stack.said(EVENT.institutionSurveyProgressedV1, id)).toHaveLength(10);
  }, 60_000);

  it('REG-52 is 98.3 % complete with 118 answers of 120, and lists the 2', async () => {
    const tongren = aCaller('HEALTH', { region: '520600' });
    const place = (i: number) => (i < 60 ? '520602' : '520621');
    const rows = Array.from({ length: 120 }, (_, i) =>
      clinic(`铜仁${String(i).padStart(3, '0')}`, place(i), i === 7 ? ',OPERATING,' : i === 77 ? ',,' : undefined),
    );
    const { id } = await send(rows, { caller: tongren });
    await stack.until('select 1 from survey_import where id = $1 and finished_at is not null', [id]);
    const read = (path: string) => stack.call(tongren, 'GET', path);
    expect((await read('/v1/survey-completeness?division=520600')).body).toEqual({
      ...{ division: '520600', expected: 120, answered: 118, percent: 98.3 },
      divisions: [
        { division: '520602', expected: 60, answered: 59, percent: 98.3 },
        { division: '520621', expected: 60, answered: 59, percent: 98.3 },
      ],
    });
    const missing = await read('/v1/survey-entries?division=520600&answered=false');
    expect(missing.body).toMatchObject({ items: [{ name: '铜仁007' }, { name: '铜仁077' }], nextCursor: null });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await read(`/v1/survey-entries?division=520600&limit=50${cursor}`)).body as {
        items: { name: string }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map(({ name }) => name));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    expect((await read('/v1/survey-completeness?division=520600&since=2024-03-02')).body).toMatchObject({
      answered: 0,
    });
  });

  it('REG-52 expects a registered institution that no file names, and knows it by its credit code when one does', async () => {
    const region = '520603';
    const caller = aCaller('CIVIL_AFFAIRS', { region });
    const creditCode = aCreditCode(region);
    const home = await aFiledHome(stack, { division: region, creditCode });
    const entries = async () =>
      (await stack.call(caller, 'GET', `/v1/survey-entries?division=${region}`)).body['items'] as object[];
    expect(await entries()).toMatchObject([{ id: null, institutionId: home.id, creditCode, answered: false }]);
    const row = `示范养老院,CARE_HOME,${region},${creditCode},OPERATING,PRIVATE_RUN`;
    const { id } = await send([row], { caller });
    await stack.until('select 1 from survey_import where id = $1 and finished_at is not null', [id]);
    expect(await entries()).toMatchObject([{ institutionId: home.id, name: '示范养老院', answered: true }]);
  });

  it('reports what is wrong with a file as a whole', async () => {
    const fields = async (text: string, type = CSV) =>
      (await stack.call(health, 'POST', '/v1/survey-imports', { file: { bytes: Buffer.from(text), type } })).body[
        'fields'
      ];
    expect(await fields('name,kind,division,creditCode,operationState\n')).toMatchObject([{ path: 'managementMode' }]);
    expect(await fields(`${HEADER}\n\n`)).toMatchObject([{ rule: 'at least one row' }]);
    expect(await fields(`${HEADER}\n`, 'text/csv; charset=koi8-r')).toMatchObject([{ path: 'Content-Type' }]);
    expect(await fields('[]', 'application/json')).toMatchObject([{ path: 'Content-Type' }]);
    const large = { file: { bytes: Buffer.alloc((8 << 20) + 1, 'x'), type: CSV } };
    expect(await stack.call(health, 'POST', '/v1/survey-imports', large)).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
    const elsewhere = { file: { bytes: Buffer.from(HEADER), type: CSV } };
    expect((await stack.call(health, 'POST', '/v1/price-lists', elsewhere)).status).toBe(415);
  });

  it('keeps imports and entries to the two departments of the place', async () => {
    const { id } = await send([clinic('丁一')]);
    await done(id);
    const path = `/v1/survey-imports/${id}`;
    const elsewhere = aCaller('HEALTH', { region: '360100' });
    expect((await stack.call(elsewhere, 'GET', path)).status).toBe(404);
    expect((await stack.call(elsewhere, 'GET', `${path}/rows`)).status).toBe(404);
    expect((await stack.call(elsewhere, 'GET', '/v1/survey-imports')).body['items']).toEqual([]);
    expect((await stack.call(elsewhere, 'GET', '/v1/survey-entries?division=421202')).status).toBe(403);
    expect((await stack.call(aCaller('INSURANCE'), 'GET', path)).status).toBe(403);
    expect((await stack.call(aCaller('CIVIL_AFFAIRS'), 'GET', path)).status).toBe(200);
    expect((await send([clinic('丁二')], { caller: aCaller('INSURANCE') })).status).toBe(403);
  });

  it('receives with five statements whatever the rows, and reads with one', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => clinic(`戊${i}`));
    expect(await stack.statementsOf(() => send(rows))).toHaveLength(5);
    const { id } = await send([clinic('己')]);
    expect(await stack.statementsOf(() => progressOf(id))).toHaveLength(1);
    const list = () => stack.call(health, 'GET', '/v1/survey-entries?division=421202');
    expect(await stack.statementsOf(list)).toHaveLength(1);
  });
});
