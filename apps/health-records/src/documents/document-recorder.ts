import { Injectable } from '@nestjs/common';
import { Audit, type Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { Outbox } from '@yiyang/messaging';
import type { Tx } from '@yiyang/persistence';
import type { StoredDocument } from './document.repository.js';

/** Events and audit entries of documents. */
@Injectable()
export class DocumentRecorder {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  added(tx: Tx, caller: Caller, document: StoredDocument, regioncode: string): void {
    const { id: documentId, elderId, type: documentType, institutionId, referralId, addedAt } = document;
    const facts = { elderId, documentId, documentType, institutionId, addedAt: addedAt.toISOString() };
    const data = { ...facts, ...(referralId && { referralId }) };
    this.outbox.publish(tx, EVENT.recordDocumentAddedV1, elderId, data, { regioncode });
    this.recorded(tx, caller, document);
  }

  /** A delivery that was there already. */
  repeated(tx: Tx, caller: Caller, document: StoredDocument): void {
    this.recorded(tx, caller, document, 'STORED_BEFORE');
  }

  private recorded(tx: Tx, caller: Caller, { id: resourceId, elderId }: StoredDocument, code?: string): void {
    const entry = { action: 'document.add', resource: 'document', resourceId, elderId, code } as const;
    this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
  }
}
