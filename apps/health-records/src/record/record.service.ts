import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { closedRefusal } from './disclosure-gate.js';
import { RecordReader } from './record-reader.js';

/** Reading the health record. */
@Injectable()
export class RecordService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly reader: RecordReader,
    private readonly audit: Audit,
  ) {}

  /** What of the record the caller's relation, consent, grant or emergency opens; refused when that is nothing. */
  read(caller: Caller, elderId: string): Promise<Answer> {
    const grant = this.access.require(caller, 'record.read');
    return this.disclosures.run(caller, async (tx) => {
      const { record, bases } = await this.reader.read(tx, grant, elderId);
      const open = bases.find((basis) => basis.isOpen);
      if (!open) throw closedRefusal(bases, caller);
      const entry = { action: 'record.read', resource: 'record', elderId, code: open.code } as const;
      this.audit.record(tx, caller, { ...entry, outcome: 'ALLOWED' });
      return found(viewOf(grant, 'record', record));
    });
  }
}
