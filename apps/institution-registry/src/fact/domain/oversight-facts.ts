import { INSPECTION_ITEMS, MEDICAL_SERVICE_MODES, OPERATION_MODES, PROFIT_NATURES } from '@yiyang/standards';
import { DEPARTMENTS, type FactType } from './fact-type.js';
import { oneCode, openCode, orNothing, someCodes, uuid, wholeUpTo, yesOrNo } from './field.js';

/** What departments find, grant and run. */
export const OVERSIGHT_FACTS = {
  INSPECTION: {
    zh: '检查项目结果',
    from: 'REG-40, REG-57',
    about: 'ANY',
    statedBy: DEPARTMENTS,
    live: ['item'],
    fields: { item: oneCode(INSPECTION_ITEMS), passed: yesOrNo },
  },
  STAR_RATING: {
    zh: '星级评定',
    from: 'REG-44',
    about: 'CARE',
    statedBy: ['CIVIL_AFFAIRS'],
    live: 'ONE',
    fields: { stars: wholeUpTo(5, 1), evidence: someCodes(MEDICAL_SERVICE_MODES) },
    said: ['evidence'],
  },
  ASSESSMENT_CENTRE: {
    zh: '失能老年人健康评估中心',
    from: 'REG-55',
    about: 'ANY',
    statedBy: ['HEALTH'],
    live: 'ONE',
    fields: {},
    target: 'assessmentCentreMin',
    said: [],
  },
  UNAPPROVED_NATURE_CHANGE: {
    zh: '未经批准变更机构性质',
    from: 'REG-24',
    about: 'ANY',
    /** The registry itself states it when it refuses such a change. */
    statedBy: ['CIVIL_AFFAIRS'],
    live: 'EACH',
    /** What was asked for. */
    fields: { ownership: oneCode(OPERATION_MODES), profitNature: oneCode(PROFIT_NATURES) },
  },
  PILOT_PROGRAMME: {
    zh: '试点项目',
    from: 'REG-51, REG-61',
    about: 'ANY',
    statedBy: DEPARTMENTS,
    live: ['programme', 'partnerId'],
    partner: 'ANY',
    symmetric: true,
    /** `partnerId` is the other institution of a pair. */
    fields: { programme: openCode, partnerId: orNothing(uuid) },
    said: ['programme'],
  },
} as const satisfies Record<string, FactType>;
