import { aReferral, codeOf, NOW, RECEIVER, refusalOf, SENDER } from '../../testing/a-referral.js';
import type { TransferPlan } from './referral.js';
import { admitReferral, dispatchReferral, missingParts, receiveReferral } from './transfer-elder.js';

const complete: TransferPlan = {
  departAt: NOW,
  transport: 'AMBULANCE',
  escort: '护士一名',
  documents: ['REFERRAL_RECORD'],
};
const sender = { institutionIds: [SENDER], now: NOW };
const receiver = { institutionIds: [RECEIVER], now: NOW };

describe('REF-13 transfer plan', () => {
  const dispatch = (plan: TransferPlan, needsPlan = true) =>
    dispatchReferral(aReferral({ status: 'ACCEPTED' }), sender, { plan, needsPlan });

  it('REF-13 sends an elder on the way with a complete plan', () => {
    expect(dispatch(complete)).toMatchObject({ status: 'IN_TRANSIT', departedAt: NOW });
  });

  it('REF-13 refuses a plan without transport and names the field', () => {
    const refused = refusalOf(() => dispatch({ ...complete, transport: undefined }));
    expect(refused).toMatchObject({ code: 'TRANSFER_PLAN_INCOMPLETE', detail: { rule: 'REF-13' } });
    expect(refused).toMatchObject({ detail: { fields: [{ path: 'plan.transport' }] } });
  });

  it('refuses a departure more than a year ahead', () => {
    const ahead = (departAt: string) => codeOf(() => dispatch({ ...complete, departAt: new Date(departAt) }));
    expect(ahead('2025-03-02T01:00:00Z')).toBeUndefined();
    expect(ahead('2025-03-02T01:00:01Z')).toBe('DATE_IN_FUTURE');
  });

  it.each([
    ['departAt', undefined, 'TIME'],
    ['transport', undefined, 'TRANSPORT'],
    ['escort', '  ', 'ESCORT'],
    ['documents', [], 'DOCUMENTS'],
  ])('REF-13 counts a plan without %s as incomplete', (field, nothing, part) => {
    expect(missingParts({ ...complete, [field]: nothing })).toEqual([part]);
  });

  it('REF-13 asks for no plan where the rule does not apply', () => {
    expect(dispatch({}, false).status).toBe('IN_TRANSIT');
  });
});

describe('arrival', () => {
  const inTransit = aReferral({ status: 'IN_TRANSIT' });
  const arrive = (at: string | undefined, of = inTransit) =>
    codeOf(() => receiveReferral(of, receiver, at ? new Date(at) : undefined));

  it('is now when no time is given', () => {
    expect(receiveReferral(inTransit, receiver).arrivedAt).toEqual(NOW);
  });

  it('may be at the departure, not before it and not in the future', () => {
    expect(arrive('2024-03-02T00:20:00Z')).toBeUndefined();
    expect(arrive('2024-03-02T00:19:59Z')).toBe('DATE_TOO_EARLY');
    expect(arrive('2024-03-02T01:00:00Z')).toBeUndefined();
    expect(arrive('2024-03-02T01:00:01Z')).toBe('DATE_IN_FUTURE');
  });

  it('REF-24 of an emergency may lie before its papers', () => {
    expect(arrive('2024-03-01T22:00:00Z', aReferral({ status: 'ACCEPTED', urgency: 'EMERGENCY' }))).toBeUndefined();
  });
});

describe('admission', () => {
  const admit = (admittedOn: string, of: object = {}) =>
    codeOf(() =>
      admitReferral(aReferral({ status: 'RECEIVED', ...of }), receiver, { admittedOn, today: '2024-03-02' }),
    );

  it('is on a day from the request to today', () => {
    expect(admit('2024-03-02')).toBeUndefined();
    expect(admit('2024-03-03')).toBe('DATE_IN_FUTURE');
    expect(admit('2024-03-01')).toBe('DATE_TOO_EARLY');
  });

  it('REF-24 of an emergency may lie before the request that was written later', () => {
    expect(admit('2024-03-01', { urgency: 'EMERGENCY' })).toBeUndefined();
  });

  it('counts days in Shanghai: a request late in the UTC day belongs to the next day', () => {
    const late = { requestedAt: new Date('2024-03-01T16:00:00Z') };
    expect(admit('2024-03-01', late)).toBe('DATE_TOO_EARLY');
    expect(admit('2024-03-01', { requestedAt: new Date('2024-03-01T15:59:59Z') })).toBeUndefined();
  });
});
