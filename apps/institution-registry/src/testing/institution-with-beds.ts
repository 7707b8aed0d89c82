import { aCaller, type ServiceStack } from '@yiyang/testing';
import type { Caller } from '@yiyang/access';
import { newId } from '@yiyang/persistence';
import { getTerm, INSTITUTION_KINDS, type BedKind, type InstitutionKind } from '@yiyang/standards';

export interface Furnished {
  readonly id: string;
  /** A client of the institution. */
  readonly caller: Caller;
  /** The department of its side. */
  readonly department: Caller;
}

/** An operating institution with beds, as an earlier filing or licence left it. */
export async function anInstitutionWithBeds(
  stack: ServiceStack,
  of: {
    readonly kind?: InstitutionKind;
    readonly division?: string;
    readonly beds?: Partial<Record<BedKind, number>>;
    readonly level?: number;
    readonly name?: string;
  } = {},
): Promise<Furnished> {
  const { kind = 'TOWNSHIP_HOSPITAL', division = '360102', beds = { MEDICAL: 80 }, level = 1 } = of;
  const { side } = getTerm(INSTITUTION_KINDS, kind);
  const id = newId();
  await stack.own.asSuperuser(
    `insert into institution (id, name, kind, side, level, division, ownership, profit_nature, investment_origin,
       operation_state, started_on)
     values ($1, $2, $3, $4, $5, $6, 'PUBLIC_RUN', 'NON_PROFIT', 'DOMESTIC', 'OPERATING', '2024-01-10')`,
    [id, of.name ?? '示范机构', kind, side, level, division],
  );
  await stack.own.asSuperuser(
    `insert into bed_inventory (institution_id, bed_kind, approved, operating, effective_on)
     select $1, kind, count::int, count::int, '2024-01-10' from jsonb_each_text($2) as b (kind, count)`,
    [id, JSON.stringify(beds)],
  );
  const region = `${division.slice(0, 4)}00`;
  const department = aCaller(side === 'CARE' ? 'CIVIL_AFFAIRS' : 'HEALTH', { region });
  const role = side === 'CARE' ? 'CARE_INST' : 'MED_INST';
  return { id, department, caller: aCaller(role, { organisationId: id, clientId: `client-${id}`, region: division }) };
}
