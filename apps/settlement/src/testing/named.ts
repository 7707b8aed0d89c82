import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import type { Caller } from '@yiyang/access';
import { aCaller, type Answered, type ServiceStack } from './settlement-stack.js';

/** An institution that the registry has licensed, operating since the given day. */
export async function aMedicalInstitution(
  stack: ServiceStack,
  of: {
    level?: 0 | 1 | 2 | 3;
    kind?: string;
    operatingSince?: string | null;
    hostId?: string;
    division?: string;
    licensedOn?: string;
  } = {},
): Promise<string> {
  const institutionId = newId();
  const { level = 3, kind = 'GENERAL_HOSPITAL', operatingSince = '2026-01-01', hostId } = of;
  const { division = '421202', licensedOn = '2025-12-20' } = of;
  await stack.say(EVENT.institutionLicensedV1, {
    institutionId,
    qualificationId: newId(),
    kind,
    side: 'MEDICAL',
    level,
    ownership: 'PUBLIC',
    profitNature: 'NON_PROFIT',
    ...(hostId && { hostId }),
    division,
    licensedOn,
    path: 'APPROVAL',
  });
  if (operatingSince !== null)
    await stack.say(EVENT.institutionOperationChangedV1, {
      institutionId,
      from: 'NOT_STARTED',
      to: 'OPERATING',
      effectiveOn: operatingSince,
    });
  const operation = operatingSince === null ? 'NOT_STARTED' : 'OPERATING';
  await stack.until('select 1 from institution_copy where institution_id = $1 and operation = $2', [
    institutionId,
    operation,
  ]);
  return institutionId;
}

/** A care home that was filed. */
export async function aCareHome(stack: ServiceStack): Promise<string> {
  const institutionId = newId();
  await stack.say(EVENT.institutionFiledV1, {
    institutionId,
    qualificationId: newId(),
    kind: 'CARE_HOME',
    side: 'CARE',
    ownership: 'PRIVATE',
    profitNature: 'NON_PROFIT',
    division: '421202',
    filedOn: '2025-12-01',
  });
  await stack.until('select 1 from institution_copy where institution_id = $1', [institutionId]);
  return institutionId;
}

/** A resident of the demonstration region. */
export async function anElder(stack: ServiceStack): Promise<string> {
  const elderId = newId();
  const regions = { residenceRegion: '421202', insuredRegion: '421202' };
  await stack.say(EVENT.elderRegisteredV1, {
    elderId,
    birthYear: 1949,
    ...regions,
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
  });
  await stack.until('select 1 from elder_copy where elder_id = $1', [elderId]);
  return elderId;
}

export const insurance = (): Caller => aCaller('INSURANCE', { purpose: 'SETTLEMENT' });
export const hospital = (organisationId: string): Caller =>
  aCaller('MED_INST', { organisationId, purpose: 'SETTLEMENT' });

/** Takes an institution through all steps of designation, opened on 2026-04-20. Moves the business clock there. */
export async function designated(stack: ServiceStack, institutionId: string): Promise<Answered> {
  await stack.at('2026-04-20T02:00:00Z');
  const steps = [
    ['accept', { acceptedOn: '2026-04-20' }],
    ['evaluate', { result: 'PASSED', evaluatedOn: '2026-04-20' }],
    ['sign-agreement', { signedOn: '2026-04-20' }],
    ['open-system', { openedOn: '2026-04-20' }],
  ] as const;
  let answer = await stack.call(hospital(institutionId), 'POST', '/v1/designations', {
    body: { institutionId, schemes: ['RESIDENT'] },
  });
  for (const [step, body] of steps)
    answer = await stack.call(insurance(), 'POST', `/v1/designations/${answer.id}/${step}`, {
      body,
      ifMatch: answer.etag,
    });
  return answer;
}

export interface Stay {
  readonly elderId: string;
  readonly institutionId: string;
  readonly referralId?: string;
  readonly admittedOn: string;
  readonly dischargedOn: string;
}

/** E1 of standards §10.3: 20 000 at level 3. */
export const E1_LINES = [
  { itemCode: 'A-1', fundCategory: 'MEDICAL', catalogueClass: 'A', amountFen: 1_400_000 },
  { itemCode: 'B-1', fundCategory: 'MEDICAL', catalogueClass: 'B', amountFen: 500_000, preselfRatio: 0.1 },
  { itemCode: 'C-1', fundCategory: 'MEDICAL', catalogueClass: 'C', amountFen: 100_000 },
];

/** E2 of standards §10.3: 6 000 at level 1. */
export const E2_LINES = [
  { itemCode: 'A-1', fundCategory: 'MEDICAL', catalogueClass: 'A', amountFen: 480_000 },
  { itemCode: 'B-1', fundCategory: 'MEDICAL_REHAB', catalogueClass: 'B', amountFen: 100_000, preselfRatio: 0.1 },
  { itemCode: 'C-1', fundCategory: 'MEDICAL', catalogueClass: 'C', amountFen: 20_000 },
];

/** Body of a claim of a resident. */
export function aClaim(stay: Stay, lines: readonly object[]): object {
  return { ...stay, scheme: 'RESIDENT', personType: 'RESIDENT', lines };
}

/** What referral says of a stay that a referral led to: requested and completed. */
export async function aCompletedReferral(
  stack: ServiceStack,
  of: { referralId: string; parentReferralId?: string; chainId: string; fromInstitutionId: string } & Stay,
): Promise<void> {
  const { elderId, institutionId, admittedOn, dischargedOn, fromInstitutionId, ...ids } = of;
  await stack.say(EVENT.referralRequestedV1, {
    ...ids,
    elderId,
    direction: 'DOWN',
    fromInstitutionId,
    toInstitutionId: institutionId,
    urgency: 'ROUTINE',
    stage: 'REHABILITATION',
    fromRegion: '421202',
    toRegion: '421202',
    residenceRegion: '421202',
    insuredRegion: '421202',
    requestedAt: `${admittedOn}T00:00:00.000Z`,
  });
  await stack.say(EVENT.referralCompletedV1, {
    ...ids,
    elderId,
    institutionId,
    admittedOn,
    dischargedOn,
    destination: 'CARE_BED',
    completedAt: `${dischargedOn}T08:00:00.000Z`,
  });
  await stack.until(
    `select 1 from inbox_sequence where consumer = 'claim-linking' and aggregate_id = $1 and last_sequence = 2`,
    [of.referralId],
  );
}
