import type { ApplicationPath } from '../application/domain/application-path.js';
import type { GuideParts } from './domain/guide.js';

const FILING_OF_CARE = '《养老机构管理办法》（民政部令第66号）备案办理';
const LICENSING_ACT = '《中华人民共和国行政许可法》第四十二条';
const MEDICAL_REGULATION = '《医疗机构管理条例》（国务院令第149号）执业登记';
const SETTING_UP = '《医疗机构管理条例》（国务院令第149号）设置审批';
const TWO_IN_ONE = '《关于进一步改革完善医疗机构、医师审批工作的通知》二级及以下医疗机构两证合一';
const INTERNAL_UNIT = '《关于养老机构内部设置医疗机构取消行政审批实行备案管理的通知》';

const step = (text: string, legalBasis: string) => ({ text, legalBasis });

export interface DefaultGuide {
  readonly id: string;
  readonly side: 'MEDICAL' | 'CARE';
  readonly path: ApplicationPath;
  readonly parts: Required<GuideParts>;
}

/** What is told where no department has published a guide of its own; fixed ids, so each is put in once. */
export const DEFAULT_GUIDES: readonly DefaultGuide[] = [
  {
    id: '00000000-0000-7000-8000-00009e1de001',
    side: 'CARE',
    path: 'FILING',
    parts: {
      flow: [
        step('向登记机关办理法人登记', '《中华人民共和国老年人权益保障法》第四十三条'),
        step('收住老年人后十个工作日内向县级民政部门备案', FILING_OF_CARE),
        step('民政部门出具备案回执', FILING_OF_CARE),
      ],
      conditions: [
        step('已办理法人登记，业务范围包含养老服务', '《中华人民共和国老年人权益保障法》第四十三条'),
        step('符合建筑、消防、食品安全、环境保护等要求', FILING_OF_CARE),
      ],
      materials: [
        step('备案申请书', FILING_OF_CARE),
        step('法人登记证书', FILING_OF_CARE),
        step('符合国家有关规定的承诺书', FILING_OF_CARE),
      ],
      timeLimit: { workingDays: 10, legalBasis: FILING_OF_CARE },
    },
  },
  {
    id: '00000000-0000-7000-8000-00009e1de002',
    side: 'MEDICAL',
    path: 'FILING',
    parts: {
      flow: [
        step('养老机构向县级卫生健康部门提交备案材料', INTERNAL_UNIT),
        step('卫生健康部门当场核对并发放备案凭证', INTERNAL_UNIT),
      ],
      conditions: [step('设在养老机构内部，符合相应类别医疗机构基本标准', INTERNAL_UNIT)],
      materials: [
        step('设置医疗机构备案书', INTERNAL_UNIT),
        step('养老机构备案回执及法人登记证书', INTERNAL_UNIT),
        step('卫生技术人员名录及执业证书', INTERNAL_UNIT),
      ],
      timeLimit: { workingDays: 10, legalBasis: INTERNAL_UNIT },
    },
  },
  {
    id: '00000000-0000-7000-8000-00009e1de003',
    side: 'MEDICAL',
    path: 'TWO_IN_ONE',
    parts: {
      flow: [
        step('一次申请设置审批与执业登记', TWO_IN_ONE),
        step('卫生健康部门审查、现场核查并作出决定', MEDICAL_REGULATION),
        step('一次发放载明两个证号的医疗机构执业许可证', TWO_IN_ONE),
      ],
      conditions: [
        step('级别为二级及以下，不属于除外类别', TWO_IN_ONE),
        step('符合医疗机构基本标准', MEDICAL_REGULATION),
      ],
      materials: [
        step('医疗机构执业登记申请书', MEDICAL_REGULATION),
        step('建筑设计平面图及用房证明', MEDICAL_REGULATION),
        step('卫生技术人员名录及执业证书', MEDICAL_REGULATION),
        step('规章制度', MEDICAL_REGULATION),
      ],
      timeLimit: { workingDays: 20, legalBasis: LICENSING_ACT },
    },
  },
  {
    id: '00000000-0000-7000-8000-00009e1de004',
    side: 'MEDICAL',
    path: 'APPROVAL',
    parts: {
      flow: [
        step('申请设置审批，取得设置医疗机构批准书', SETTING_UP),
        step('筹建完成后申请执业登记', MEDICAL_REGULATION),
        step('卫生健康部门审查、现场核查并作出决定', MEDICAL_REGULATION),
      ],
      conditions: [
        step('有适合的名称、组织机构和场所', MEDICAL_REGULATION),
        step('有与其开展业务相适应的经费、设施、设备和专业卫生技术人员', MEDICAL_REGULATION),
      ],
      materials: [
        step('设置申请书及可行性研究报告', SETTING_UP),
        step('选址报告和建筑设计平面图', SETTING_UP),
        step('医疗机构执业登记申请书', MEDICAL_REGULATION),
      ],
      timeLimit: { workingDays: 20, legalBasis: LICENSING_ACT },
    },
  },
];
