import type { InstitutionFactStatedV1 } from '@yiyang/contracts';
import { explained, type Explained } from '@yiyang/decisions';
import {
  isWithin,
  type CivilDate,
  type HomeServiceInsurance,
  type PurchasedTask,
  type WidenedScope,
} from '@yiyang/standards';
import type { FactTypeCode } from './fact-types.js';
import type { Because } from './statement-rules.js';

/** A fact as the events tell it: what a service that asks one of these questions keeps of it. */
export type SaidFact = Pick<InstitutionFactStatedV1, 'factType' | 'codes' | 'validFrom' | 'validTo'>;

function codesOn(facts: readonly SaidFact[], type: FactTypeCode, on: CivilDate): readonly string[][] {
  return facts
    .filter(({ factType, validFrom, validTo }) => factType === type && isWithin(on, validFrom, validTo))
    .map(({ codes }) => codes);
}

/**
 * May the institution begin a service at a home on the day? Every insurance that the region asks for (policy
 * `homeServiceInsurances`) is in force then. Source: REG-49 (003篇六(五)).
 */
export function canStartHomeVisit(
  facts: readonly SaidFact[],
  { needed, on, because }: { needed: readonly HomeServiceInsurance[]; on: CivilDate; because: Because },
): Explained<boolean> {
  const insured = codesOn(facts, 'INSURANCE_POLICY', on).flat();
  const missing = needed.filter((insurance) => !insured.includes(insurance));
  return explained(missing.length === 0, { rule: 'REG-49', ...because, inputs: { on, missing } });
}

/** Is a department or drug beyond the usual list open to the institution on the day? Source: REG-50 (003篇九(十七)). */
export function isInWidenedScope(
  facts: readonly SaidFact[],
  { of, code, on }: { of: WidenedScope; code: string; on: CivilDate },
): Explained<boolean> {
  const opened = codesOn(facts, 'WIDENED_SCOPE', on).some(([kind, opens]) => kind === of && opens === code);
  return explained(opened, { rule: 'REG-50', clause: '003篇九(十七)', inputs: { on, of, code } });
}

/** May the government buy this task of the institution on the day? Source: REG-53 (000 二(四)). */
export function canTakeTask(facts: readonly SaidFact[], task: PurchasedTask, on: CivilDate): Explained<boolean> {
  const tasks = codesOn(facts, 'PURCHASED_TASK', on).flat();
  return explained(tasks.includes(task), { rule: 'REG-53', clause: '000 二(四)', inputs: { on, task, tasks } });
}

/** Is the institution, as one who is named or as the partner of one, in the pilot on the day? Source: REG-61 (003篇三(一)). */
export function isPilotMember(facts: readonly SaidFact[], programme: string, on: CivilDate): Explained<boolean> {
  const programmes = codesOn(facts, 'PILOT_PROGRAMME', on).flat();
  return explained(programmes.includes(programme), { rule: 'REG-61', inputs: { on, programme, programmes } });
}
