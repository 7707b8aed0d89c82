import type { CodeTerm } from '../codes/code-list.js';

export const GBT42195_VERSION = 'GB/T 42195-2022';

export interface AbilityItemTerm extends CodeTerm {
  readonly part: 'B.1' | 'B.2' | 'B.3' | 'B.4';
  /** Best score; every whole number from 0 is allowed. */
  readonly max: 1 | 2 | 3 | 4;
}

/** First-level parts with their full scores: 32 + 15 + 28 + 15 = 90. */
export const ABILITY_PARTS = [
  { code: 'B.1', zh: '自理能力', en: 'self-care', max: 32 },
  { code: 'B.2', zh: '基础运动能力', en: 'basic mobility', max: 15 },
  { code: 'B.3', zh: '精神状态', en: 'mental state', max: 28 },
  { code: 'B.4', zh: '感知觉与社会参与', en: 'perception and social participation', max: 15 },
] as const;

/** The 26 items, higher = better. B.2.4 and B.4.4 end at 3, not 4. Source: standards §5. */
export const ABILITY_ITEMS = [
  { code: 'B.1.1', part: 'B.1', zh: '进食', en: 'eating', max: 4 },
  { code: 'B.1.2', part: 'B.1', zh: '修饰', en: 'grooming', max: 4 },
  { code: 'B.1.3', part: 'B.1', zh: '洗澡', en: 'bathing', max: 4 },
  { code: 'B.1.4', part: 'B.1', zh: '穿/脱上衣', en: 'dressing, upper body', max: 4 },
  { code: 'B.1.5', part: 'B.1', zh: '穿/脱裤子和鞋袜', en: 'dressing, trousers, socks and shoes', max: 4 },
  { code: 'B.1.6', part: 'B.1', zh: '小便控制', en: 'bladder control', max: 4 },
  { code: 'B.1.7', part: 'B.1', zh: '大便控制', en: 'bowel control', max: 4 },
  { code: 'B.1.8', part: 'B.1', zh: '如厕', en: 'toileting', max: 4 },
  { code: 'B.2.1', part: 'B.2', zh: '床上体位转移', en: 'moving in bed', max: 4 },
  { code: 'B.2.2', part: 'B.2', zh: '床椅转移', en: 'bed-chair transfer', max: 4 },
  { code: 'B.2.3', part: 'B.2', zh: '平地行走', en: 'walking on the level', max: 4 },
  { code: 'B.2.4', part: 'B.2', zh: '上下楼梯', en: 'stairs', max: 3 },
  { code: 'B.3.1', part: 'B.3', zh: '时间定向', en: 'orientation in time', max: 4 },
  { code: 'B.3.2', part: 'B.3', zh: '空间定向', en: 'orientation in space', max: 4 },
  { code: 'B.3.3', part: 'B.3', zh: '人物定向', en: 'orientation to persons', max: 4 },
  { code: 'B.3.4', part: 'B.3', zh: '记忆', en: 'memory', max: 4 },
  { code: 'B.3.5', part: 'B.3', zh: '理解能力', en: 'comprehension', max: 4 },
  { code: 'B.3.6', part: 'B.3', zh: '表达能力', en: 'expression', max: 4 },
  { code: 'B.3.7', part: 'B.3', zh: '攻击行为', en: 'aggressive behaviour', max: 1 },
  { code: 'B.3.8', part: 'B.3', zh: '抑郁症状', en: 'depressive symptoms', max: 1 },
  { code: 'B.3.9', part: 'B.3', zh: '意识水平', en: 'level of consciousness', max: 2 },
  { code: 'B.4.1', part: 'B.4', zh: '视力', en: 'sight', max: 2 },
  { code: 'B.4.2', part: 'B.4', zh: '听力', en: 'hearing', max: 2 },
  { code: 'B.4.3', part: 'B.4', zh: '执行日常事务', en: 'daily affairs', max: 4 },
  { code: 'B.4.4', part: 'B.4', zh: '使用交通工具外出', en: 'using transport', max: 3 },
  { code: 'B.4.5', part: 'B.4', zh: '社会交往能力', en: 'social contact', max: 4 },
] as const satisfies readonly AbilityItemTerm[];
export type AbilityItem = (typeof ABILITY_ITEMS)[number]['code'];

/** 0 = 能力完好 ... 4 = 能力完全丧失. Never comparable with a level of another scale. */
export type AbilityLevel = 0 | 1 | 2 | 3 | 4;

/** Level bands of the total, both bounds inclusive. Source: standards §5. */
export const ABILITY_LEVELS = [
  { level: 0, from: 90, to: 90, zh: '能力完好', en: 'able' },
  { level: 1, from: 66, to: 89, zh: '能力轻度受损(轻度失能)', en: 'mildly impaired' },
  { level: 2, from: 46, to: 65, zh: '能力中度受损(中度失能)', en: 'moderately impaired' },
  { level: 3, from: 30, to: 45, zh: '能力重度受损(重度失能)', en: 'severely impaired' },
  { level: 4, from: 0, to: 29, zh: '能力完全丧失(完全失能)', en: 'entirely dependent' },
] as const satisfies readonly { level: AbilityLevel; from: number; to: number; zh: string; en: string }[];

/** Care risk events of the last 30 days (A.2) that count for C.4(c). */
export const CARE_RISK_EVENTS = [
  { code: 'FALL', zh: '跌倒', en: 'fall' },
  { code: 'WANDERING', zh: '走失', en: 'wandering' },
  { code: 'CHOKING', zh: '噎食', en: 'choking' },
  { code: 'SELF_HARM', zh: '自杀、自伤', en: 'suicide attempt or self-harm' },
  { code: 'OTHER', zh: '其他', en: 'other' },
] as const satisfies readonly CodeTerm[];
export type CareRiskEvent = (typeof CARE_RISK_EVENTS)[number]['code'];
