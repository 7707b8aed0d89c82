import { refusal } from '@yiyang/decisions';
import type { CivilDate } from '@yiyang/standards';

/** Benefits follow how the person is insured, not what a bill says. Source: SET-08. */
export function requireInsured(
  elder: { scheme: string; personType: string },
  claimed: { scheme: string; personType: string },
): void {
  const fields = (['scheme', 'personType'] as const).filter((field) => elder[field] !== claimed[field]);
  if (fields.length === 0) return;
  throw refusal('INSURED_DIFFERENTLY', {
    rule: 'SET-08',
    fields: fields.map((path) => ({ path, rule: 'as the person is insured' })),
  });
}

/** A stay is settled after its discharge. Source: standards §10.2 (the year of discharge settles). */
export function requireEnded(stay: { admittedOn: CivilDate; dischargedOn: CivilDate }, today: CivilDate): void {
  const { admittedOn, dischargedOn } = stay;
  if (admittedOn <= dischargedOn && dischargedOn <= today) return;
  throw refusal('STAY_NOT_ENDED', {
    rule: 'STD-10.2',
    inputs: { admittedOn, dischargedOn, today },
    fields: [{ path: 'dischargedOn', rule: `from admittedOn to ${today}` }],
  });
}
