import { Injectable } from '@nestjs/common';
import { Database } from '@yiyang/persistence';
import type { CivilDate } from '@yiyang/standards';
import { operationOn, type Institution, type Operation } from './domain/institution.js';

interface Row {
  institutionId: string;
  kind: Institution['kind'];
  side: Institution['side'];
  level: number | null;
  hostId: string | null;
  division: string;
  operationFrom: Operation | null;
  operationTo: Operation | null;
  effectiveOn: CivilDate | null;
  isQualified: boolean;
}

// A qualification that is to end later is still live.
const INSTITUTIONS = `
  select i.institution_id, i.kind, i.side, i.level, i.host_id, i.division,
         o.operation_from, o.operation_to, o.effective_on,
         exists (select from qualification_copy q where q.institution_id = i.institution_id
                 and ((q.state = 'ACTIVE' and q.effective_on <= $2) or (q.state <> 'ACTIVE' and q.effective_on > $2))) as is_qualified
  from institution_copy i left join operation_copy o using (institution_id)
  where i.institution_id = any($1)`;

/** Institutions as they stand on a day. */
@Injectable()
export class InstitutionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, on: CivilDate): Promise<Institution | undefined> {
    const [row] = await this.database.many<Row>(INSTITUTIONS, [[id], on]);
    return row && toInstitution(row, on);
  }
}

function toInstitution(row: Row, on: CivilDate): Institution {
  const { institutionId, kind, side, level, hostId, division, isQualified } = row;
  const change =
    row.operationFrom && row.operationTo && row.effectiveOn
      ? { from: row.operationFrom, to: row.operationTo, effectiveOn: row.effectiveOn }
      : undefined;
  return { id: institutionId, kind, side, level, hostId, division, operation: operationOn(change, on), isQualified };
}
