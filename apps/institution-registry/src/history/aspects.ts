/** Parts of an institution that have a history of their own. */
export const ASPECTS = [
  'INSTITUTION',
  'QUALIFICATION',
  'OPERATION',
  'BEDS',
  'BED_OFFER',
  'LOCATION',
  'AGREEMENT',
  'LIAISON',
  'FACT',
  'PRICE_LIST',
  'ALLIANCE',
  'PENALTY',
] as const;
export type Aspect = (typeof ASPECTS)[number];
