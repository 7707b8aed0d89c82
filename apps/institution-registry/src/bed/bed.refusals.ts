import type { RefusalCatalogue } from '@yiyang/http';

/** Refusals of changes of the beds. */
export const BED_REFUSALS = {
  BED_COUNTS_DO_NOT_ADD_UP: {
    status: 422,
    owner: 'caller',
    zh: '床位数不一致',
    en: 'The counts of beds do not add up',
  },
  BED_CHANGE_DAY: { status: 422, owner: 'caller', zh: '生效日期不可行', en: 'Not a day on which beds can change' },
  CONVERSION_NOT_ALLOWED: {
    status: 422,
    owner: 'caller',
    zh: '当地不允许该床位转换',
    en: 'The region does not allow this conversion',
  },
  BEDS_IN_USE: { status: 409, owner: 'caller', zh: '富余床位不足', en: 'Fewer beds are spare' },
  BED_CHANGE_PENDING: {
    status: 409,
    owner: 'caller',
    zh: '该类床位有待核对的变更',
    en: 'A change of these beds is being checked',
  },
  BED_CHANGE_STATE: { status: 409, owner: 'caller', zh: '床位变更状态不允许', en: 'The change is in another state' },
} as const satisfies RefusalCatalogue;
