import { refusal } from '@yiyang/decisions';
import { isIndicationFor, type ReferralIndication } from '@yiyang/standards';
import type { Institution } from '../../institutions/domain/institution.js';
import type { Direction } from './referral.js';

/**
 * Does the direction fit the pair? UP leads to medical service, DOWN leaves it, LATERAL stays on one side; where the
 * registry names both levels, UP does not lead below and DOWN not above the sender's. Sources: standards §9.1; C24.
 */
export function isDirectionBetween(direction: Direction, from: Institution, to: Institution): boolean {
  const step = from.level === null || to.level === null || from.side !== to.side ? undefined : to.level - from.level;
  switch (direction) {
    case 'UP':
      return to.side === 'MEDICAL' && (step ?? 1) >= 0;
    case 'DOWN':
      return from.side === 'MEDICAL' && (step ?? -1) <= 0;
    case 'LATERAL':
      return from.side === to.side && (step ?? 0) === 0;
  }
}

/** Refuses a direction that does not fit the pair. */
export function assertDirection(direction: Direction, from: Institution, to: Institution): void {
  if (isDirectionBetween(direction, from, to)) return;
  throw refusal('DIRECTION_DOES_NOT_FIT', {
    rule: 'REF-02',
    inputs: { direction, fromSide: from.side, toSide: to.side, fromLevel: from.level, toLevel: to.level },
  });
}

/** Refuses a request without an indication for its direction. Source: REF-02 (003篇六(四)). */
export function assertIndicated(indications: readonly ReferralIndication[], direction: Direction): void {
  const rule = { rule: 'REF-02', clause: '003篇六(四)' };
  if (indications.length === 0)
    throw refusal('INDICATION_MISSING', { ...rule, fields: [{ path: 'indications', rule: 'at least one code' }] });
  const unfit = indications.filter((code) => !isIndicationFor(code, direction));
  if (unfit.length > 0)
    throw refusal('INDICATION_FOR_OTHER_DIRECTION', {
      ...rule,
      inputs: { direction, indications: unfit },
      fields: [{ path: 'indications', rule: 'codes of this direction' }],
    });
}
