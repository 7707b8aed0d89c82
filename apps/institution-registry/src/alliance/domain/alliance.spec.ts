import { Refusal } from '@yiyang/decisions';
import {
  ALLIANCE_ACTIONS,
  assertAllianceAction,
  assertComplete,
  assertMayPlan,
  assertMaySteer,
  joinAlliance,
  leadOf,
  leaveAlliance,
  type Alliance,
  type AllianceAction,
  type Member,
} from './alliance.js';

const ON = '2024-05-01';
const member = (institutionId: string, of: Partial<Member> = {}): Member => ({
  ...{ institutionId, role: 'MEMBER', state: 'JOINED', joinedOn: '2024-01-01', leftOn: null },
  ...of,
});
const anAlliance = (of: Partial<Alliance> = {}): Alliance => ({
  ...{ status: 'FORMING', charterNo: '拱医养〔2024〕1号', leadDuties: '牵头', memberDuties: '参与' },
  members: [member('hospital', { role: 'LEAD' }), member('home')],
  ...of,
});
const refused = (decide: () => unknown): Refusal | undefined => {
  try {
    decide();
  } catch (error) {
    return error as Refusal;
  }
  return undefined;
};

describe('an alliance', () => {
  const ALL: readonly AllianceAction[] = ['revise', 'activate', 'join', 'leave', 'planVisits'];

  it.each(['FORMING', 'ACTIVE'] as const)('REG-29 allows in %s what its table says', (status) => {
    const allowed = ALL.filter((action) => !refused(() => assertAllianceAction(status, action)));
    const expected = { FORMING: 'revise activate join leave', ACTIVE: 'revise join leave planVisits' }[status];
    expect(allowed.join(' ')).toBe(expected);
    expect([...ALLIANCE_ACTIONS[status]].sort()).toEqual([...allowed].sort());
  });

  it('REG-28 the lead cannot remove a member, and the member leaves itself', () => {
    expect(refused(() => leaveAlliance(anAlliance(), 'home', ['hospital'], ON))).toMatchObject({
      code: 'ALLIANCE_OWN_REQUEST',
      detail: { rule: 'REG-28' },
    });
    expect(leaveAlliance(anAlliance(), 'home', ['home'], ON)).toEqual(member('home', { state: 'LEFT', leftOn: ON }));
  });

  it('REG-28 nobody joins for another, and who left may come back', () => {
    const request = { institutionId: 'other', role: 'MEMBER' } as const;
    expect(refused(() => joinAlliance(anAlliance(), request, ['hospital'], ON))?.code).toBe('ALLIANCE_OWN_REQUEST');
    const left = anAlliance({ members: [member('other', { state: 'LEFT', leftOn: '2024-02-01' })] });
    expect(joinAlliance(left, request, ['other'], ON)).toEqual(member('other', { joinedOn: ON }));
  });

  it('REG-28 joins once and leaves once', () => {
    const request = { institutionId: 'home', role: 'MEMBER' } as const;
    expect(refused(() => joinAlliance(anAlliance(), request, ['home'], ON))?.code).toBe('ALLIANCE_MEMBER_STATE');
    expect(refused(() => leaveAlliance(anAlliance(), 'other', ['other'], ON))?.code).toBe('ALLIANCE_MEMBER_STATE');
  });

  it('REG-29 has one lead, and another one after that has left', () => {
    const request = { institutionId: 'other', role: 'LEAD' } as const;
    expect(refused(() => joinAlliance(anAlliance(), request, ['other'], ON))?.code).toBe('ALLIANCE_HAS_LEAD');
    const without = anAlliance({ members: [member('hospital', { role: 'LEAD', state: 'LEFT' }), member('home')] });
    expect(leadOf(without)).toBeUndefined();
    expect(joinAlliance(without, request, ['other'], ON).role).toBe('LEAD');
  });

  it.each<[string, Partial<Alliance>]>([
    ['charterNo', { charterNo: null }],
    ['leadDuties', { leadDuties: ' ' }],
    ['memberDuties', { memberDuties: null }],
    ['lead', { members: [member('home')] }],
  ])('REG-29 is not activated without %s', (path, of) => {
    expect(refused(() => assertComplete(anAlliance()))).toBeUndefined();
    expect(refused(() => assertComplete(anAlliance(of)))).toMatchObject({
      code: 'ALLIANCE_INCOMPLETE',
      detail: { rule: 'REG-29', fields: [{ path }] },
    });
  });

  it('REG-29 is steered by its lead, and by its members while there is none', () => {
    expect(refused(() => assertMaySteer(anAlliance(), ['hospital']))).toBeUndefined();
    expect(refused(() => assertMaySteer(anAlliance(), ['home']))?.code).toBe('ALLIANCE_NOT_LEAD');
    const without = anAlliance({ members: [member('home'), member('gone', { state: 'LEFT' })] });
    expect(refused(() => assertMaySteer(without, ['home']))).toBeUndefined();
    expect(refused(() => assertMaySteer(without, ['gone']))?.code).toBe('ALLIANCE_NOT_LEAD');
  });

  it('CON-23 a visit is planned by its visitor or by the lead, between two members', () => {
    const codeOf = (visitorId: string, hostId: string, own: string[]) =>
      refused(() =>
        assertMayPlan(anAlliance({ members: [...anAlliance().members, member('clinic')] }), { visitorId, hostId }, own),
      )?.code;
    expect(codeOf('clinic', 'home', ['clinic'])).toBeUndefined();
    expect(codeOf('clinic', 'home', ['hospital'])).toBeUndefined();
    expect(codeOf('clinic', 'home', ['home'])).toBe('VISIT_NOT_OWN');
    expect(codeOf('clinic', 'clinic', ['clinic'])).toBe('VISIT_PARTIES');
    expect(codeOf('clinic', 'stranger', ['clinic'])).toBe('VISIT_PARTIES');
    expect(codeOf('stranger', 'home', ['hospital'])).toBe('VISIT_PARTIES');
  });
});
