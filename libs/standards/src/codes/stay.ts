import type { CodeOf, CodeTerm } from './code-list.js';

export interface DischargeDestinationTerm extends CodeTerm {
  /** 离院方式 of the settlement list: 2 and 3 must name the receiving institution. Source: standards §12.3. */
  readonly dscgWay: '1' | '2' | '3' | '4' | '5' | '9';
  readonly namesReceiver: boolean;
}

/** Where a stay ends. CARE_BED is the kept care bed or another bed of a care institution (休养). */
export const DISCHARGE_DESTINATIONS = [
  { code: 'HOME', zh: '医嘱离院回家', en: 'home by order', dscgWay: '1', namesReceiver: false },
  { code: 'CARE_BED', zh: '转养老床位', en: 'care bed', dscgWay: '1', namesReceiver: true },
  { code: 'OTHER_HOSPITAL', zh: '医嘱转院', en: 'other hospital', dscgWay: '2', namesReceiver: true },
  {
    code: 'PRIMARY_CARE',
    zh: '医嘱转社区卫生服务机构/乡镇卫生院',
    en: 'primary care institution',
    dscgWay: '3',
    namesReceiver: true,
  },
  { code: 'AGAINST_ADVICE', zh: '非医嘱离院', en: 'against advice', dscgWay: '4', namesReceiver: false },
  { code: 'DECEASED', zh: '死亡', en: 'deceased', dscgWay: '5', namesReceiver: false },
  { code: 'OTHER', zh: '其他', en: 'other', dscgWay: '9', namesReceiver: false },
] as const satisfies readonly DischargeDestinationTerm[];
export type DischargeDestination = CodeOf<typeof DISCHARGE_DESTINATIONS>;

/** What a transfer plan states before dispatch. Source: REF-13. */
export const TRANSFER_PLAN_PARTS = [
  { code: 'TIME', zh: '转运时间', en: 'time' },
  { code: 'TRANSPORT', zh: '转运工具', en: 'transport' },
  { code: 'ESCORT', zh: '陪同人员', en: 'escort' },
  { code: 'DOCUMENTS', zh: '随行资料', en: 'documents' },
] as const satisfies readonly CodeTerm[];
export type TransferPlanPart = CodeOf<typeof TRANSFER_PLAN_PARTS>;

export const TRANSPORT_MODES = [
  { code: 'AMBULANCE', zh: '救护车', en: 'ambulance' },
  { code: 'INSTITUTION_VEHICLE', zh: '机构车辆', en: 'vehicle of the institution' },
  { code: 'FAMILY_VEHICLE', zh: '家属自备车辆', en: 'vehicle of the family' },
  { code: 'WHEELCHAIR', zh: '轮椅', en: 'wheelchair' },
  { code: 'STRETCHER', zh: '担架', en: 'stretcher' },
  { code: 'ON_FOOT', zh: '步行', en: 'on foot' },
] as const satisfies readonly CodeTerm[];
export type TransportMode = CodeOf<typeof TRANSPORT_MODES>;
