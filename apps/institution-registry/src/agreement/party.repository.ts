import { Injectable } from '@nestjs/common';
import { refusal } from '@yiyang/decisions';
import { Database, type Tx } from '@yiyang/persistence';
import type { Parties, Party } from './domain/agreement-parties.js';

const PARTY = `
  select i.id, i.division, i.host_id, i.kind, i.level, i.operation_state,
    case when i.latitude is not null
      then jsonb_build_object('latitude', i.latitude, 'longitude', i.longitude) end as place,
    coalesce((select jsonb_agg(jsonb_build_object('side', q.side, 'state', q.state, 'validFrom', q.valid_from,
      'validTo', q.valid_to)) from qualification q join institution u on u.id = q.institution_id
      where u.id = i.id or u.host_id = i.id), '[]') as qualifications
  from institution i where i.id = any($1::uuid[]) order by i.id`;

export interface PartyIds {
  readonly careInstitutionId: string;
  readonly medicalInstitutionId: string;
}

/** The two institutions of an agreement or of a liaison form, as they are. */
@Injectable()
export class PartyRepository {
  constructor(private readonly database: Database) {}

  /** For a body that names them. */
  async known(ids: PartyIds): Promise<Parties> {
    return partiesOf(await this.database.many<Party>(PARTY, [Object.values(idsOf(ids))]), ids);
  }

  /**
   * Keeps both from being suspended or losing a qualification until the end of the transaction. Locked in the order of ids
   * and before any agreement, as a forced exit does, so that the two never wait for each other crosswise. What is read has
   * a statement of its own: one that waited for a lock would see the row as it is now and its qualifications as they were.
   */
  async keep(tx: Tx, ids: PartyIds): Promise<Parties> {
    const both = Object.values(idsOf(ids));
    tx.write('select from institution where id = any($1::uuid[]) order by id for share', [both]);
    return partiesOf(await tx.many<Party>(PARTY, [both]), ids);
  }
}

const idsOf = ({ careInstitutionId, medicalInstitutionId }: PartyIds) => ({ careInstitutionId, medicalInstitutionId });

function partiesOf(found: readonly Party[], { careInstitutionId, medicalInstitutionId }: PartyIds): Parties {
  const party = (id: string, path: string) => {
    const one = found.find((candidate) => candidate.id === id);
    if (!one) throw refusal('UNKNOWN_REFERENCE', { fields: [{ path, rule: 'known to this platform' }] });
    return one;
  };
  return {
    care: party(careInstitutionId, 'careInstitutionId'),
    medical: party(medicalInstitutionId, 'medicalInstitutionId'),
  };
}
