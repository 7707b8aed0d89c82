import { randomBytes } from 'node:crypto';
import { systemContext } from '@yiyang/access';
import { FieldProtection, type MasterKey } from '@yiyang/persistence';
import { aNumber, anElder, aPlace, type Place } from '../testing/named.js';
import { type ServiceStack, startRecords } from '../testing/records-stack.js';
import { PersonIndex } from './person-index.js';
import { PersonVault } from './person-vault.js';

const OLD: MasterKey = { id: 'old', key: randomBytes(32) };
const NEW: MasterKey = { id: 'new', key: randomBytes(32) };

let stack: ServiceStack;
let home: Place;
beforeAll(async () => {
  stack = await startRecords({ policies: false, masterKeys: [OLD] });
  home = await aPlace(stack, 'CARE');
}, 120_000);
afterAll(() => stack.stop());

const indexWith = (...keys: MasterKey[]) => {
  const protection = new FieldProtection(keys);
  return new PersonIndex(protection, new PersonVault(protection));
};
const asSystem = <Result>(work: Parameters<typeof stack.service.parts.database.transaction<Result>>[0]) =>
  stack.service.parts.database.transaction((tx) => {
    tx.actAs(systemContext('test'));
    return work(tx);
  });
const keysOf = async (elderId: string) =>
  (
    await stack.own.asSuperuser<{ key_id: string }>(
      'select key_id from person_index where elder_id = $1 order by key_id',
      [elderId],
    )
  ).map((row) => row.key_id);

it('finds everybody while a new master key is filled in, and by the new one alone afterwards', async () => {
  const idNumber = aNumber();
  const elderId = await anElder(stack, home, { idNumber });
  const both = indexWith(NEW, OLD);
  expect(await asSystem((tx) => both.candidates(tx, idNumber))).toMatchObject([{ elderId, name: '王桂芳' }]);
  expect(await keysOf(elderId)).toEqual(['old']);
  while ((await asSystem((tx) => both.complete(tx, 1))) > 0);
  expect(await keysOf(elderId)).toEqual(['new', 'old']);
  await stack.own.asSuperuser(`delete from person_index where key_id = 'old'`);
  expect(await asSystem((tx) => both.candidates(tx, idNumber))).toMatchObject([{ elderId, isPrimary: true }]);
});

it('erases a person with the key: nothing opens any more and the rest looks like nobody', async () => {
  const elderId = await anElder(stack, home);
  const [stored] = await stack.own.asSuperuser<{ sealed: Buffer }>('select sealed from elder where id = $1', [elderId]);
  await stack.own.asSuperuser('delete from person_key where elder_id = $1', [elderId]);
  expect((await stack.call(home.caller, 'GET', `/v1/elders/${elderId}`)).status).toBe(404);
  const { stored: another } = new FieldProtection([OLD]).newPersonKey(elderId);
  const safe = new PersonVault(new FieldProtection([OLD])).unlock({ elderId, ...another });
  expect(() => safe.open(`elder:${elderId}`, stored?.sealed as Buffer)).toThrow('does not open');
});

it('does not open what was moved to another person or row', async () => {
  const [one, other] = [await anElder(stack, home), await anElder(stack, home)];
  await stack.own.asSuperuser(`update elder set sealed = (select sealed from elder where id = $1) where id = $2`, [
    one,
    other,
  ]);
  expect(await stack.call(home.caller, 'GET', `/v1/elders/${other}`)).toMatchObject({
    status: 500,
    body: { code: 'UNEXPECTED' },
  });
});
