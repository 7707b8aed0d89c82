import type { MigrationInterface, QueryRunner } from 'typeorm';
import { personalTableSql } from '../row-security.js';
import { ELDER, HOME, HOSPITAL, OTHER_HOME } from './a-caller.js';

/** Two personal tables as a service's migration makes them: stays with all columns, notes that insurance may not see. */
export class CreatePersonalTables1764000000900 implements MigrationInterface {
  name = 'CreatePersonalTables1764000000900';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table elder_institution (
        elder_id uuid not null, institution_id uuid not null, ends_at timestamptz)`);
    await query.query(`
      create table stay (
        name text primary key, elder_id uuid not null, institution_id uuid not null,
        service_region char(6) not null, residence_region char(6) not null, insured_region char(6) not null)`);
    await query.query(
      personalTableSql('stay', {
        columns: {
          serviceRegion: 'service_region',
          residenceRegion: 'residence_region',
          insuredRegion: 'insured_region',
          institution: 'institution_id',
          elder: 'elder_id',
          relationTable: { table: 'elder_institution', endsAt: 'ends_at' },
        },
      }),
    );
    await query.query('create table note (elder_id uuid not null, residence_region char(6) not null)');
    await query.query(
      personalTableSql('note', {
        columns: { residenceRegion: 'residence_region', elder: 'elder_id', relationTable: 'elder_institution' },
        roles: ['HEALTH', 'CARE_INST', 'MED_INST', 'ELDER'],
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

export const ELDER_OF_WANZHOU = '01900000-0000-7000-8000-00000000000a';
export const ELDER_OF_FENGDU = '01900000-0000-7000-8000-00000000000b';
export const ELDER_OF_XIANTAO = '01900000-0000-7000-8000-00000000000c';

/** name, elder, institution, service, residence and insured region. */
export const STAYS: readonly (readonly string[])[] = [
  ['wanzhou', ELDER_OF_WANZHOU, OTHER_HOME, '500101', '500229', '421202'],
  ['fengdu', ELDER_OF_FENGDU, OTHER_HOME, '500229', '500101', '110111'],
  ['xianning', ELDER, HOME, '421202', '421202', '421202'],
  ['xiantao', ELDER_OF_XIANTAO, HOSPITAL, '429004', '429004', '429004'],
];

/** elder, institution, end of the relation. */
export const RELATIONS: readonly (readonly (string | null)[])[] = [
  [ELDER, HOME, null],
  [ELDER, HOSPITAL, '2999-01-01T00:00:00Z'],
  [ELDER_OF_WANZHOU, OTHER_HOME, null],
  [ELDER_OF_WANZHOU, HOSPITAL, '2020-01-01T00:00:00Z'],
];
