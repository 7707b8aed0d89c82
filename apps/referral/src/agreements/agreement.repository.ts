import { Injectable } from '@nestjs/common';
import type { AgreementEndedV1, AgreementSignedV1, AgreementStatusChangedV1 } from '@yiyang/contracts';
import { Database, type Tx } from '@yiyang/persistence';
import { AgreementCopyRow } from './agreement.entity.js';
import type { Agreement } from './domain/agreement.js';

const AGREEMENT = `
  select agreement_id as id, care_institution_id, medical_institution_id, types, valid_from, valid_to, ended_on,
    suspended_from
  from agreement_copy`;

const BETWEEN = `${AGREEMENT}
  where (care_institution_id = any($1) and medical_institution_id = any($2))
     or (care_institution_id = any($2) and medical_institution_id = any($1))
  order by valid_to desc, agreement_id`;

const OF = `${AGREEMENT}
  where care_institution_id = any($1) order by agreement_id`;

@Injectable()
export class AgreementRepository {
  constructor(private readonly database: Database) {}

  /** Every signed agreement that joins one of these with one of those, whatever its dates. */
  findBetween(some: readonly string[], others: readonly string[]): Promise<Agreement[]> {
    return this.database.many<Agreement>(BETWEEN, [some, others]);
  }

  /** Every agreement that one of these care institutions signed. */
  findOfCareInstitutions(ids: readonly string[]): Promise<Agreement[]> {
    return this.database.many<Agreement>(OF, [ids]);
  }

  insert(tx: Tx, event: AgreementSignedV1): void {
    const { agreementId, careInstitutionId, medicalInstitutionId, types, validFrom, validTo } = event;
    tx.insert(AgreementCopyRow, { agreementId, careInstitutionId, medicalInstitutionId, types, validFrom, validTo });
  }

  end(tx: Tx, event: AgreementEndedV1): void {
    tx.write('update agreement_copy set ended_on = $2 where agreement_id = $1', [event.agreementId, event.endedOn]);
  }

  setStatus(tx: Tx, { agreementId, status, effectiveOn }: AgreementStatusChangedV1): void {
    const suspendedFrom = status === 'SUSPENDED' ? effectiveOn : null;
    tx.write('update agreement_copy set suspended_from = $2 where agreement_id = $1', [agreementId, suspendedFrom]);
  }
}
