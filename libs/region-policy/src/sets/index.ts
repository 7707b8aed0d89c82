import type { PolicySet } from '../policy-set.js';
import { BEIJING } from './beijing.js';
import { CHANGZI } from './changzi.js';
import { CHONGQING } from './chongqing.js';
import { CHONGQING_DISTRICT } from './chongqing-district.js';
import { DEMO_421202 } from './demo-421202.js';
import { FANGSHAN } from './fangshan.js';
import { GONGSHU } from './gongshu.js';
import { JIANGXI } from './jiangxi.js';
import { LUAN } from './luan.js';
import { MINGSHUI } from './mingshui.js';
import { NANJING } from './nanjing.js';
import { PROJECT_DEFAULTS } from './project-default.js';
import { SHANGHAI } from './shanghai.js';
import { TONGREN } from './tongren.js';
import { WENSHAN } from './wenshan.js';
import { XIANNING } from './xianning.js';

export { CHONGQING_DISTRICT, DEMO_421202, PROJECT_DEFAULTS };

/** The regions whose plans are the source of the rules. */
export const REGION_POLICY_SETS: readonly PolicySet[] = [
  JIANGXI,
  NANJING,
  CHANGZI,
  MINGSHUI,
  BEIJING,
  FANGSHAN,
  TONGREN,
  XIANNING,
  CHONGQING,
  CHONGQING_DISTRICT,
  WENSHAN,
  SHANGHAI,
  LUAN,
  GONGSHU,
];

/** Everything a new deployment starts with: project defaults, seed regions, demonstration. */
export const SEED_POLICY_SETS: readonly PolicySet[] = [PROJECT_DEFAULTS, ...REGION_POLICY_SETS, DEMO_421202];
