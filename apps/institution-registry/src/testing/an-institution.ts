import type { Caller } from '@yiyang/access';
import { newId } from '@yiyang/persistence';
import { getTerm, INSTITUTION_KINDS, type InstitutionKind } from '@yiyang/standards';
import { aCaller, type ServiceStack } from '@yiyang/testing';

export interface Named {
  readonly id: string;
  /** A client of the institution. */
  readonly caller: Caller;
}

/** An operating institution as its application left it; for tests of what is said about it later. */
export async function anInstitution(
  stack: ServiceStack,
  of: { readonly kind?: InstitutionKind; readonly division?: string; readonly hostId?: string } = {},
): Promise<Named> {
  const { kind = 'CARE_HOME', division = '421202', hostId = null } = of;
  const id = newId();
  const { side, zh } = getTerm(INSTITUTION_KINDS, kind);
  await stack.own.asSuperuser(
    `insert into institution (id, name, kind, side, division, host_id, ownership, profit_nature, investment_origin,
       operation_state, started_on)
     values ($1, $2, $3, $4, $5, $6, 'PRIVATE_RUN', 'NON_PROFIT', 'DOMESTIC', 'OPERATING', '2020-01-01')`,
    [id, `示范${zh}`, kind, side, division, hostId],
  );
  const role = side === 'CARE' ? 'CARE_INST' : 'MED_INST';
  return { id, caller: aCaller(role, { organisationId: id, region: division }) };
}
