import { Injectable } from '@nestjs/common';
import { Database, json, type Tx } from '@yiyang/persistence';
import { divisionChain } from '@yiyang/standards';
import { GuideRow } from './guide.entity.js';

const COLUMNS = 'g.id, g.division, g.side, g.kind, g.path, g.version, g.parts, g.published_at';

/** All SQL of guides. */
@Injectable()
export class GuideRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<GuideRow | undefined> {
    return this.database.find<GuideRow>(`select ${COLUMNS} from guide g where g.id = $1`, [id]);
  }

  /** One guide per path: the nearest division wins, then the guide for the kind itself, then the latest version. */
  applying(of: { kind: string; side: string; division: string; paths: readonly string[] }): Promise<GuideRow[]> {
    return this.database.many<GuideRow>(
      `select distinct on (g.path) ${COLUMNS} from guide g
       where g.division = any($1) and g.side = $2 and (g.kind = $3 or g.kind is null) and g.path = any($4)
       order by g.path, array_position($1, g.division::text), g.kind nulls last, g.version desc`,
      [divisionChain(of.division), of.side, of.kind, of.paths],
    );
  }

  /** Versions of one guide follow each other; two published at once do not get the same number. */
  async nextVersion(tx: Tx, of: Pick<GuideRow, 'division' | 'side' | 'kind' | 'path'>): Promise<number> {
    const key = [of.division, of.side, of.kind ?? '', of.path].join(' ');
    tx.write('select pg_advisory_xact_lock(hashtextextended($1, 7430003))', [key]);
    const { version } = await tx.one<{ version: number }>(
      `select coalesce(max(g.version), 0) + 1 as version from guide g
       where g.division = $1 and g.side = $2 and g.kind is not distinct from $3 and g.path = $4`,
      [of.division, of.side, of.kind, of.path],
    );
    return version;
  }

  insert(tx: Tx, guide: GuideRow): void {
    tx.insert(GuideRow, { ...guide, parts: json(guide.parts) });
  }
}
