import { Injectable } from '@nestjs/common';
import { AccessDecisions, Audit, viewOf, type Caller } from '@yiyang/access';
import { Disclosures, found, type Answer } from '@yiyang/http';
import { AccumulationRepository } from './accumulation.repository.js';

/** How much of a year's benefits a person has used. Source: C39. */
@Injectable()
export class AccumulationService {
  constructor(
    private readonly access: AccessDecisions,
    private readonly disclosures: Disclosures,
    private readonly accumulations: AccumulationRepository,
    private readonly audit: Audit,
  ) {}

  read(caller: Caller, elderId: string, year: number): Promise<Answer> {
    const grant = this.access.require(caller, 'accumulation.read');
    return this.disclosures.run(caller, async (tx) => {
      await this.accumulations.requireElder(tx, elderId, grant);
      const accumulated = await this.accumulations.ofYear(tx, elderId, year);
      this.audit.record(tx, caller, {
        action: 'accumulation.read',
        resource: 'accumulation',
        elderId,
        outcome: 'ALLOWED',
      });
      const items = accumulated.map((row) => viewOf(grant, 'accumulation', { elderId, year, ...row }));
      return found({ elderId, year, items });
    });
  }
}
