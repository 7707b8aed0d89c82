import { newId } from '@yiyang/persistence';
import { aCaller, ServiceStack } from '@yiyang/testing';
import { institutionRegistry } from '../service-definition.js';
import { aFiledHome } from '../testing/filed-home.js';

const TEXT = '桂兰芳反映：夜间无人值班';
const REPLY = '已增加夜间值班人员';

const elder = aCaller('ELDER', { region: '', elderId: newId() });
const anybody = aCaller('PUBLIC', { region: '' });
const civilAffairs = aCaller('CIVIL_AFFAIRS');
type Caller = typeof elder;

describe('complaints on real PostgreSQL', () => {
  let stack: ServiceStack;
  let home: { id: string; caller: Caller };
  beforeAll(async () => {
    stack = await ServiceStack.start(institutionRegistry, { at: '2024-03-01T01:00:00Z', policies: false });
  });
  beforeEach(async () => {
    const filed = await aFiledHome(stack);
    home = { ...filed, caller: { ...filed.caller, purpose: 'ADMINISTRATION' } };
  });
  afterAll(() => stack.stop());

  const file = (caller: Caller, institutionId = home.id) =>
    stack.call(caller, 'POST', '/v1/complaints', { body: { institutionId, topic: 'SAFETY', text: TEXT } });
  const reply = (caller: Caller, id: string, ifMatch = '"1"') =>
    stack.call(caller, 'POST', `/v1/complaints/${id}/reply`, { body: { text: REPLY }, ifMatch });
  const read = (caller: Caller, id: string) => stack.call(caller, 'GET', `/v1/complaints/${id}`);
  const figures = async () => (await stack.call(anybody, 'GET', `/v1/complaint-figures?institutionId=${home.id}`)).body;

  it('REG-46 takes a complaint of an elder, shows it to the institution, and brings the reply back', async () => {
    const filed = await file(elder);
    expect(filed).toMatchObject({
      status: 201,
      body: { status: 'OPEN', topic: 'SAFETY', complainantRole: 'ELDER', text: TEXT },
    });
    expect((await read(home.caller, filed.id)).body).toMatchObject({ text: TEXT, reply: null });
    expect(await reply(home.caller, filed.id)).toMatchObject({
      status: 200,
      body: { status: 'REPLIED', reply: REPLY },
    });
    expect((await read(elder, filed.id)).body).toMatchObject({ text: TEXT, reply: REPLY });
    expect((await read(civilAffairs, filed.id)).body).toMatchObject({ text: TEXT, reply: REPLY });
    expect(await reply(home.caller, filed.id, '"2"')).toMatchObject({
      status: 409,
      body: { code: 'COMPLAINT_REPLIED' },
    });
  });

  it('REG-46 counts for whoever asks how many were received and replied to', async () => {
    expect(await figures()).toEqual({ institutionId: home.id, received: 0, replied: 0, repliedPercent: null });
    const ids = [(await file(elder)).id, (await file(civilAffairs)).id, (await file(elder)).id];
    for (const id of ids.slice(0, 2)) expect((await reply(home.caller, id)).status).toBe(200);
    expect(await figures()).toEqual({ institutionId: home.id, received: 3, replied: 2, repliedPercent: 66.7 });
    expect((await stack.call(anybody, 'GET', `/v1/complaint-figures?institutionId=${newId()}`)).status).toBe(404);
  });

  it('tells the institution nothing of who complained but the role', async () => {
    const filed = await file(elder);
    const { text } = await read(home.caller, filed.id);
    expect(text).not.toContain(elder.elderId);
    expect(text).not.toContain(elder.clientId);
  });

  it('shows a complaint to nobody else: not to another elder, institution, department or region, nor to whoever asks', async () => {
    const filed = await file(elder);
    const other = await aFiledHome(stack);
    const strangers = [
      aCaller('ELDER', { region: '', elderId: newId() }),
      { ...other.caller, purpose: 'ADMINISTRATION' as const },
      aCaller('HEALTH'),
      aCaller('CIVIL_AFFAIRS', { region: '360100' }),
    ];
    for (const stranger of strangers) {
      expect((await read(stranger, filed.id)).status).toBe(404);
      const list = await stack.call(stranger, 'GET', `/v1/complaints?institutionId=${home.id}`);
      expect(list.body).toMatchObject({ items: [] });
    }
    for (const barred of [aCaller('INSURANCE'), aCaller('INTEGRATOR'), anybody])
      expect((await read(barred, filed.id)).status).toBe(403);
    expect((await reply({ ...other.caller, purpose: 'ADMINISTRATION' }, filed.id)).status).toBe(404);
    expect(await file(home.caller)).toMatchObject({ status: 403, body: { inputs: { reason: 'OWN_INSTITUTION' } } });
    expect((await file(aCaller('CIVIL_AFFAIRS', { region: '360100' }))).status).toBe(403);
    expect((await file(aCaller('HEALTH'))).status).toBe(201);
  });

  it('lets an institution that complained read the reply, not give it', async () => {
    const other = await aFiledHome(stack);
    const complainant = { ...other.caller, purpose: 'ADMINISTRATION' as const };
    const { id } = await file(complainant);
    expect(await reply(complainant, id)).toMatchObject({
      status: 403,
      body: { inputs: { reason: 'NOT_THE_INSTITUTION' } },
    });
    await reply(home.caller, id);
    expect((await read(complainant, id)).body).toMatchObject({ reply: REPLY });
  });

  it('lists without texts, by status, in pages', async () => {
    const ids = [(await file(elder)).id, (await file(elder)).id, (await file(elder)).id];
    await reply(home.caller, ids[1] as string);
    const list = async (query: string) =>
      (await stack.call(home.caller, 'GET', `/v1/complaints?institutionId=${home.id}${query}`)).body as {
        items: { id: string }[];
        nextCursor: string | null;
      };
    expect((await list('&status=OPEN')).items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect((await list('&status=REPLIED')).items).toMatchObject([{ id: ids[1], status: 'REPLIED' }]);
    const first = await list('&limit=2');
    const second = await list(`&limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(JSON.stringify(first)).not.toContain(TEXT);
  });

  it('keeps texts out of the tables, and every look in the audit log with whose complaint it is', async () => {
    const { id } = await file(elder);
    await reply(home.caller, id);
    await read(home.caller, id);
    const rows = await stack.own.asSuperuser<{ row: string }>(
      `select c::text as row from complaint c union all select i::text from idempotency_record i
       union all select a::text from audit_entry a union all select o::text from outbox o`,
    );
    for (const text of [TEXT, REPLY])
      for (const form of [text, Buffer.from(text).toString('hex')])
        expect(rows.filter(({ row }) => row.includes(form))).toEqual([]);
    const looks = await stack.own.asSuperuser<{ action: string }>(
      'select action from audit_entry where resource_id = $1 and elder_id = $2 order by at, entry_id',
      [id, elder.elderId],
    );
    expect(looks.map(({ action }) => action)).toEqual(['complaint.file', 'complaint.reply', 'complaint.read']);
  });

  it('files with six statements, reads with five and counts with four', async () => {
    const filed = await file(elder);
    expect(await stack.statementsOf(() => file(elder))).toHaveLength(6);
    expect(await stack.statementsOf(() => read(elder, filed.id))).toHaveLength(5);
    expect(await stack.statementsOf(figures)).toHaveLength(4);
  });
});
