import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What institutions charge, list by list; the app role may add and read, nothing else. */
export class CreatePriceLists1764000001700 implements MigrationInterface {
  name = 'CreatePriceLists1764000001700';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table price_list (
        id uuid primary key, institution_id uuid not null references institution, number int not null,
        valid_from date not null, published_at timestamptz not null,
        because jsonb not null,
        constraint price_list_numbered unique (institution_id, number))`);
    await query.query('create index price_list_in_force on price_list (institution_id, valid_from desc, number desc)');
    await query.query(`
      create table price_item (
        price_list_id uuid not null references price_list, code text not null, name text not null, item_class text not null,
        bed_kind text, unit text not null, price_fen bigint not null, regime text not null, approval_reference text,
        primary key (price_list_id, code),
        constraint price_item_not_negative check (price_fen >= 0),
        constraint price_item_approved check (regime = 'MARKET_PRICE' or approval_reference is not null),
        constraint price_item_of_bed check (bed_kind is null or (item_class = 'BED_FEE' and unit = 'DAY')))`);
    await query.query(`
      do $$ declare app text := current_database() || '_app'; begin
        execute format('revoke update, delete on price_list, price_item from %I', app);
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
