import { Injectable } from '@nestjs/common';
import { AccessDecisions, viewOf } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Commands, created, type Answer, type Call } from '@yiyang/http';
import { Clock, newId } from '@yiyang/persistence';
import { regionsOf } from '../people/domain/person.js';
import { ElderRepository } from '../people/elder.repository.js';
import { DocumentRecorder } from './document-recorder.js';
import type { AddDocumentBody } from './document.dto.js';
import { DocumentRepository, type StoredDocument } from './document.repository.js';
import { documentView } from './document.view.js';
import { isSameText, readSections, type Sections } from './domain/read-sections.js';

/** Adding documents to the record. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly commands: Commands,
    private readonly elders: ElderRepository,
    private readonly documents: DocumentRepository,
    private readonly recorder: DocumentRecorder,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a document. The same text under the institution's own number is stored once however often it arrives; another
   * text under that number is its next version. Source: REC-09.
   */
  async add(call: Call, id: string, body: AddDocumentBody): Promise<Answer> {
    const { caller } = call;
    const grant = this.access.require(caller, 'document.add');
    const sections = readSections(body.type, body.sections);
    const institutionId = caller.organisationId as string;
    return this.commands.run(call, async (tx) => {
      const [elder, known] = await Promise.all([
        this.elders.getForWriting(tx, id, grant),
        this.documents.findBySource(tx, institutionId, body.sourceId),
      ]);
      const { id: elderId } = elder;
      const safe = this.elders.safe(elder);
      if (known && (known.elderId !== elderId || known.type !== body.type)) throw refusal('SOURCE_ID_USED');
      const answer = (stored: StoredDocument) => {
        const view = viewOf(grant, 'document', documentView(stored, sections));
        return created(view, stored.version, `/v1/elders/${elderId}/record`);
      };
      if (known && isSameText(safe.open<Sections>(`document:${known.id}:${known.version}`, known.sealed), sections)) {
        this.recorder.repeated(tx, caller, known);
        return answer(known);
      }
      const [documentId, version] = known ? [known.id, known.version + 1] : [newId(), 1];
      const { type, sourceId, referralId = null } = body;
      const sealed = safe.seal(`document:${documentId}:${version}`, sections);
      const facts = { id: documentId, version, elderId, type, institutionId, referralId, sourceId, sealed };
      const row = { ...facts, addedAt: this.clock.now() };
      this.documents.insert(tx, { ...row, ...regionsOf(elder) });
      this.recorder.added(tx, caller, row, elder.residenceRegion);
      return answer(row);
    });
  }
}
