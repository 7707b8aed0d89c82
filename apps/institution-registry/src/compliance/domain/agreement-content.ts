import { addDays } from '@yiyang/standards';
import { checkDueOn, isCheckOverdue } from '../../agreement/domain/agreement.js';
import type { CareAgreement, ComplianceInput } from './compliance-input.js';
import { agreementsInForce } from './house.js';
import { kilometresBetween } from './kilometres-between.js';
import { verdictOf, type Rule, type Verdict } from './verdict.js';

/** Agreements have the mechanisms that the region asks for. Source: CON-03. */
export const agreementMechanisms: Rule = {
  id: 'CON-03',
  zh: '签约合作机制',
  part: 'INTEGRATED',
  keys: ['agreement.mechanisms'],
  check: (input, policy) => {
    const source = policy('agreement.mechanisms');
    if (!source) return undefined;
    const expected = { mechanisms: source.value };
    return aboutAgreements(
      input,
      expected,
      ({ mechanisms }) => {
        const missing = source.value.filter((mechanism) => !mechanisms.includes(mechanism));
        return missing.length > 0 && { code: 'MECHANISMS_MISSING', severity: 'MINOR', actual: { missing } };
      },
      { source },
    );
  },
};

/**
 * The liaison of small institutions goes by territory: a partner of another county needs a reason (CON-11 leaves the choice
 * free). Source: CON-07, 003篇三(二).
 */
export const liaisonByTerritory: Rule = {
  id: 'CON-07',
  zh: '按照属地原则对接联系',
  part: 'INTEGRATED',
  check: ({ liaisonForms, division }) => {
    if (liaisonForms.length === 0) return undefined;
    const outside = liaisonForms.filter(({ inOtherCounty, hasReason }) => inOtherCounty && !hasReason);
    return verdictOf(
      { division },
      { forms: liaisonForms.length, outsideWithoutReason: outside.length },
      outside.map(({ id, partner }) => ({
        subject: id,
        code: 'PARTNER_OUTSIDE_COUNTY',
        severity: 'MINOR',
        actual: { division: partner.division, reasonGiven: false },
      })),
    );
  },
};

/** Agreements are checked once in every cycle that they agreed. Source: CON-10, 003篇三(二). */
export const agreementChecks: Rule = {
  id: 'CON-10',
  zh: '定期检查和重点监督',
  part: 'INTEGRATED',
  clause: { source: '003篇三 铜仁市', clause: '(二)' },
  check: (input) => {
    const dues = agreementsInForce(input).map(checkDueOn);
    const next = dues.filter((due) => due !== null && due >= input.on).sort()[0];
    return aboutAgreements(
      input,
      { checkedInEveryCycle: true },
      (agreement) => {
        const { lastCheckedOn, checkCycleMonths: cycleMonths } = agreement;
        const actual = { cycleMonths, lastCheckedOn, dueOn: checkDueOn(agreement) };
        return isCheckOverdue(agreement, input.on) && { code: 'CHECK_OVERDUE', severity: 'MINOR', actual };
      },
      next ? { changesOn: addDays(next, 1) } : {},
    );
  },
};

/** Partners are near; a distance beyond the region's is a warning, never a refusal. Source: CON-12, 003篇六(四). */
export const partnersNearby: Rule = {
  id: 'CON-12',
  zh: '方便就近、互惠互利',
  part: 'INTEGRATED',
  keys: ['agreement.distanceWarningKm'],
  check: (input, policy) => {
    const source = policy('agreement.distanceWarningKm');
    if (!source) return undefined;
    const { place } = input;
    return aboutAgreements(
      input,
      { kilometres: source.value },
      ({ partner }) => {
        const kilometres = place && partner.place ? Math.round(10 * kilometresBetween(place, partner.place)) / 10 : 0;
        return kilometres > source.value && { code: 'PARTNER_FAR', severity: 'INFO', actual: { kilometres } };
      },
      { source },
    );
  },
};

type Fault = Pick<Verdict['findings'][number], 'code' | 'severity' | 'actual'>;

/** One finding per agreement in force that has the fault; institutions without agreements are not concerned. */
function aboutAgreements(
  input: ComplianceInput,
  expected: Verdict['expected'],
  faultOf: (agreement: CareAgreement) => Fault | false,
  more: Pick<Verdict, 'source' | 'changesOn'> = {},
): Verdict | undefined {
  const agreements = agreementsInForce(input);
  if (agreements.length === 0) return undefined;
  const findings = agreements.flatMap((agreement) => {
    const fault = faultOf(agreement);
    return fault ? [{ subject: agreement.id, ...fault }] : [];
  });
  return verdictOf(expected, { agreements: agreements.length, atFault: findings.length }, findings, more);
}
