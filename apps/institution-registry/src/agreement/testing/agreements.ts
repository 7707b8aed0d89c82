import type { ServiceStack } from '@yiyang/testing';
import { aParty, aProposal, type TestParty } from './parties.js';

type Caller = TestParty['caller'];

/** Who there is in a test file; read at each use, because it is made before the first test. */
export interface Cast {
  readonly stack: ServiceStack;
  readonly home: TestParty;
  readonly hospital: TestParty;
}

/** A home and a hospital on a stack. */
export async function agreementCast(stack: ServiceStack): Promise<Cast> {
  const home = await aParty(stack);
  return { stack, home, hospital: await aParty(stack, { kind: 'GENERAL_HOSPITAL', level: 3 }) };
}

/** What institutions do with agreements, over HTTP. */
export function agreementCalls(cast: () => Cast) {
  const call: ServiceStack['call'] = (...request) => cast().stack.call(...request);
  const propose = (by: Caller, body: object) => call(by, 'POST', '/v1/agreements', { body });
  const read = (id: string, by: Caller = cast().home.caller) => call(by, 'GET', `/v1/agreements/${id}`);
  const list = async (query: string, by: Caller = cast().home.caller, path = '/v1/agreements') =>
    ((await call(by, 'GET', `${path}?${query}`)).body['items'] as { id: string; status: string }[]) ?? [];
  const act = async (by: Caller, id: string, action: string, body: object = {}, ifMatch?: string) =>
    call(by, 'POST', `/v1/agreements/${id}/${action}`, { body, ifMatch: ifMatch ?? (await read(id, by)).etag });

  /** Both sides sign; a fresh home and the hospital of the cast unless the parties are given. */
  async function signed(more: object = {}, between?: { home: TestParty; hospital: TestParty }) {
    const care = between?.home ?? (await aParty(cast().stack));
    const medical = between?.hospital ?? cast().hospital;
    const proposed = await propose(care.caller, aProposal(care, medical, more));
    if (proposed.status !== 201) throw new Error(proposed.text);
    const { id } = proposed;
    await act(care.caller, id, 'sign', {}, proposed.etag);
    const answer = await act(medical.caller, id, 'sign');
    if (answer.status !== 200) throw new Error(answer.text);
    return { id, care, medical, status: answer.body['status'] };
  }

  return { propose, read, list, act, signed };
}
