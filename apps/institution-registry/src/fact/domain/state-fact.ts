import { refusal, type FieldFault } from '@yiyang/decisions';
import { addDays, isWithin, type CivilDate, type InstitutionSide } from '@yiyang/standards';
import { assertNotInFuture } from '../../institution/domain/not-in-future.js';
import type { Stater } from './fact-type.js';
import { factType, type FactTypeCode } from './fact-types.js';
import { faultsOf } from './field.js';

export type FactValue = Readonly<Record<string, unknown>>;

/** A fact as somebody states it; its value is known to have the shape of its type. */
export interface Statement {
  readonly type: FactTypeCode;
  readonly value: FactValue;
  readonly validFrom: CivilDate;
  /** Inclusive; null = until further notice. */
  readonly validTo: CivilDate | null;
}

/** A fact that is kept. */
export interface Fact extends Statement {
  readonly id: string;
  readonly institutionId: string;
  /** What of the type; facts of one subject exclude each other on one day. */
  readonly subject: string;
  readonly partnerId: string | null;
}

export interface Institution {
  readonly id: string;
  readonly side: InstitutionSide;
  readonly division: string;
}

/** Facts that hold on a day. */
export function liveOn<F extends Pick<Fact, 'validFrom' | 'validTo'>>(facts: readonly F[], on: CivilDate): F[] {
  return facts.filter(({ validFrom, validTo }) => isWithin(on, validFrom, validTo));
}

/** The statement with what was left out as null; refuses what has not the shape of its type, or ends before it begins. */
export function parseStatement(given: {
  readonly type: FactTypeCode;
  readonly value: FactValue;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate | null;
}): Statement {
  const { fields, oneDay, periods = [] } = factType(given.type);
  const { type, validFrom } = given;
  const validTo = given.validTo ?? (oneDay ? validFrom : null);
  const faults: FieldFault[] = faultsOf(fields, given.value);
  if (faults.length === 0) faults.push(...periods.flatMap((period) => periodFaults(given.value, period)));
  if (validTo !== null && validTo < validFrom) faults.push({ path: 'validTo', rule: 'not before validFrom' });
  if (oneDay && validTo !== validFrom) faults.push({ path: 'validTo', rule: 'the same day: it happened on one' });
  if (faults.length > 0) throw refusal('MALFORMED_REQUEST', { rule: factType(type).from, fields: faults.slice(0, 50) });
  const value = Object.fromEntries(Object.keys(fields).map((name) => [name, given.value[name] ?? null]));
  return { type, value, validFrom, validTo };
}

function periodFaults(value: FactValue, [from, to]: readonly [string, string]): FieldFault[] {
  const [first, last] = [value[from] ?? null, value[to] ?? null];
  if (typeof last !== 'string' || (typeof first === 'string' && first <= last)) return [];
  return [{ path: `value.${to}`, rule: `with ${from}, and not before it` }];
}

/**
 * May this be stated about this institution, by this stater, with this partner? Facts of the medical side are not stated
 * about care institutions and the other way round; an institution states nothing that a department decides.
 */
export function assertStatable(
  { type, validFrom }: Statement,
  of: { institution: Institution; partner: Institution | undefined; by: Stater; today: CivilDate },
): void {
  const { about, statedBy, partner: side, oneDay, from } = factType(type);
  const { institution, partner } = of;
  if (!statedBy.includes(of.by))
    throw refusal('FACT_NOT_YOURS_TO_STATE', { rule: from, inputs: { type, statedBy: [...statedBy], by: of.by } });
  if (about !== 'ANY' && about !== institution.side)
    throw refusal('FACT_OF_OTHER_SIDE', {
      rule: from,
      inputs: { type, about, side: institution.side },
      fields: [{ path: 'type', rule: `stated about the ${about} side only` }],
    });
  if (partner && (partner.id === institution.id || (side !== 'ANY' && side !== partner.side)))
    throw refusal('FACT_PARTNER_NOT_ELIGIBLE', {
      rule: from,
      inputs: { side: partner.side, isItself: partner.id === institution.id },
      fields: [{ path: 'value.partnerId', rule: `another institution, of side ${side ?? 'ANY'}` }],
    });
  if (oneDay) assertNotInFuture('validFrom', validFrom, of.today, from);
}

/** What of its type a statement is about: the values of the fields that tell such facts apart; its id in a log. */
export function subjectOf({ type, value }: Statement, id: string): string {
  const { live } = factType(type);
  if (live === 'EACH') return id;
  return live === 'ONE' ? '' : live.map((name) => (value[name] as string | null) ?? '').join(' ');
}

/**
 * What is stated from a day on takes the place of what held until then, so the earlier fact ends the day before. Where a
 * fact of the subject begins on that day or later, nobody can know which of the two is meant: it is corrected instead.
 */
export function successionOf(
  { type, validFrom, validTo }: Statement,
  others: readonly Pick<Fact, 'id' | 'validFrom' | 'validTo'>[],
): { id: string; validTo: CivilDate } | undefined {
  const overlapping = others.filter(
    (other) =>
      (validTo === null || other.validFrom <= validTo) && (other.validTo === null || validFrom <= other.validTo),
  );
  const later = overlapping.find((other) => other.validFrom >= validFrom);
  if (later)
    throw refusal('FACT_OVERLAPS', {
      rule: factType(type).from,
      inputs: { factId: later.id, validFrom: later.validFrom, validTo: later.validTo },
      fields: [{ path: validFrom === later.validFrom ? 'validFrom' : 'validTo', rule: `before ${later.validFrom}` }],
    });
  const [earlier] = overlapping;
  return earlier && { id: earlier.id, validTo: addDays(validFrom, -1) };
}

/** The last day of a fact is no earlier than its first; a fact that never held is retracted instead. */
export function endFact(fact: Pick<Fact, 'type' | 'validFrom' | 'validTo'>, endsOn: CivilDate): CivilDate {
  const { type, validFrom, validTo } = fact;
  if (endsOn < validFrom || (validTo !== null && endsOn > validTo))
    throw refusal('FACT_NOT_THEN', {
      rule: factType(type).from,
      inputs: { validFrom, validTo },
      fields: [{ path: 'endsOn', rule: `from ${validFrom}${validTo === null ? ' on' : ` to ${validTo}`}` }],
    });
  return endsOn;
}

/** The coded content that other services are told; undefined where they are told nothing. */
export function saidCodes({ type, value }: Pick<Statement, 'type' | 'value'>): string[] | undefined {
  return factType(type).said?.flatMap((name) => value[name] as string | string[]);
}

/** The value without what identifies staff. */
export function anonymous({ type, value }: Pick<Statement, 'type' | 'value'>): FactValue {
  const { fields } = factType(type);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !fields[name]?.identifies));
}
