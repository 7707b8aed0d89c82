import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beds withheld for reductions that referral has confirmed, and beds reserved for the extremely poor. */
export class WithholdBeds1764000001240 implements MigrationInterface {
  name = 'WithholdBeds1764000001240';

  async up(query: QueryRunner): Promise<void> {
    await query.query('alter table bed_inventory_copy add reserved int not null default 0');
    // What the registry asked for, and whether the inventory in this copy is already the one after it.
    await query.query(`
      create table bed_change_copy (
        bed_change_id uuid primary key, institution_id uuid not null, bed_kind text not null, count int not null,
        is_settled boolean not null default false)`);
    await query.query(`
      create table bed_promise (
        bed_change_id uuid primary key, institution_id uuid not null, bed_kind text not null,
        count int not null constraint bed_promise_some check (count > 0), promised_at timestamptz not null)`);
    await query.query('create index bed_promise_of_kind on bed_promise (institution_id, bed_kind)');
    await query.query('alter table bed_use add is_reserved boolean not null default false');
    await this.createPools(query);
  }

  /**
   * The window on the uses of 1764000001220 with two more facts: beds promised to the registry count as blocked until its
   * inventory is the smaller one, and it tells how many beds are reserved and how many of the uses are of those.
   */
  private async createPools(query: QueryRunner): Promise<void> {
    await query.query('drop function bed_pools(uuid[], text)');
    await query.query(`
      create function bed_pools(wanted_institutions uuid[], wanted_kind text) returns table (
        institution_id uuid, bed_kind text, operating int, blocked int,
        held int, occupied int, kept int, free_slot int, reserved int, reserved_used int)
      language plpgsql as $$
      #variable_conflict use_column
      declare before text := current_setting('yiyang.system', true);
      begin
        perform set_config('yiyang.system', 'bed_pools', true);
        return query select i.institution_id, i.bed_kind, i.operating, i.blocked + p.withheld,
               u.held, u.occupied, u.kept,
               (select min(n) from generate_series(1, i.operating) n where n <> all (u.slots)),
               i.reserved, u.reserved_used
        from bed_inventory_copy i
        cross join lateral (
          select count(*) filter (where b.use = 'HELD')::int as held,
                 count(*) filter (where b.use = 'OCCUPIED')::int as occupied,
                 count(*) filter (where b.use = 'KEPT')::int as kept,
                 count(*) filter (where b.is_reserved)::int as reserved_used,
                 coalesce(array_agg(b.slot), '{}') as slots
          from bed_use b
          where b.institution_id = i.institution_id and b.bed_kind = i.bed_kind and b.use <> 'RELEASED') u
        cross join lateral (
          select coalesce(sum(p.count), 0)::int as withheld
          from bed_promise p left join bed_change_copy c using (bed_change_id)
          where p.institution_id = i.institution_id and p.bed_kind = i.bed_kind and c.is_settled is not true) p
        where i.institution_id = any (wanted_institutions) and (wanted_kind is null or i.bed_kind = wanted_kind);
        perform set_config('yiyang.system', coalesce(before, ''), true);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
