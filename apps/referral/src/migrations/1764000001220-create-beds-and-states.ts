import { personalTableSql } from '@yiyang/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGIONS = 'service_region char(6) not null, residence_region char(6) not null, insured_region char(6) not null';

/** Uses of beds, stays and care states, with the rules that two requests at once could break as constraints. */
export class CreateBedsAndStates1764000001220 implements MigrationInterface {
  name = 'CreateBedsAndStates1764000001220';

  async up(query: QueryRunner): Promise<void> {
    await query.query('create extension if not exists btree_gist');
    await this.createBedUse(query);
    await query.query(`
      create table stay (
        id uuid primary key, elder_id uuid not null, institution_id uuid not null, side text not null,
        bed_use_id uuid, referral_id uuid, days daterange not null, ${REGIONS},
        constraint stay_one_at_a_time_per_side exclude using gist (elder_id with =, side with =, days with &&))`);
    await query.query(`
      create table care_state (
        id uuid primary key, elder_id uuid not null, state text not null, stage text,
        institution_id uuid, referral_id uuid, period tstzrange not null, ${REGIONS},
        constraint care_state_known check (state in ('HOME_CARE', 'RESIDENT_STABLE', 'CONVALESCENT', 'INPATIENT', 'DECEASED')),
        constraint care_state_not_empty check (not isempty(period)),
        constraint care_state_one_at_a_time exclude using gist (elder_id with =, period with &&))`);
    const regions = {
      serviceRegion: 'service_region',
      residenceRegion: 'residence_region',
      insuredRegion: 'insured_region',
    };
    const related = { ...regions, elder: 'elder_id', institution: 'institution_id', relationTable: 'elder_relation' };
    for (const table of ['bed_use', 'stay']) {
      const columns = { ...regions, institution: 'institution_id', elder: 'elder_id' };
      await query.query(personalTableSql(table, { columns }));
    }
    await query.query(personalTableSql('care_state', { columns: related }));
    await this.createPools(query);
  }

  private async createBedUse(query: QueryRunner): Promise<void> {
    // period: hold to release. tenure: the part in which the bed is the person's own, occupied or kept.
    await query.query(`
      create table bed_use (
        id uuid primary key, version int not null,
        institution_id uuid not null, bed_kind text not null, side text not null, slot int not null,
        elder_id uuid not null, referral_id uuid, use text not null, use_since timestamptz not null,
        period tstzrange not null, tenure tstzrange, ${REGIONS},
        constraint bed_use_slot check (slot >= 1),
        constraint bed_use_state check (case use
          when 'HELD' then upper_inf(period) and tenure is null
          when 'OCCUPIED' then upper_inf(period) and tenure is not null and upper_inf(tenure)
          when 'KEPT' then upper_inf(period) and tenure is not null and upper_inf(tenure)
          when 'RELEASED' then not upper_inf(period) and (tenure is null or not upper_inf(tenure))
          else false end),
        constraint bed_use_one_person_per_bed
          exclude using gist (institution_id with =, bed_kind with =, slot with =, period with &&),
        constraint bed_use_one_bed_per_person_and_side
          exclude using gist (elder_id with =, side with =, tenure with &&))`);
    await query.query(`create index bed_use_live on bed_use (institution_id, bed_kind) where use <> 'RELEASED'`);
    await query.query(`create index bed_use_live_of_elder on bed_use (elder_id) where use <> 'RELEASED'`);
    await query.query('create index bed_use_list on bed_use (institution_id, id)');
  }

  /**
   * Counts are nobody's personal data, so this one window on the uses is open to every caller: numbers per pool, never a
   * person. It sees all rows for its one query; an error in it ends the transaction, and the setting with it.
   */
  private async createPools(query: QueryRunner): Promise<void> {
    await query.query(`
      create function bed_pools(wanted_institutions uuid[], wanted_kind text) returns table (
        institution_id uuid, bed_kind text, operating int, blocked int,
        held int, occupied int, kept int, free_slot int)
      language plpgsql as $$
      #variable_conflict use_column
      declare before text := current_setting('yiyang.system', true);
      begin
        perform set_config('yiyang.system', 'bed_pools', true);
        return query select i.institution_id, i.bed_kind, i.operating, i.blocked, u.held, u.occupied, u.kept,
               (select min(n) from generate_series(1, i.operating) n where n <> all (u.slots))
        from bed_inventory_copy i
        cross join lateral (
          select count(*) filter (where b.use = 'HELD')::int as held,
                 count(*) filter (where b.use = 'OCCUPIED')::int as occupied,
                 count(*) filter (where b.use = 'KEPT')::int as kept,
                 coalesce(array_agg(b.slot), '{}') as slots
          from bed_use b
          where b.institution_id = i.institution_id and b.bed_kind = i.bed_kind and b.use <> 'RELEASED') u
        where i.institution_id = any (wanted_institutions) and (wanted_kind is null or i.bed_kind = wanted_kind);
        perform set_config('yiyang.system', coalesce(before, ''), true);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
