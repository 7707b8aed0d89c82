import type { Grant } from './decide.js';
import { decide } from './decide.js';
import { rowFilter, type ScopeColumns } from './row-filter.js';
import { SCOPES, type Scope } from './scopes.js';
import { aCaller, ELDER, HOME, INFIRMARY } from './testing/a-caller.js';

const home = aCaller('CARE_INST', { unitIds: [INFIRMARY] });

function grantOf(scope: Scope, caller = home): Grant {
  const decision = decide(aCaller('HEALTH'), 'institution.read');
  if (!decision.allowed) throw new Error(decision.reasonCode);
  return { ...decision, caller, scope };
}

function filter(grant: Grant, columns: ScopeColumns, params: unknown[] = []): [string, unknown[]] {
  return [rowFilter(grant, columns, params), params];
}

const EVERY_COLUMN: ScopeColumns = {
  serviceRegion: 'r.service_region',
  residenceRegion: 'r.residence_region',
  insuredRegion: 'r.insured_region',
  institution: 'r.institution_id',
  elder: 'r.elder_id',
  client: 'r.client_id',
  relationTable: 'elder_institution',
};

describe('the row filter', () => {
  it('appends its values after those of the query', () => {
    const grant = grantOf('RESIDENCE_REGION', aCaller('HEALTH', { region: '421200' }));
    expect(filter(grant, { residenceRegion: 'e.residence_region' }, ['a', 'b'])).toEqual([
      'e.residence_region like $3',
      ['a', 'b', '4212%'],
    ]);
  });

  it.each([
    ['421202', '421202%'],
    ['421200', '4212%'],
    ['500000', '50%'],
    ['500100', '5001%'],
    ['429000', '4290%'],
  ])('turns division %s into prefix %s', (region, pattern) => {
    expect(filter(grantOf('SERVICE_REGION', aCaller('HEALTH', { region })), EVERY_COLUMN)[1]).toEqual([pattern]);
  });

  it('looks at every region that the query has, with one value', () => {
    const grant = grantOf('ANY_OF_REGIONS', aCaller('HEALTH'));
    expect(filter(grant, { serviceRegion: ['from_region', 'to_region'], insuredRegion: 'insured_region' })).toEqual([
      '(from_region like $1 or to_region like $1 or insured_region like $1)',
      ['421202%'],
    ]);
  });

  it('counts units as their host', () => {
    expect(filter(grantOf('OWN'), EVERY_COLUMN)).toEqual(['r.institution_id = any($1::uuid[])', [[HOME, INFIRMARY]]]);
    expect(filter(grantOf('PARTY'), { institution: ['a', 'b'] })).toEqual([
      '(a = any($1::uuid[]) or b = any($1::uuid[]))',
      [[HOME, INFIRMARY]],
    ]);
  });

  it('asks the table of relations, and whether they are still open', () => {
    expect(filter(grantOf('RELATION'), EVERY_COLUMN)).toEqual([
      'exists (select from elder_institution relation where relation.elder_id = r.elder_id' +
        ' and relation.institution_id = any($1::uuid[]))',
      [[HOME, INFIRMARY]],
    ]);
    const at = new Date(0);
    const relationTable = { table: 'elder_institution', endsAt: 'ends_at', at };
    const [sql, params] = filter(grantOf('RELATION'), { ...EVERY_COLUMN, relationTable });
    expect(sql).toMatch(/relation\.ends_at is null or relation\.ends_at > \$\d::timestamptz/);
    expect(params).toEqual(expect.arrayContaining([at, [HOME, INFIRMARY]]));
  });

  it('keeps an elder and a client to themselves', () => {
    expect(filter(grantOf('SELF', aCaller('ELDER')), EVERY_COLUMN)).toEqual(['r.elder_id = $1', [ELDER]]);
    expect(filter(grantOf('CLIENT'), EVERY_COLUMN)).toEqual(['r.client_id = $1', ['client-care_inst']]);
  });

  it('opens everything for public facts only', () => {
    expect(filter(grantOf('ALL'), {})).toEqual(['true', []]);
  });

  it.each((Object.keys(SCOPES) as Scope[]).filter((scope) => scope !== 'ALL'))(
    'throws at once when the query has no column for %s',
    (scope) => {
      expect(() => filter(grantOf(scope), {})).toThrow(`no column for scope ${scope}`);
      expect(() => filter(grantOf(scope), { serviceRegion: [], institution: [] })).toThrow('no column');
    },
  );

  it.each((Object.keys(SCOPES) as Scope[]).filter((scope) => scope !== 'ALL'))(
    'shows a caller without a value for %s nothing, never everything',
    (scope) => {
      const nobody = aCaller('HEALTH', { region: '', clientId: '' });
      expect(filter(grantOf(scope, nobody), EVERY_COLUMN)).toEqual(['false', []]);
    },
  );

  it('shows the scope of the whole nation nothing, because its prefix is empty', () => {
    expect(filter(grantOf('SERVICE_REGION', aCaller('HEALTH', { region: '000000' })), EVERY_COLUMN)[0]).toBe('false');
  });

  it('takes no value for a name', () => {
    const grant = grantOf('SELF', aCaller('ELDER'));
    for (const elder of ["id = '' or true --", 'a b', 'A', '"x"', 'a.b.c', '$1'])
      expect(() => filter(grant, { elder })).toThrow('not a plain column');
  });
});
