import type { CodeTerm } from '../codes/code-list.js';

export const LTC37_VERSION = '医保办发〔2021〕37号';

export interface LtcItemTerm extends CodeTerm {
  readonly dimension: 'adl' | 'cognition' | 'perception';
  /** The scores the form allows, worst first. */
  readonly points: readonly number[];
}

const toTen = [0, 5, 10] as const;
const toFour = [0, 1, 2, 3, 4] as const;

/** The 17 items. Source: standards §6. */
export const LTC_ITEMS = [
  { code: 'EATING', dimension: 'adl', zh: '进食', en: 'eating', points: toTen },
  { code: 'DRESSING', dimension: 'adl', zh: '穿衣', en: 'dressing', points: toTen },
  { code: 'FACE_MOUTH', dimension: 'adl', zh: '面部与口腔清洁', en: 'face and mouth', points: [0, 5] },
  { code: 'BOWEL', dimension: 'adl', zh: '大便控制', en: 'bowel control', points: toTen },
  { code: 'BLADDER', dimension: 'adl', zh: '小便控制', en: 'bladder control', points: toTen },
  { code: 'TOILETING', dimension: 'adl', zh: '用厕', en: 'toileting', points: toTen },
  { code: 'WALKING', dimension: 'adl', zh: '平地行走', en: 'walking', points: [0, 5, 10, 15] },
  { code: 'TRANSFER', dimension: 'adl', zh: '床椅转移', en: 'bed-chair transfer', points: [0, 5, 10, 15] },
  { code: 'STAIRS', dimension: 'adl', zh: '上下楼', en: 'stairs', points: toTen },
  { code: 'BATHING', dimension: 'adl', zh: '洗澡', en: 'bathing', points: [0, 5] },
  { code: 'TIME', dimension: 'cognition', zh: '时间定向', en: 'orientation in time', points: toFour },
  { code: 'PERSONS', dimension: 'cognition', zh: '人物定向', en: 'orientation to persons', points: toFour },
  { code: 'SPACE', dimension: 'cognition', zh: '空间定向', en: 'orientation in space', points: toFour },
  { code: 'MEMORY', dimension: 'cognition', zh: '记忆力', en: 'memory', points: toFour },
  { code: 'SIGHT', dimension: 'perception', zh: '视力', en: 'sight', points: toFour },
  { code: 'HEARING', dimension: 'perception', zh: '听力', en: 'hearing', points: toFour },
  { code: 'COMMUNICATION', dimension: 'perception', zh: '沟通能力', en: 'communication', points: toFour },
] as const satisfies readonly LtcItemTerm[];

export type LtcGrade = 0 | 1 | 2 | 3;
export type LtcLevel = 0 | 1 | 2 | 3 | 4 | 5;

export interface LtcTable {
  readonly standardVersion: string;
  /** Lowest total of the grades 0, 1, 2, 3 and the full score. */
  readonly bands: Record<
    LtcItemTerm['dimension'],
    { readonly full: number; readonly from: readonly [number, number, number, number] }
  >;
  /** [ADL grade][worse grade of cognition and perception] */
  readonly matrix: readonly (readonly LtcLevel[])[];
}

/**
 * Bands and matrix as data. Only two cells are confirmed by a sample report; the others are general knowledge
 * (standards §6), so another reading is another table with its own version, never an edit of this one.
 */
export const LTC37_TABLE: LtcTable = {
  standardVersion: LTC37_VERSION,
  bands: {
    adl: { full: 100, from: [100, 65, 45, 0] },
    cognition: { full: 16, from: [16, 4, 2, 0] },
    perception: { full: 12, from: [12, 4, 2, 0] },
  },
  matrix: [
    [0, 0, 1, 1],
    [1, 1, 1, 2],
    [2, 2, 2, 3],
    [3, 3, 4, 5],
  ],
};

export const LTC_LEVELS = [
  { level: 0, zh: '基本正常', en: 'normal' },
  { level: 1, zh: '轻度失能', en: 'mild' },
  { level: 2, zh: '中度失能', en: 'moderate' },
  { level: 3, zh: '重度失能Ⅰ级', en: 'severe I' },
  { level: 4, zh: '重度失能Ⅱ级', en: 'severe II' },
  { level: 5, zh: '重度失能Ⅲ级', en: 'severe III' },
] as const satisfies readonly { level: LtcLevel; zh: string; en: string }[];

export type SelfAssessmentClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G';

/** [dependent items of 进食, 大小便控制, 洗澡][dependent items of 穿衣, 用厕, 床椅转移]. Source: standards §6. */
export const SELF_ASSESSMENT_CLASSES: readonly (readonly SelfAssessmentClass[])[] = [
  ['A', 'B', 'B', 'C'],
  ['B', 'C', 'D', 'E'],
  ['D', 'E', 'E', 'F'],
  ['E', 'F', 'F', 'G'],
];

/** The classes that may apply for an assessment. */
export const SELF_ASSESSMENT_MAY_APPLY: readonly SelfAssessmentClass[] = ['E', 'F', 'G'];
