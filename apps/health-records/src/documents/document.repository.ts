import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import { DocumentRow } from './document.entity.js';

export type StoredDocument = Omit<DocumentRow, 'residenceRegion' | 'insuredRegion'>;

const SELECT =
  'select id, version, elder_id, type, institution_id, referral_id, source_id, sealed, added_at from document';
const BY_SOURCE = `${SELECT} where institution_id = $1 and source_id = $2 order by version desc limit 1`;
const NEWEST = `
  select distinct on (id) id, version, elder_id, type, institution_id, referral_id, source_id, sealed, added_at
  from document where elder_id = $1 order by id desc, version desc limit $2`;

/** Documents of the record. Callers load the elder within their scope first. */
@Injectable()
export class DocumentRepository {
  /** The newest version under the institution's own number; two deliveries of one number come one after another. */
  findBySource(tx: Tx, institutionId: string, sourceId: string): Promise<StoredDocument | undefined> {
    tx.write('select pg_advisory_xact_lock(hashtextextended($1, 3))', [`${institutionId} ${sourceId}`]);
    return tx.find(BY_SOURCE, [institutionId, sourceId]);
  }

  insert(tx: Tx, row: DocumentRow): void {
    tx.insert(DocumentRow, row);
  }

  /** The newest documents in their newest version, at most `most`. */
  newest(tx: Tx, elderId: string, most: number): Promise<StoredDocument[]> {
    return tx.many(NEWEST, [elderId, most]);
  }
}
