import type { Caller } from '@yiyang/access';
import { aCaller, type Answered, type ServiceStack } from '@yiyang/testing';
import { aCreditCode } from '../../testing/filed-home.js';

export const health = aCaller('HEALTH');
export const civilAffairs = aCaller('CIVIL_AFFAIRS');

/** What every application of these tests says. */
export const common = { division: '421202', ownership: 'PRIVATE_RUN', profitNature: 'NON_PROFIT', beds: [] };

/** The window at which applications are handed in, decided and listed. */
export class Window {
  constructor(private readonly stack: () => ServiceStack) {}

  submit = (caller: Caller, body: object): Promise<Answered> =>
    this.stack().call(caller, 'POST', '/v1/applications', { body: { ...common, ...body } });

  aHome = (more: object = {}): Promise<Answered> =>
    this.submit(civilAffairs, { kind: 'CARE_HOME', name: '示范颐和养老院', creditCode: aCreditCode(), ...more });

  anInfirmary = (home: { id: string; caller: Caller }): Promise<Answered> =>
    this.submit(home.caller, { kind: 'INFIRMARY', name: '示范医务室', hostId: home.id });

  act = (caller: Caller, of: Answered, action: string, body: object = {}): Promise<Answered> =>
    this.stack().call(caller, 'POST', `/v1/applications/${of.id}/${action}`, { body, ifMatch: of.etag });

  list = async (caller: Caller, query: string): Promise<string[]> => {
    const answer = await this.stack().call(caller, 'GET', `/v1/applications?${query}`);
    return (answer.body['items'] as { id: string }[]).map(({ id }) => id);
  };
}
