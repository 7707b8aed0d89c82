import { agreementChecks, agreementMechanisms, liaisonByTerritory, partnersNearby } from './agreement-content.js';
import {
  agreementOfEveryHome,
  agreementWithoutOwnUnit,
  countyHospitalLink,
  hospitalChannels,
} from './agreement-coverage.js';
import { plannedRounds } from './alliance-visits.js';
import { medicalFacilityByBeds, rehabFacilityByBeds } from './facilities-by-beds.js';
import { medicallyCovered } from './medical-coverage.js';
import {
  careAreaSeparated,
  colourSteelPanels,
  fireDrills,
  fireResponsibility,
  infectionControl,
  outbreakStaff,
} from './safety.js';
import { certifiedStaff, doctorsInRegion } from './staff.js';
import { consortiumOfUnit, nursingStationOfDayCare, ratingEvidence, unitsOfWelfareHome } from './units-and-rating.js';
import type { Rule } from './verdict.js';
import { welfareNature } from './welfare-nature.js';

/** Every rule that an institution is measured by, in the order of the catalogue. None of them refuses anything. */
export const RULES: readonly Rule[] = [
  medicalFacilityByBeds('REG-17', '按床位设置护理站、医务室、护理院'),
  medicalFacilityByBeds('REG-18', '一定规模的养老机构设置医疗机构'),
  medicalFacilityByBeds('REG-19', '按床位设置医务室或附属医院'),
  rehabFacilityByBeds,
  welfareNature,
  medicallyCovered,
  consortiumOfUnit,
  nursingStationOfDayCare,
  certifiedStaff,
  doctorsInRegion,
  fireResponsibility,
  careAreaSeparated,
  outbreakStaff,
  colourSteelPanels,
  ratingEvidence,
  infectionControl,
  unitsOfWelfareHome,
  fireDrills,
  agreementMechanisms,
  agreementWithoutOwnUnit,
  agreementOfEveryHome,
  liaisonByTerritory,
  agreementChecks,
  partnersNearby,
  hospitalChannels,
  plannedRounds,
  countyHospitalLink,
];
