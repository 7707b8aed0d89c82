import { testDatabase, type TestDatabase } from '@yiyang/testing';
import type { Caller } from './caller.js';
import type { Grant } from './decide.js';
import { decide } from './decide.js';
import { rowFilter, type ScopeColumns } from './row-filter.js';
import { systemContext } from './row-security.js';
import type { Scope } from './scopes.js';
import { aCaller, HOME, HOSPITAL, OTHER_HOME } from './testing/a-caller.js';
import { fillPersonalTables, staysIn } from './testing/personal-database.js';
import { CreatePersonalTables1764000000900, ELDER_OF_WANZHOU } from './testing/personal-tables.js';

const COLUMNS: ScopeColumns = {
  serviceRegion: 's.service_region',
  residenceRegion: 's.residence_region',
  insuredRegion: 's.insured_region',
  institution: 's.institution_id',
  elder: 's.elder_id',
  relationTable: { table: 'elder_institution', endsAt: 'ends_at', at: new Date('2026-03-02T08:00:00Z') },
};

describe('the row filter on PostgreSQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase('access', [CreatePersonalTables1764000000900]);
    await fillPersonalTables(db.database);
  });
  afterAll(() => db.drop());

  // As the system, so that what is hidden is hidden by the filter and not by row-level security.
  function found(scope: Scope, caller: Caller, columns = COLUMNS): Promise<string[]> {
    const decision = decide(aCaller('HEALTH'), 'elder.read');
    const params: unknown[] = ['%a%'];
    const where = rowFilter({ ...(decision as Grant), caller, scope }, columns, params);
    return db.database.transaction(async (tx) => {
      tx.actAs(systemContext('test'));
      return staysIn(tx, `s.name like $1 and ${where}`, params);
    });
  }

  const department = (region: string) => aCaller('HEALTH', { region });

  it.each([
    ['SERVICE_REGION', '500000', ['wanzhou']],
    ['SERVICE_REGION', '500100', ['wanzhou']],
    ['RESIDENCE_REGION', '500100', []],
    ['RESIDENCE_REGION', '500000', ['wanzhou']],
    ['RESIDENCE_REGION', '500229', ['wanzhou']],
    ['INSURED_REGION', '500000', []],
    ['INSURED_REGION', '421202', ['wanzhou', 'xianning']],
    ['INSURED_REGION', '420000', ['wanzhou', 'xianning', 'xiantao']],
    ['SERVICE_REGION', '421200', ['xianning']],
    ['SERVICE_REGION', '429000', ['xiantao']],
    ['SERVICE_REGION', '429004', ['xiantao']],
    ['ANY_OF_REGIONS', '421202', ['wanzhou', 'xianning']],
    ['ANY_OF_REGIONS', '110000', []],
    ['ANY_OF_REGIONS', '000000', []],
    ['ANY_OF_REGIONS', '', []],
  ] as const)('%s of %s finds %j', async (scope, region, names) => {
    expect(await found(scope, department(region))).toEqual(names);
  });

  it('finds the stays of an institution, of its units and of nobody else', async () => {
    expect(await found('OWN', aCaller('CARE_INST'))).toEqual(['xianning']);
    expect(
      await found('OWN', aCaller('CARE_INST', { organisationId: 'f0000000-0000-7000-8000-000000000000' })),
    ).toEqual([]);
    expect(await found('OWN', aCaller('CARE_INST', { unitIds: [HOSPITAL] }))).toEqual(['xianning', 'xiantao']);
    expect(await found('PARTY', aCaller('MED_INST'), { institution: ['s.institution_id', 's.elder_id'] })).toEqual([
      'xiantao',
    ]);
  });

  it('REC-08 finds the elders of an open relation and not of an ended one', async () => {
    expect(await found('RELATION', aCaller('CARE_INST', { organisationId: HOME }))).toEqual(['xianning']);
    expect(await found('RELATION', aCaller('CARE_INST', { organisationId: OTHER_HOME }))).toEqual(['wanzhou']);
    expect(await found('RELATION', aCaller('MED_INST'))).toEqual(['xianning']);
    const before = {
      ...COLUMNS,
      relationTable: { table: 'elder_institution', endsAt: 'ends_at', at: new Date('2019-12-31T23:59:59Z') },
    };
    expect(await found('RELATION', aCaller('MED_INST'), before)).toEqual(['wanzhou', 'xianning']);
    const atTheEnd = { ...before, relationTable: { ...before.relationTable, at: new Date('2020-01-01T00:00:00Z') } };
    expect(await found('RELATION', aCaller('MED_INST'), atTheEnd)).toEqual(['xianning']);
  });

  it('finds an elder the own stays only', async () => {
    expect(await found('SELF', aCaller('ELDER', { elderId: ELDER_OF_WANZHOU }))).toEqual(['wanzhou']);
  });
});
