import { Injectable } from '@nestjs/common';
import type {
  ElderConsentGivenV1,
  ElderConsentWithdrawnV1,
  ElderInstitutionLinkedV1,
  ElderRegisteredV1,
  RecordDocumentAddedV1,
} from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { ConsentCopyRow, DocumentCopyRow, ElderCopyRow, ElderRelationCopyRow } from './elder.entity.js';

/** Writes the copy of health-records' facts about elders. */
@Injectable()
export class ElderCopy {
  registered(tx: Tx, { elderId, residenceRegion, insuredRegion }: ElderRegisteredV1): void {
    tx.insert(
      ElderCopyRow,
      { elderId, residenceRegion, insuredRegion },
      `on conflict (elder_id) do update set residence_region = excluded.residence_region,
       insured_region = excluded.insured_region`,
    );
  }

  linked(tx: Tx, { elderId, institutionId, relation }: ElderInstitutionLinkedV1): void {
    tx.insert(ElderRelationCopyRow, { elderId, institutionId, relation }, 'on conflict do nothing');
  }

  consentGiven(tx: Tx, event: ElderConsentGivenV1): void {
    const { consentId, elderId, recipients, purposes, validFrom, validTo } = event;
    tx.insert(ConsentCopyRow, { consentId, elderId, recipients, purposes, validFrom, validTo: validTo ?? null });
  }

  consentWithdrawn(tx: Tx, { consentId, withdrawnAt }: ElderConsentWithdrawnV1): void {
    tx.write('update consent_copy set withdrawn_at = $2 where consent_id = $1', [consentId, withdrawnAt]);
  }

  documentAdded(tx: Tx, event: RecordDocumentAddedV1): void {
    const { documentId, elderId, documentType, institutionId, referralId = null } = event;
    const document = { documentId, elderId, documentType, institutionId, referralId };
    tx.insert(DocumentCopyRow, document, 'on conflict do nothing');
  }
}
