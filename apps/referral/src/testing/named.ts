import type { Caller } from '@yiyang/access';
import { EVENT } from '@yiyang/contracts';
import { newId } from '@yiyang/persistence';
import { aCaller, type ServiceStack } from './referral-stack.js';

export interface Named {
  readonly id: string;
  readonly caller: Caller;
}

interface InstitutionOptions {
  readonly kind?: string;
  readonly side?: 'MEDICAL' | 'CARE';
  readonly level?: 0 | 1 | 2 | 3;
  readonly hostId?: string;
  readonly division?: string;
  readonly beds?: Partial<Record<string, number>>;
  readonly blocked?: number;
  readonly operation?: 'OPERATING' | 'SUSPENDED';
}

/** An operating institution that the registry knows, and a client of it. */
export async function anInstitution(stack: ServiceStack, of: InstitutionOptions = {}): Promise<Named> {
  const { kind = 'GENERAL_HOSPITAL', side = 'MEDICAL', division = '421202', beds = {}, blocked = 0 } = of;
  const id = newId();
  await stack.say(EVENT.institutionLicensedV1, {
    ...{ institutionId: id, qualificationId: newId(), kind, side, division },
    ...(of.level !== undefined && { level: of.level }),
    ...(of.hostId && { hostId: of.hostId }),
    ...{ ownership: 'PUBLIC_RUN', profitNature: 'NON_PROFIT', licensedOn: '2023-12-01', path: 'APPROVAL' },
  });
  const to = of.operation ?? 'OPERATING';
  const started = { institutionId: id, from: 'NOT_STARTED', to, effectiveOn: '2024-01-01' } as const;
  await stack.say(EVENT.institutionOperationChangedV1, started);
  for (const [bedKind, operating = 0] of Object.entries(beds)) {
    const counts = { approved: operating, operating, blocked, effectiveOn: '2024-01-01' };
    await stack.say(EVENT.institutionBedInventoryChangedV1, { institutionId: id, bedKind, ...counts });
    await stack.until('select 1 from bed_inventory_copy where institution_id = $1 and bed_kind = $2', [id, bedKind]);
  }
  await stack.until('select 1 from operation_copy where institution_id = $1', [id]);
  const role = side === 'CARE' ? 'CARE_INST' : 'MED_INST';
  const purpose = 'REFERRAL';
  return { id, caller: aCaller(role, { organisationId: id, clientId: `client-${id}`, purpose, region: division }) };
}

/** The house of the journey: 示范颐和养老院 with infirmary and nursing hospital, 示范人民医院, and their agreement. */
export interface House {
  readonly home: Named;
  readonly infirmary: Named;
  readonly nursingHospital: Named;
  readonly hospital: Named;
}

export async function aHouse(
  stack: ServiceStack,
  beds: { hospital?: number; care?: number; nursing?: number } = {},
): Promise<House> {
  const { hospital: medical = 5, care = 10, nursing = 5 } = beds;
  const filed = await anInstitution(stack, { kind: 'CARE_HOME', side: 'CARE', beds: { CARE: care } });
  const infirmary = await anInstitution(stack, { kind: 'INFIRMARY', hostId: filed.id, level: 0 });
  const nursingHospital = await anInstitution(stack, {
    ...{ kind: 'NURSING_HOSPITAL', hostId: filed.id, level: 1, beds: { MEDICAL: nursing } },
  });
  const hospital = await anInstitution(stack, { level: 3, beds: { MEDICAL: medical } });
  const unitIds = [infirmary.id, nursingHospital.id];
  const home = { id: filed.id, caller: { ...filed.caller, unitIds } };
  await anAgreement(stack, home.id, hospital.id);
  return { home, infirmary, nursingHospital, hospital };
}

export async function anAgreement(
  stack: ServiceStack,
  careInstitutionId: string,
  medicalInstitutionId: string,
  of: { types?: string[]; validFrom?: string; validTo?: string } = {},
): Promise<string> {
  const agreementId = newId();
  const { types = ['REFERRAL', 'GREEN_CHANNEL'], validFrom = '2024-01-01', validTo = '2026-12-31' } = of;
  const facts = { agreementId, careInstitutionId, medicalInstitutionId, types, validFrom, validTo };
  await stack.say(EVENT.agreementSignedV1, { ...facts, division: '421202', signedOn: '2024-01-01' });
  await stack.until('select 1 from agreement_copy where agreement_id = $1', [agreementId]);
  return agreementId;
}

export interface NamedElder {
  readonly id: string;
  readonly consentId: string;
}

/** An elder whom the institution registered and who agreed to referral to any medical and care institution. */
export async function anElder(
  stack: ServiceStack,
  registeredBy: string,
  of: { residenceRegion?: string; insuredRegion?: string } = {},
): Promise<NamedElder> {
  const id = newId();
  const { residenceRegion = '421202', insuredRegion = '421202' } = of;
  const facts = {
    birthYear: 1949,
    residenceRegion,
    insuredRegion,
    scheme: 'RESIDENT',
    personType: 'RESIDENT',
  } as const;
  await stack.say(EVENT.elderRegisteredV1, { elderId: id, ...facts });
  await stack.say(EVENT.elderInstitutionLinkedV1, {
    elderId: id,
    institutionId: registeredBy,
    relation: 'REGISTERED_BY',
  });
  return { id, consentId: await aConsent(stack, id) };
}

export async function aConsent(
  stack: ServiceStack,
  elderId: string,
  of: { recipients?: string[]; purposes?: string[]; validFrom?: string; validTo?: string } = {},
): Promise<string> {
  const consentId = newId();
  const { recipients = ['MED_INST', 'CARE_INST'], purposes = ['REFERRAL'], validFrom = '2024-01-01', validTo } = of;
  const given = {
    elderId,
    consentId,
    giverKind: 'GUARDIAN',
    dataClasses: ['HEALTH_STATUS'],
    consentVersion: 1,
  } as const;
  await stack.say(EVENT.elderConsentGivenV1, {
    ...{ ...given, dataClasses: [...given.dataClasses], recipients, purposes, validFrom },
    ...(validTo && { validTo }),
  });
  await stack.until('select 1 from consent_copy where consent_id = $1', [consentId]);
  return consentId;
}

/** A discharge summary in the elder's record. */
export async function aSummary(
  stack: ServiceStack,
  elderId: string,
  institutionId: string,
  referralId?: string,
): Promise<string> {
  const documentId = newId();
  const facts = {
    elderId,
    documentId,
    documentType: 'DISCHARGE_SUMMARY',
    institutionId,
    addedAt: stack.now.toISOString(),
  };
  await stack.say(EVENT.recordDocumentAddedV1, { ...facts, ...(referralId && { referralId }) });
  await stack.until('select 1 from document_copy where document_id = $1', [documentId]);
  return documentId;
}
