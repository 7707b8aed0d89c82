import { makeCreditCode } from '@yiyang/standards';
import { aCaller, type Answered, type ServiceStack } from '@yiyang/testing';

let serial = 1000;

export interface PartyShape {
  readonly kind?: string;
  readonly division?: string;
  readonly level?: number;
  /** Operation begins; true when left out. */
  readonly operating?: boolean;
  /** First day of qualification and operation. */
  readonly since?: string;
  readonly hostId?: string;
}

const MEDICAL = new Set(['GENERAL_HOSPITAL', 'COMMUNITY_HEALTH_CENTRE', 'TOWNSHIP_HOSPITAL', 'INFIRMARY']);

/** An institution that is filed or licensed and in operation, with a client that acts for it. */
export async function aParty(stack: ServiceStack, of: PartyShape = {}) {
  const { kind = 'CARE_HOME', division = '421202', since = '2024-01-01' } = of;
  const isMedical = MEDICAL.has(kind);
  const department = aCaller(isMedical ? 'HEALTH' : 'CIVIL_AFFAIRS', { region: division });
  const body = {
    ...{ kind, name: `示范机构${serial}`, division, ownership: 'PRIVATE_RUN', profitNature: 'NON_PROFIT', beds: [] },
    ...(of.hostId
      ? { hostId: of.hostId }
      : { creditCode: makeCreditCode({ authority: '5', type: '2', region: division, serial: `MJ81${serial++}` }) }),
    ...(of.level && { level: of.level, grade: `LEVEL_${of.level}_A` }),
  };
  const act = (url: string, ifMatch: string | undefined, more: object = {}) =>
    stack.call(department, 'POST', url, { body: more, ifMatch });
  const host = of.hostId && aCaller('CARE_INST', { region: division, organisationId: of.hostId });
  const application = succeeded(await stack.call(host || department, 'POST', '/v1/applications', { body }));
  const id = String(application.body['institutionId']);
  const accepted = succeeded(await act(`/v1/applications/${application.id}/accept`, application.etag));
  const isFiled = (application.body['path'] as { value: string }).value === 'FILING';
  const decision = isFiled ? { filedOn: since } : { licensedOn: since, practiceRegistrationNo: `PDY${serial++}` };
  succeeded(await act(`/v1/applications/${application.id}/${isFiled ? 'file' : 'approve'}`, accepted.etag, decision));
  if (of.operating !== false) {
    const { etag } = await stack.call(department, 'GET', `/v1/institutions/${id}`);
    succeeded(await act(`/v1/institutions/${id}/start-operation`, etag, { startedOn: since }));
  }
  const caller = aCaller(isMedical ? 'MED_INST' : 'CARE_INST', { region: division, organisationId: id });
  return { id, caller, department };
}

function succeeded(answer: Answered): Answered {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer;
}

export type TestParty = Awaited<ReturnType<typeof aParty>>;

/** A complete proposal between two institutions. */
export const aProposal = (care: { id: string }, medical: { id: string }, more: object = {}) => ({
  careInstitutionId: care.id,
  medicalInstitutionId: medical.id,
  types: ['REFERRAL', 'GREEN_CHANNEL'],
  content: '双向转诊、急救绿色通道',
  way: '签约合作',
  cost: '按项目收费',
  duties: '双方各负其责',
  items: ['ROUNDS'],
  mechanisms: ['HEALTH_GUIDANCE', 'EMERGENCY'],
  validFrom: '2024-03-01',
  validTo: '2024-12-31',
  ...more,
});

/** Statements of a call without those for policy values, which are remembered for a second, so not every call has them. */
export function behindPolicy(statements: readonly string[]): string[] {
  return statements.filter((sql) => !sql.includes('policy_value'));
}
