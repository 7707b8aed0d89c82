import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

export type AllianceStatus = 'FORMING' | 'ACTIVE';
export type MemberRole = 'LEAD' | 'MEMBER';
export type MemberState = 'JOINED' | 'LEFT';
export type AllianceAction = 'revise' | 'activate' | 'join' | 'leave' | 'planVisits';

/** What may happen to an alliance in which status. Sources: REG-28, REG-29. */
export const ALLIANCE_ACTIONS = {
  FORMING: ['revise', 'activate', 'join', 'leave'],
  ACTIVE: ['revise', 'join', 'leave', 'planVisits'],
} as const satisfies Record<AllianceStatus, readonly AllianceAction[]>;

export interface Member {
  readonly institutionId: string;
  readonly role: MemberRole;
  readonly state: MemberState;
  readonly joinedOn: CivilDate;
  readonly leftOn: CivilDate | null;
}

export interface Alliance {
  readonly status: AllianceStatus;
  readonly charterNo: string | null;
  readonly leadDuties: string | null;
  readonly memberDuties: string | null;
  readonly members: readonly Member[];
}

/** Whose request it is: the institutions that the caller acts for. */
export type Own = readonly string[];

const REG_28 = { rule: 'REG-28', clause: '003篇十五' } as const;

export function assertAllianceAction(status: AllianceStatus, action: AllianceAction): void {
  const allowed: readonly AllianceAction[] = ALLIANCE_ACTIONS[status];
  if (!allowed.includes(action)) throw refusal('ALLIANCE_STATE', { rule: 'REG-29', inputs: { status, action } });
}

/** The member that leads; there is at most one. */
export function leadOf({ members }: Pick<Alliance, 'members'>): Member | undefined {
  return members.find(({ role, state }) => role === 'LEAD' && state === 'JOINED');
}

export function isJoined({ members }: Pick<Alliance, 'members'>, institutionId: string): boolean {
  return members.some((member) => member.institutionId === institutionId && member.state === 'JOINED');
}

/** The lead steers an alliance; while there is none, its members do. Source: REG-29. */
export function assertMaySteer(alliance: Alliance, own: Own): void {
  const lead = leadOf(alliance);
  const may = lead ? own.includes(lead.institutionId) : own.some((id) => isJoined(alliance, id));
  if (!may)
    throw refusal('ALLIANCE_NOT_LEAD', { rule: 'REG-29', clause: '003篇十五', inputs: { hasLead: Boolean(lead) } });
}

/** An alliance is active with a charter, one lead, and duties of lead and members. Source: REG-29, 003篇十五. */
export function assertComplete(alliance: Alliance): void {
  const parts = [
    ['charterNo', alliance.charterNo],
    ['leadDuties', alliance.leadDuties],
    ['memberDuties', alliance.memberDuties],
    ['lead', leadOf(alliance)?.institutionId],
  ] as const;
  const missing = parts.filter(([, value]) => !value?.trim()).map(([path]) => path);
  if (missing.length > 0)
    throw refusal('ALLIANCE_INCOMPLETE', {
      rule: 'REG-29',
      clause: '003篇十五',
      inputs: { missing },
      fields: missing.map((path) => ({ path, rule: 'needed before activation' })),
    });
}

/** An institution joins of its own will. Source: REG-28. */
export function joinAlliance(
  alliance: Alliance,
  request: Pick<Member, 'institutionId' | 'role'>,
  own: Own,
  on: CivilDate,
): Member {
  assertOwnRequest(request.institutionId, own);
  if (isJoined(alliance, request.institutionId))
    throw refusal('ALLIANCE_MEMBER_STATE', { ...REG_28, inputs: { state: 'JOINED' } });
  if (request.role === 'LEAD' && leadOf(alliance))
    throw refusal('ALLIANCE_HAS_LEAD', { rule: 'REG-29', clause: '003篇十五' });
  return { ...request, state: 'JOINED', joinedOn: on, leftOn: null };
}

/** An institution leaves of its own will, the lead too; nobody removes another. Source: REG-28. */
export function leaveAlliance(alliance: Alliance, institutionId: string, own: Own, on: CivilDate): Member {
  assertOwnRequest(institutionId, own);
  const member = alliance.members.find((one) => one.institutionId === institutionId && one.state === 'JOINED');
  if (!member) throw refusal('ALLIANCE_MEMBER_STATE', { ...REG_28, inputs: { state: 'LEFT' } });
  return { ...member, state: 'LEFT', leftOn: on };
}

/**
 * Hospitals of the alliance agree who visits whom: the visitor plans for itself, the lead for all, and both are members.
 * Source: CON-23, 003篇十五.
 */
export function assertMayPlan(alliance: Alliance, visit: { visitorId: string; hostId: string }, own: Own): void {
  const { visitorId, hostId } = visit;
  const lead = leadOf(alliance)?.institutionId;
  if (!own.includes(visitorId) && !(lead !== undefined && own.includes(lead)))
    throw refusal('VISIT_NOT_OWN', {
      rule: 'CON-23',
      fields: [{ path: 'visitorId', rule: 'the caller, or any for the lead' }],
    });
  const outside = (['visitorId', 'hostId'] as const).filter((path) => !isJoined(alliance, visit[path]));
  if (outside.length > 0 || visitorId === hostId)
    throw refusal('VISIT_PARTIES', {
      rule: 'CON-23',
      clause: '003篇十五',
      inputs: { sameInstitution: visitorId === hostId },
      fields: (outside.length > 0 ? outside : ['hostId']).map((path) => ({
        path,
        rule: 'another member of the alliance',
      })),
    });
}

function assertOwnRequest(institutionId: string, own: Own): void {
  if (!own.includes(institutionId))
    throw refusal('ALLIANCE_OWN_REQUEST', {
      ...REG_28,
      fields: [{ path: 'institutionId', rule: 'the caller itself' }],
    });
}
