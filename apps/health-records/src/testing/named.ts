import { ROLES, type Caller, type Role } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { makeResidentId } from '@yiyang/standards';
import { type Answered, type ServiceStack } from './records-stack.js';

/** 咸宁市咸安区, where the named people and places are. */
export const XIANAN = '421202';

/** A caller as the gateway would sign it. */
export function aCaller(role: Role, of: Partial<Caller> = {}): Caller {
  const { purposes } = ROLES[role];
  const clientId = `${role.toLowerCase()}-client`;
  return { clientId, role, region: XIANAN, purposes, purpose: purposes[0], requestId: newId(), ...of };
}

export interface Place {
  readonly id: string;
  readonly caller: Caller;
}

/** A care home or a medical institution that the registry knows, maybe a unit of a host. */
export async function aPlace(stack: ServiceStack, side: 'CARE' | 'MEDICAL', hostId?: string): Promise<Place> {
  const institutionId = newId();
  await stack.say(EVENT.institutionFiledV1, {
    institutionId,
    qualificationId: newId(),
    kind: side === 'CARE' ? 'CARE_HOME' : hostId ? 'INFIRMARY' : 'GENERAL_HOSPITAL',
    side,
    ownership: 'PRIVATE',
    profitNature: 'NON_PROFIT',
    ...(hostId && { hostId }),
    division: XIANAN,
    filedOn: '2025-12-01',
  });
  await stack.until('select 1 from institution_copy where institution_id = $1', [institutionId]);
  const role = side === 'CARE' ? 'CARE_INST' : 'MED_INST';
  return {
    id: institutionId,
    caller: aCaller(role, { clientId: institutionId, organisationId: institutionId, region: '' }),
  };
}

let sequence = 1;
/** A valid number nobody else in the run has. */
export const aNumber = (): string => {
  const birthDate = `19${40 + (Math.floor(sequence / 900) % 20)}-10-01`;
  return makeResidentId({ region: XIANAN, birthDate, sequence: (sequence++ % 900) + 1 });
};

export interface Described {
  readonly idNumber?: string;
  readonly name?: string;
  readonly residenceRegion?: string;
  readonly insuredRegion?: string;
}

/** The body of a registration. */
export function aRegistration(of: Described = {}): object {
  const regions = { residenceRegion: XIANAN, insuredRegion: XIANAN };
  const kinds = { scheme: 'RESIDENT', personType: 'RESIDENT' };
  return {
    idNumber: aNumber(),
    name: '王桂芳',
    phone: '13812340000',
    address: '示范路1号',
    ...regions,
    ...kinds,
    ...of,
  };
}

/** Registers somebody; answers the elder's id. */
export async function anElder(stack: ServiceStack, by: Place, of: Described = {}): Promise<string> {
  const answer = await stack.call(by.caller, 'POST', '/v1/elders', { body: aRegistration(of) });
  if (answer.status !== 201) throw new Error(`registration was answered ${answer.status}`);
  return String(answer.body['id']);
}

/** A body of consent: the home and medical institutions may use everything that care and sharing need. */
export function aConsent(of: object = {}): object {
  return {
    giver: { kind: 'GUARDIAN', relation: 'CHILD', proof: 'HOUSEHOLD_REGISTER' },
    recipients: ['CARE_INST', 'MED_INST'],
    purposes: ['CARE_DELIVERY', 'REFERRAL'],
    dataClasses: ['HEALTH_STATUS', 'MEDICAL_APPLICATION'],
    ...of,
  };
}

export const consents = (elderId: string) => `/v1/elders/${elderId}/consents`;
export const record = (elderId: string) => `/v1/elders/${elderId}/record`;

export function giveConsent(stack: ServiceStack, by: Place, elderId: string, of: object = {}): Promise<Answered> {
  return stack.call(by.caller, 'POST', consents(elderId), { body: aConsent(of) });
}

/** 心力衰竭 in a discharge summary. */
export function aSummary(of: object = {}): object {
  const sections = { DISCHARGE_DIAGNOSIS: '心力衰竭', TREATMENT_PLAN: '继续利尿治疗' };
  return { type: 'DISCHARGE_SUMMARY', sourceId: newId(), sections, ...of };
}

export function addDocument(stack: ServiceStack, by: Place, elderId: string, of: object = {}): Promise<Answered> {
  return stack.call(by.caller, 'POST', `/v1/elders/${elderId}/documents`, { body: aSummary(of) });
}

/** What referral says when `to` has accepted the elder; answers the referral. */
export async function anAcceptedReferral(
  stack: ServiceStack,
  elderId: string,
  from: Place,
  to: Place,
): Promise<string> {
  const referralId = newId();
  const sides = { fromInstitutionId: from.id, toInstitutionId: to.id };
  const acceptedAt = new Date(stack.service.parts.clock.now()).toISOString();
  await stack.say(EVENT.referralAcceptedV1, { referralId, elderId, ...sides, acceptedAt });
  await stack.until('select 1 from read_grant where referral_id = $1', [referralId]);
  return referralId;
}

/** An assessor of the register. */
export async function anAssessor(stack: ServiceStack, organisationId: string = newId()): Promise<string> {
  const assessorId = newId();
  const validity = { validFrom: '2025-01-01', validTo: '2026-12-31' };
  await stack.say(EVENT.assessorRegisteredV1, { assessorId, organisationId, ...validity, division: XIANAN });
  await stack.until('select 1 from assessor_copy where assessor_id = $1', [assessorId]);
  return assessorId;
}

/** 70 points with confirmed dementia: level 2. */
export function anAssessment(assessorId: string, of: object = {}): object {
  const found = { total: 70, dementia: true, coma: false, riskEvents: 0 };
  return { scale: 'GBT42195-2022', assessorId, assessedOn: '2026-03-01', ...found, ...of };
}

export const assessor = (): Caller => aCaller('CIVIL_AFFAIRS', { purpose: 'ASSESSMENT' });

export function assess(stack: ServiceStack, elderId: string, body: object): Promise<Answered> {
  return stack.call(assessor(), 'POST', `/v1/elders/${elderId}/assessments`, { body });
}
