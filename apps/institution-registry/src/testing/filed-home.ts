import type { Caller } from '@yiyang/access';
import { makeCreditCode } from '@yiyang/standards';
import { aCaller, type ServiceStack } from '@yiyang/testing';

let serial = 0;

/** A credit code of a private non-enterprise unit that no other test of the run has. */
export function aCreditCode(region = '421202'): string {
  serial += 1;
  return makeCreditCode({ authority: '5', type: '2', region, serial: `MJ8${String(serial).padStart(5, '0')}` });
}

/** A care home that filed with civil affairs, and a client of it. */
export async function aFiledHome(
  stack: ServiceStack,
  of: {
    readonly division?: string;
    readonly ownership?: string;
    readonly creditCode?: string;
    readonly name?: string;
  } = {},
): Promise<{ readonly id: string; readonly caller: Caller }> {
  const { division = '421202', ownership = 'PRIVATE_RUN', name = '示范颐和养老院' } = of;
  const civilAffairs = aCaller('CIVIL_AFFAIRS', { region: division });
  const creditCode = of.creditCode ?? aCreditCode(division);
  const body = {
    ...{ kind: 'CARE_HOME', name, creditCode, division, ownership, profitNature: 'NON_PROFIT' },
    beds: [{ kind: 'CARE', count: 120 }],
  };
  const { id, body: application } = await stack.call(civilAffairs, 'POST', '/v1/applications', { body });
  const act = (action: string, ifMatch: string, decision: object = {}) =>
    stack.call(civilAffairs, 'POST', `/v1/applications/${id}/${action}`, { body: decision, ifMatch });
  await act('accept', '"1"');
  const filed = await act('file', '"2"', { filedOn: '2024-02-01' });
  if (filed.status !== 200) throw new Error(`the home could not be filed: ${filed.text}`);
  const institutionId = String(application['institutionId']);
  return { id: institutionId, caller: aCaller('CARE_INST', { organisationId: institutionId, region: division }) };
}
