import { newId } from '@yiyang/persistence';
import { aCaller, type ServiceStack } from '@yiyang/testing';
import type { InstitutionKind } from '@yiyang/standards';
import { anInstitution } from '../../testing/an-institution.js';
import { Reviews } from '../../review/reviews.js';

interface Registered {
  readonly kind?: InstitutionKind;
  readonly division?: string;
  readonly hostId?: string;
  readonly level?: number;
  readonly careBeds?: number;
  /** Last day of its qualification. */
  readonly qualifiedTo?: string;
}

/** An institution in operation since 2024-01-02 with a live qualification of its side. */
export async function registered(stack: ServiceStack, of: Registered = {}): Promise<string> {
  const { level = null, careBeds = 0, qualifiedTo = null, ...institution } = of;
  const { id } = await anInstitution(stack, institution);
  const applicationId = newId();
  await stack.own.asSuperuser(`update institution set level = $2, started_on = '2024-01-02' where id = $1`, [
    id,
    level,
  ]);
  await stack.own.asSuperuser(
    `insert into application (id, institution_id, kind, side, path, path_because, name, division, ownership, profit_nature,
       investment_origin, beds, status, submitted_at)
     select $2, id, kind, side, 'FILING', '{}', name, division, ownership, profit_nature, investment_origin, '[]', 'FILED',
       now() from institution where id = $1`,
    [id, applicationId],
  );
  await stack.own.asSuperuser(
    `insert into qualification (id, institution_id, application_id, side, path, state, valid_from, valid_to, state_since)
     select $2, id, $3, side, 'FILING', 'ACTIVE', '2024-01-01', $4, '2024-01-01' from institution where id = $1`,
    [id, newId(), applicationId, qualifiedTo],
  );
  if (careBeds > 0)
    await stack.own.asSuperuser(
      `insert into bed_inventory (institution_id, bed_kind, approved, operating, effective_on)
       values ($1, 'CARE', $2, $2, '2024-01-01')`,
      [id, careBeds],
    );
  return id;
}

/** A signed agreement, as both parties would have left it. */
export async function agreed(
  stack: ServiceStack,
  careId: string,
  medicalId: string,
  of: { readonly from?: string; readonly to?: string; readonly types?: string[]; readonly mechanisms?: string[] } = {},
): Promise<string> {
  const { from = '2024-01-01', to = '2024-12-31', types = ['REFERRAL', 'GREEN_CHANNEL'] } = of;
  const { mechanisms = ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'] } = of;
  const id = newId();
  await stack.own.asSuperuser(
    `insert into agreement (id, care_institution_id, medical_institution_id, types, items, mechanisms, content, way, cost,
       duties, valid_from, valid_to, division, status)
     values ($1, $2, $3, $4, '{A}', $5, 'x', 'x', 'x', 'x', $6, $7, '421202', 'SIGNED')`,
    [id, careId, medicalId, types, mechanisms, from, to],
  );
  return id;
}

/** Asks for a review as a command would, and waits until nothing is due any more. */
export async function review(stack: ServiceStack, ...institutionIds: string[]): Promise<void> {
  const { app, parts } = stack.service;
  await parts.database.transaction(async (tx) => {
    for (const id of institutionIds) app.get(Reviews).request(tx, id);
  });
  await reviewsDone(stack);
}

/** Waits until every review that is due on the stack's clock is done. */
export async function reviewsDone(stack: ServiceStack): Promise<void> {
  await stack.sweep();
  await stack.until(
    `select 1 where not exists (select from deadline where kind = 'institution.review' and breached_at is null
       and done_at is null and due_at <= $1)`,
    [stack.now],
  );
}

export interface FoundOut {
  readonly ruleId: string;
  readonly code: string;
  readonly status: string;
  readonly subject: string;
  readonly reasonCode: string | null;
  readonly raisedAt: string;
  readonly resolvedAt: string | null;
}

export const supervisor = aCaller('HEALTH');

export async function findings(stack: ServiceStack, institutionId: string, ruleId: string): Promise<FoundOut[]> {
  const answer = await stack.call(supervisor, 'GET', `/v1/findings?institutionId=${institutionId}&rule=${ruleId}`);
  return answer.body['items'] as FoundOut[];
}
