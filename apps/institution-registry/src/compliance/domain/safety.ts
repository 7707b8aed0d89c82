import { addDays, addMonthsClipped } from '@yiyang/standards';
import { isLive } from '../../institution/domain/integrated-status.js';
import type { ComplianceInput } from './compliance-input.js';
import { factsInForce, statedFacts } from './house.js';
import { verdict, verdictOf, type Rule } from './verdict.js';

/** Does a medical institution give care, itself or in a unit? */
function givesCare(input: ComplianceInput): boolean {
  const house = [input.qualifications, ...input.units.map((unit) => unit.qualifications)].flat();
  return house.some((qualification) => qualification.side === 'CARE' && isLive(qualification, input.on));
}

/** The rules of fire safety bind the house where elders are cared for; its units are inside it. */
const isCareHouse = (input: ComplianceInput) => input.host === null && (input.side === 'CARE' || givesCare(input));

/** A responsible person and a manager for fire safety are named. Source: REG-37, 003篇六(九). */
export const fireResponsibility: Rule = {
  id: 'REG-37',
  zh: '消防安全责任人、管理人',
  part: 'CARE',
  clause: { source: '003篇六 咸宁市', clause: '(九)' },
  check: (input) => {
    if (!isCareHouse(input)) return undefined;
    const [named] = factsInForce(input, 'FIRE_RESPONSIBILITY');
    const [responsible, manager] = [Boolean(named?.responsibleStaffCode), Boolean(named?.managerStaffCode)];
    return verdict(responsible && manager, {
      code: responsible ? 'FIRE_MANAGER_MISSING' : 'FIRE_RESPONSIBLE_MISSING',
      severity: 'MAJOR',
      expected: { responsible: true, manager: true },
      actual: { responsible, manager },
    });
  },
};

/**
 * The care area of a medical institution, a unit of its own or not, is separated from the medical area; already before
 * operation begins. What is stated later takes the place of what the application declared. Source: REG-38, 000 六(十八).
 */
export const careAreaSeparated: Rule = {
  id: 'REG-38',
  zh: '养老服务区域独立设置',
  part: 'INTEGRATED',
  beforeOperation: true,
  check: (input) => {
    const [stated] = factsInForce(input, 'CARE_AREA');
    const cares = input.qualifications.some((own) => own.side === 'CARE' && isLive(own, input.on));
    const isCareUnit = input.side === 'CARE' && input.host?.side === 'MEDICAL';
    const opensCare = input.side === 'MEDICAL' && (cares || input.elderCareScopeFrom !== null || stated !== undefined);
    if (!isCareUnit && !opensCare) return undefined;
    const separated = stated?.careAreaSeparated ?? input.careAreaSeparated;
    return verdict(separated === true, {
      code: 'CARE_AREA_NOT_SEPARATED',
      severity: 'MAJOR',
      expected: { careAreaSeparated: true },
      actual: { careAreaSeparated: separated },
    });
  },
};

/** While an outbreak is declared, the care area of a medical institution has staff of its own. Source: REG-39, 000 六(十八). */
export const outbreakStaff: Rule = {
  id: 'REG-39',
  zh: '疫情期间养老区域专人专用',
  part: 'INTEGRATED',
  check: (input) => {
    const [area] = factsInForce(input, 'CARE_AREA');
    const outbreak = factsInForce(input, 'OUTBREAK').length > 0;
    if (!outbreak || input.side !== 'MEDICAL' || (!givesCare(input) && !area)) return undefined;
    const dedicatedStaff = area?.dedicatedStaff ?? null;
    return verdict((dedicatedStaff ?? 0) > 0, {
      code: 'OUTBREAK_STAFF_MISSING',
      severity: 'MAJOR',
      expected: { leastDedicatedStaff: 1 },
      actual: { dedicatedStaff },
    });
  },
};

/** No flammable colour-steel panels where people are: the one finding that takes the house out of operation. Source: REG-40, 000 六(十八). */
export const colourSteelPanels: Rule = {
  id: 'REG-40',
  zh: '严禁易燃可燃彩钢板',
  part: 'CARE',
  ordersRectification: true,
  check: (input) => {
    const inspection = factsInForce(input, 'INSPECTION').find(({ item }) => item === 'COLOUR_STEEL_PANELS');
    if (!inspection) return undefined;
    return verdict(inspection.passed, {
      code: 'COLOUR_STEEL_PANELS',
      severity: 'CRITICAL',
      expected: { passed: true },
      actual: { passed: inspection.passed },
    });
  },
};

/** An internal medical institution says whether it serves outsiders, and its infection control passes. Source: REG-57, 000 六(十八). */
export const infectionControl: Rule = {
  id: 'REG-57',
  zh: '感染防控与对内对外服务',
  part: 'MEDICAL',
  check: (input) => {
    if (input.side !== 'MEDICAL' || input.host?.side !== 'CARE') return undefined;
    const [serves] = factsInForce(input, 'SERVES_OUTSIDERS');
    const inspection = factsInForce(input, 'INSPECTION').find(({ item }) => item === 'INFECTION_CONTROL');
    const actual = { servesOutsiders: serves?.servesOutsiders ?? null, passed: inspection?.passed ?? null };
    return verdictOf({ servesOutsiders: ['true', 'false'], passed: true }, actual, [
      ...(serves
        ? []
        : [{ subject: 'SERVES_OUTSIDERS', code: 'SERVES_OUTSIDERS_UNSTATED', severity: 'MINOR', actual } as const]),
      ...(inspection?.passed === false
        ? [{ subject: 'INFECTION_CONTROL', code: 'INFECTION_CONTROL_FAILED', severity: 'MAJOR', actual } as const]
        : []),
    ]);
  },
};

/** An emergency drill in every period; a house that never had one counts from its first day. Source: REG-60, 000 六(十八). */
export const fireDrills: Rule = {
  id: 'REG-60',
  zh: '消防应急演练',
  part: 'CARE',
  clause: { source: '赣卫老龄字〔2023〕5号', clause: '六(十八)' },
  keys: ['fireDrillMonths'],
  check: (input, policy) => {
    const source = policy('fireDrillMonths');
    if (!source || !isCareHouse(input) || input.startedOn === null) return undefined;
    const drills = statedFacts(input, 'SAFETY_EXERCISE')
      .filter(({ value, validFrom }) => value.exercise === 'EMERGENCY_DRILL' && validFrom <= input.on)
      .map(({ validFrom }) => validFrom);
    const lastOn = drills.sort().at(-1) ?? null;
    const dueOn = addMonthsClipped(lastOn ?? input.startedOn, source.value);
    const met = input.on <= dueOn;
    return verdict(
      met,
      { code: 'DRILL_OVERDUE', severity: 'MAJOR', expected: { withinMonths: source.value }, actual: { lastOn, dueOn } },
      { source, ...(met && { changesOn: addDays(dueOn, 1) }) },
    );
  },
};
