import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { call, newToken } from '../testing/calls.js';
import { eventually } from '../testing/read-stream.js';
import { startGatewayStack, type GatewayStack } from '../testing/gateway-stack.js';

interface Told {
  id: string;
  type: string;
  subject: string;
  sequence: number;
  data: Record<string, unknown>;
}

describe('the outsiders’ feed', () => {
  let stack: GatewayStack;
  beforeAll(async () => void (stack = await startGatewayStack()));
  afterAll(() => stack.stop());

  const tokenOf = (role: 'HEALTH' | 'CIVIL_AFFAIRS' | 'INSURANCE' | 'INTEGRATOR', region: string) =>
    newToken(stack, { clientId: `${role}-${region}`, role, region });

  async function replay(token: string, limit = 100): Promise<Told[]> {
    const all: Told[] = [];
    for (let after = ''; ;) {
      const { body } = await call(stack, 'GET', `/v1/events?limit=${limit}${after && `&after=${after}`}`, { token });
      const items = body['items'] as Told[];
      if (items.length === 0) return all;
      all.push(...items);
      after = body['nextCursor'] as string;
    }
  }

  const sayElder = (elderId: string, residenceRegion: string, insuredRegion: string, regioncode = residenceRegion) => {
    const person = { birthYear: 1949, scheme: 'RESIDENT', personType: 'RESIDENT' } as const;
    return stack.say(
      EVENT.elderRegisteredV1,
      elderId,
      { elderId, residenceRegion, insuredRegion, ...person },
      1,
      regioncode,
    );
  };
  const sayCareState = (elderId: string, sequence = 1) => {
    const data = { elderId, from: 'HOME_CARE', to: 'RESIDENT_STABLE', since: '2026-03-02T01:30:00.000Z' } as const;
    return stack.say(EVENT.careStateChangedV1, elderId, data, sequence);
  };
  const sayReferral = (referralId: string, elderId: string, regions: { fromRegion: string; toRegion: string }) =>
    stack.say(
      EVENT.referralRequestedV1,
      referralId,
      {
        ...{ referralId, chainId: referralId, elderId, ...regions, residenceRegion: '421202', insuredRegion: '421202' },
        ...{ direction: 'UP', urgency: 'ROUTINE', stage: 'TREATMENT', requestedAt: '2026-03-02T01:30:00.000Z' },
        ...{ fromInstitutionId: newId(), toInstitutionId: newId() },
      } as never,
      1,
      regions.fromRegion,
    );

  it('shows each department the events of its division and of those below, by the region that its read follows', async () => {
    const [near, far, moved] = [newId(), newId(), newId()];
    await sayElder(near, '421202', '421202');
    await sayElder(far, '421221', '421221');
    await sayElder(moved, '421221', '421202');
    const [county, city, insurer] = await Promise.all([
      tokenOf('HEALTH', '421202'),
      tokenOf('HEALTH', '421200'),
      tokenOf('INSURANCE', '421202'),
    ]);
    await eventually(async () => (await replay(city)).length === 3);
    const subjects = async (token: string) => (await replay(token)).map((event) => event.subject);
    expect(await subjects(county)).toEqual([near]);
    expect((await subjects(city)).toSorted()).toEqual([near, far, moved].toSorted());
    expect((await subjects(insurer)).toSorted()).toEqual([near, moved].toSorted());
  });

  it('lets an event wait for the one that tells its region, and keeps the order of its aggregate', async () => {
    const elderId = newId();
    await sayCareState(elderId, 1);
    await sayCareState(elderId, 2);
    const token = await tokenOf('CIVIL_AFFAIRS', '421202');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ofElder = async () => (await replay(token)).filter((event) => event.subject === elderId);
    expect(await ofElder()).toEqual([]);
    await sayElder(elderId, '421202', '421202');
    await eventually(async () => (await ofElder()).length === 3);
    const states = (await ofElder()).filter((event) => event.type === EVENT.careStateChangedV1);
    expect(states.map((event) => event.sequence)).toEqual([1, 2]);
    expect(states[0]?.data).toMatchObject({ elderId, to: 'RESIDENT_STABLE' });
  });

  it('shows a cross-region referral to the departments of both sides, also in the events that do not repeat the regions', async () => {
    const [elderId, referralId] = [newId(), newId()];
    await sayElder(elderId, '421202', '421202');
    await sayReferral(referralId, elderId, { fromRegion: '421202', toRegion: '420106' });
    const dispatched = { referralId, elderId, departedAt: '2026-03-02T02:30:00.000Z' };
    await stack.say(EVENT.referralDispatchedV1, referralId, dispatched, 2);
    for (const region of ['421202', '420106', '420000']) {
      const token = await tokenOf('HEALTH', region);
      const seen = async () => (await replay(token)).filter((event) => event.subject === referralId);
      await eventually(async () => (await seen()).length === 2);
      expect((await seen())[0]?.data).not.toHaveProperty('stage');
    }
    const elsewhere = await tokenOf('HEALTH', '421221');
    expect((await replay(elsewhere)).filter((event) => event.subject === referralId)).toEqual([]);
  });

  it('numbers what comes from many topics at once without a gap, and replays it complete in pages of any size', async () => {
    const before = await stack.database.asSuperuser<{ last: string }>(
      `select last from outward_head where audience = 'INTEGRATOR'`,
    );
    const institutions = Array.from({ length: 20 }, () => newId());
    const said = await Promise.all(
      institutions.flatMap((institutionId) => [
        stack.say(
          EVENT.institutionOperationChangedV1,
          institutionId,
          {
            ...({ institutionId, from: 'NOT_STARTED', to: 'OPERATING', effectiveOn: '2026-03-02' } as const),
          },
          1,
        ),
        stack.say(
          EVENT.designationAppliedV1,
          institutionId,
          {
            ...({
              designationId: institutionId,
              institutionId,
              schemes: ['RESIDENT'],
              appliedOn: '2026-03-02',
              division: '421202',
            } as const),
          },
          1,
        ),
        stack.say(
          EVENT.ledgerEntryAppendedV1,
          institutionId,
          {
            ...{ entryId: newId(), institutionId, counterpartId: newId(), referralId: newId() },
            ...({ direction: 'OUT', handedOverAt: '2026-03-02T01:30:00.000Z' } as const),
          },
          1,
        ),
      ]),
    );
    const token = await tokenOf('INTEGRATOR', '420000');
    await eventually(
      async () => (await replay(token)).filter((event) => said.includes(event.id)).length === said.length,
    );
    const rows = await stack.database.asSuperuser<{ position: string }>(
      `select position from outward_event where audience = 'INTEGRATOR' order by position`,
    );
    expect(rows.map((row) => Number(row.position))).toEqual(rows.map((_, i) => i + 1));
    expect(rows.length).toBeGreaterThanOrEqual(Number(before[0]?.last) + said.length);
    const whole = (await replay(token, 500)).map((event) => event.id);
    expect((await replay(token, 7)).map((event) => event.id)).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('gives a client that comes late the whole history', async () => {
    const late = await newToken(stack, { clientId: 'late-vendor', role: 'INTEGRATOR', region: '421202' });
    expect((await replay(late)).length).toBeGreaterThan(50);
  });

  it('refuses cursors that it did not make for this audience, and limits out of range', async () => {
    const [health, insurance] = [await tokenOf('HEALTH', '421200'), await tokenOf('INSURANCE', '421202')];
    const { body } = await call(stack, 'GET', '/v1/events?limit=1', { token: health });
    const foreign = body['nextCursor'] as string;
    const get = (query: string, token: string) => call(stack, 'GET', `/v1/events?${query}`, { token });
    expect(await get(`after=${foreign}`, insurance)).toMatchObject({ status: 400, body: { code: 'MALFORMED_CURSOR' } });
    for (const query of ['after=abc', 'after=WyJIRUFMVEgiLC0xXQ', 'limit=0', 'limit=501', 'limit=x', 'other=1'])
      expect({ query, status: (await get(query, health)).status }).toEqual({ query, status: 400 });
  });

  it('is closed to institutions', async () => {
    const institutionId = newId();
    const token = await newToken(stack, { clientId: 'some-home' });
    const bound = { institutionId, clientId: 'some-home', role: 'CARE_INST', division: '421202' } as const;
    await stack.say(EVENT.institutionClientBoundV1, institutionId, bound, 1);
    expect((await call(stack, 'GET', '/v1/events', { token })).status).toBe(403);
  });

  it('records every page as an access before it leaves', async () => {
    const token = await tokenOf('HEALTH', '421202');
    const count = async () =>
      (
        await stack.database.asSuperuser(
          `select from audit_entry where action = 'event.read' and client_id = 'HEALTH-421202'`,
        )
      ).length;
    const before = await count();
    await call(stack, 'GET', '/v1/events', { token });
    expect(await count()).toBe(before + 1);
  });

  it('lets nobody change what was said: the app role may neither update nor delete', async () => {
    const { database } = stack.gateway.parts;
    await expect(database.many(`update outward_event set envelope = '{}'`)).rejects.toMatchObject({ code: '42501' });
    await expect(database.many('delete from outward_scope')).rejects.toMatchObject({ code: '42501' });
  });

  it('redacts once more what was written under another policy', async () => {
    const token = await tokenOf('INSURANCE', '421202');
    const [row] = await stack.database.asSuperuser<{ position: string }>(
      `select position from outward_event where audience = 'INSURANCE' and type = '${EVENT.careStateChangedV1}' limit 1`,
    );
    await stack.database.asSuperuser(
      `update outward_event set policy_version = 'earlier',
         envelope = jsonb_set(envelope::jsonb, '{data,to}', '"INPATIENT"')::text
       where audience = 'INSURANCE' and position = $1`,
      [row?.position],
    );
    const seen = (await replay(token)).filter((event) => event.type === EVENT.careStateChangedV1);
    expect(seen.length).toBeGreaterThan(0);
    for (const event of seen) expect(event.data).not.toHaveProperty('to');
  });
});
