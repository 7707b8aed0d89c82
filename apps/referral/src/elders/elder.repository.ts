import { Injectable } from '@nestjs/common';
import { Database } from '@yiyang/persistence';
import type { Consent } from './domain/consent.js';
import type { Elder, RecordDocument } from './domain/elder.js';

const ELDER = 'select elder_id as id, residence_region, insured_region from elder_copy where elder_id = $1';
const RELATED = `${ELDER} and exists (
  select from elder_relation r where r.elder_id = elder_copy.elder_id and r.institution_id = any($2))`;
const CONSENT = `
  select consent_id as id, elder_id, recipients, purposes, valid_from, valid_to, withdrawn_at
  from consent_copy where consent_id = $1`;
const DOCUMENT = `
  select document_id as id, elder_id, document_type, institution_id, referral_id from document_copy where document_id = $1`;

/** Elders, consents and documents as far as referral knows them; ids, places and dates only. */
@Injectable()
export class ElderRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Elder | undefined> {
    return this.database.find<Elder>(ELDER, [id]);
  }

  /** The elder, if one of the institutions has to do with them; a stranger looks the same as nobody. */
  findRelated(id: string, institutionIds: readonly string[]): Promise<Elder | undefined> {
    return this.database.find<Elder>(RELATED, [id, institutionIds]);
  }

  findConsent(id: string): Promise<Consent | undefined> {
    return this.database.find<Consent>(CONSENT, [id]);
  }

  findDocument(id: string): Promise<RecordDocument | undefined> {
    return this.database.find<RecordDocument>(DOCUMENT, [id]);
  }
}
