import { Column, Entity, PrimaryColumn, VersionColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { statementsOf, testDatabase, type TestDatabase } from '@yiyang/testing';
import { newId } from './ids.js';

class CreateBed1764000009000 implements MigrationInterface {
  name = 'CreateBed1764000009000';
  async up(query: QueryRunner): Promise<void> {
    await query.query(
      'create table bed (id uuid primary key, label text unique, price bigint, version int not null default 1)',
    );
  }
  async down(): Promise<void> {}
}

@Entity('bed')
class BedRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') label!: string;
  @Column('bigint') price!: bigint;
  @VersionColumn() version!: number;
}

describe('Database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase('beds', [CreateBed1764000009000]);
  });
  afterAll(() => test.drop());

  const insertBed = async (label: string) => {
    const id = newId();
    await test.database.transaction(async (tx) => tx.insert(BedRow, { id, label, price: 9_007_199_254_740_993n }));
    return id;
  };
  const labels = async () =>
    (await test.database.many<BedRow>('select label from bed order by label')).map((row) => row.label);

  it('commits writes and keeps 64-bit amounts exact', async () => {
    const id = await insertBed('exact');
    expect(await test.database.find('select label, price from bed where id = $1', [id])).toEqual({
      label: 'exact',
      price: 9_007_199_254_740_993n,
    });
  });

  it('shows a read what was written before it in the same transaction', async () => {
    const seen = await test.database.transaction(async (tx) => {
      tx.insert(BedRow, { id: newId(), label: 'seen', price: 1n });
      return tx.find<BedRow>("select label from bed where label = 'seen'");
    });
    expect(seen?.label).toBe('seen');
  });

  it('leaves nothing behind when the work throws', async () => {
    const work = test.database.transaction(async (tx) => {
      tx.insert(BedRow, { id: newId(), label: 'gone', price: 1n });
      await tx.flush();
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await labels()).not.toContain('gone');
  });

  it('reports the write that failed, not the commit behind it', async () => {
    await insertBed('once');
    await expect(insertBed('once')).rejects.toMatchObject({ code: '23505', constraint: 'bed_label_key' });
  });

  it('tells every waiting read why the transaction failed, not only that it did', async () => {
    const work = test.database.transaction((tx) =>
      Promise.all([tx.one('select 1 / 0').then(() => 1), tx.one('select 1')]),
    );
    await expect(work).rejects.toMatchObject({ code: '22012' });
  });

  it('refuses a guarded update of a version that has passed', async () => {
    const id = await insertBed('guarded');
    const rename = (version: number) =>
      test.database.transaction(async (tx) => tx.update(BedRow, { id, version }, { label: `renamed ${version}` }));
    await rename(1);
    await expect(rename(1)).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    expect(await labels()).toContain('renamed 1');
  });

  it('sends collected writes and the commit in one go', async () => {
    const sent = await statementsOf(test.database, () => insertBed('counted'));
    expect(sent).toEqual(['begin', expect.stringMatching(/^insert into bed/), 'commit']);
  });

  it('runs after-commit work only after a commit', async () => {
    const woken: string[] = [];
    await test.database.transaction(async (tx) => tx.afterCommit(() => woken.push('committed')));
    await test.database
      .transaction(async (tx) => {
        tx.afterCommit(() => woken.push('rolled back'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(woken).toEqual(['committed']);
  });

  it('refuses a transaction whose connection the server ends, and goes on with the next', async () => {
    const work = test.database.transaction(async (tx) => {
      await tx.one('select 1');
      await test.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like '%_app'",
      );
      await tx.one('select 1');
    });
    await expect(work).rejects.toThrow();
    expect(await insertBed('after the loss')).toBeDefined();
  });

  it('replaces a shared reader whose connection was ended by the server', async () => {
    await test.database.many('select 1');
    await test.asSuperuser(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename like '%_app'",
    );
    for (let i = 0; i < 4; i++) await test.database.many('select 1');
    expect(await test.database.many('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
