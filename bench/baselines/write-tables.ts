/** What a write baseline stores: the same application and the same event as ours, with the same keys and indexes. */
export const WRITE_TABLES = `
  create table application (
    id uuid primary key, institution_id uuid not null, kind text not null, side text not null,
    path text not null, path_because jsonb not null, level int, grade text, name text not null, credit_code text,
    division char(6) not null, ownership text not null, profit_nature text not null, investment_origin text not null,
    host_id uuid, beds jsonb not null, status text not null,
    submitted_at timestamptz not null, accepted_at timestamptz, decided_on date, legal_basis text, reason_code text,
    version int not null default 1);
  create table outbox (
    event_id uuid primary key, position bigint generated always as identity,
    topic text not null, aggregate_id text not null, sequence bigint not null, type text not null, envelope text not null,
    created_at timestamptz not null default now(), sent_at timestamptz, unique (topic, aggregate_id, sequence));
  create index outbox_unsent on outbox (position) where sent_at is null;
`;

/** Values of one application in the order of `INSERT_APPLICATION`. */
export const INSERT_APPLICATION = `
  insert into application (id, institution_id, kind, side, path, path_because, name, credit_code, division, ownership,
    profit_nature, investment_origin, beds, status, submitted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
