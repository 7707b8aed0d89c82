import {
  entriesOf,
  resolvePolicyEntry,
  SEED_POLICY_SETS,
  type PolicyEntry,
  type PolicySet,
  type RuleId,
} from '@yiyang/region-policy';
import { factType, type FactTypeCode } from '../../fact/domain/fact-types.js';
import { assessCompliance, type RuleOutcome } from '../domain/assess-compliance.js';
import type {
  CareAgreement,
  ComplianceInput,
  Fact,
  FactOf,
  Housemate,
  LiaisonForm,
  Partner,
} from '../domain/compliance-input.js';
import type { FindingDraft, PolicyAt } from '../domain/verdict.js';

// A county of each region, and one of a region without a set of its own.
export const NANJING = '320102';
export const SHANGHAI = '310101';
export const TONGREN = '520602';
export const XIANNING = '421202';
export const JIANGXI = '360102';
export const WENSHAN = '532601';
export const NOWHERE = '652901';
export const ON = '2024-05-20';

const CARE_FILING = { side: 'CARE', state: 'ACTIVE', validFrom: '2020-01-01', validTo: null } as const;
const MEDICAL_FILING = { ...CARE_FILING, side: 'MEDICAL' } as const;

/** A home of 120 care beds in operation, on its own: no unit, no agreement, no fact. */
export function aHome(of: Partial<ComplianceInput> & { readonly carebeds?: number } = {}): ComplianceInput {
  const { carebeds = 120, ...rest } = of;
  return {
    on: ON,
    id: 'home',
    kind: 'CARE_HOME',
    side: 'CARE',
    division: XIANNING,
    place: { latitude: 30, longitude: 114 },
    ownership: 'PRIVATE_RUN',
    operationState: 'OPERATING',
    startedOn: '2024-01-01',
    elderCareScopeFrom: null,
    careAreaSeparated: null,
    host: null,
    units: [],
    qualifications: [CARE_FILING],
    beds: [{ kind: 'CARE', operating: carebeds }],
    agreements: [],
    liaisonForms: [],
    alliances: [],
    openVisits: [],
    facts: [],
    ...rest,
  };
}

/** A medical unit of a home, seen for itself. */
export function aUnit(of: Partial<ComplianceInput> = {}): ComplianceInput {
  const host: Housemate = {
    ...{ id: 'home', kind: 'CARE_HOME', side: 'CARE', operationState: 'OPERATING' },
    qualifications: [CARE_FILING],
  };
  const unit = { id: 'unit', kind: 'INFIRMARY', side: 'MEDICAL', qualifications: [MEDICAL_FILING], beds: [] } as const;
  return aHome({ ...unit, host, ...of });
}

export function unit(kind: string, validTo: string | null = null): Housemate {
  return {
    id: kind,
    kind,
    side: 'MEDICAL',
    operationState: 'OPERATING',
    qualifications: [{ ...MEDICAL_FILING, validTo }],
  };
}

export function anAgreement(
  of: Omit<Partial<CareAgreement>, 'partner'> & { partner?: Partial<CareAgreement['partner']> } = {},
): CareAgreement {
  return {
    id: 'agreement',
    validFrom: '2024-01-01',
    validTo: '2024-12-31',
    types: ['MEDICAL_SERVICE'],
    mechanisms: ['HEALTH_GUIDANCE', 'EMERGENCY', 'APPOINTMENT', 'ROUNDS', 'PROFESSIONAL_GUIDANCE'],
    checkCycleMonths: 12,
    lastCheckedOn: null,
    ...of,
    partner: aPartner(of.partner),
  };
}

/** A community health centre that can serve. */
export function aPartner(of: Partial<Partner> = {}): Partner {
  return {
    id: 'partner',
    kind: 'COMMUNITY_HEALTH_CENTRE',
    level: 1,
    division: XIANNING,
    place: null,
    operationState: 'OPERATING',
    qualifications: [MEDICAL_FILING],
    ...of,
  };
}

/** With a partner of the same county. */
export function aLiaisonForm(of: Partial<LiaisonForm> = {}): LiaisonForm {
  return { id: 'form', partner: aPartner(), inOtherCounty: false, hasReason: false, ...of };
}

/** A fact as it is kept: what the value leaves out is null. */
export function aFact<T extends FactTypeCode>(
  type: T,
  value: Partial<FactOf<T>['value']>,
  of: Partial<FactOf<T>> = {},
): Fact {
  const nothing = Object.fromEntries(Object.keys(factType(type).fields).map((name) => [name, null]));
  return { type, value: { ...nothing, ...value }, validFrom: '2024-01-01', validTo: null, ...of } as unknown as Fact;
}

const SEED_ENTRIES: readonly PolicyEntry[] = SEED_POLICY_SETS.flatMap(entriesOf);

/** What the seed regions' policy, or that of other sets, says in the division of the institution on the day. */
export function policyFor({ division, on }: ComplianceInput, sets?: readonly PolicySet[]): PolicyAt {
  const entries = sets?.flatMap(entriesOf) ?? SEED_ENTRIES;
  return (key) => resolvePolicyEntry(entries, key, division, on);
}

export function outcomeOf(ruleId: RuleId, input: ComplianceInput, policy = policyFor(input)): RuleOutcome {
  return assessCompliance(input, policy).find(({ rule }) => rule.id === ruleId) as RuleOutcome;
}

/** The findings of one rule; empty when it is met, its reason when it does not apply. */
export function findingsOf(ruleId: RuleId, input: ComplianceInput, policy = policyFor(input)): FindingDraft[] | string {
  const outcome = outcomeOf(ruleId, input, policy);
  return outcome.outcome === 'NOT_APPLIED' ? outcome.because : [...outcome.verdict.findings];
}
