import { ApiPropertyOptional } from '@nestjs/swagger';
import { CivilDateField, PageQuery } from '@yiyang/http';
import {
  BED_KINDS,
  CANCEL_REASONS,
  CARE_STAGES,
  codesOf,
  DISCHARGE_DESTINATIONS,
  REFERRAL_INDICATIONS,
  REFERRAL_URGENCIES,
  REJECT_REASONS,
  TRANSPORT_MODES,
  type BedKind,
  type CareStage,
  type ReferralIndication,
  type ReferralUrgency,
  type TransportMode,
} from '@yiyang/standards';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { CodeField, IdField, OptionalCodeField, OptionalIdField, OptionalPartField } from '../fields/code-fields.js';
import { ALLOWED } from './domain/allowed.js';
import { DIRECTIONS, type Destination, type Direction, type ReferralStatus } from './domain/referral.js';
import { OptionalInstantField } from '../fields/instant.decorator.js';

const INDICATIONS = codesOf(REFERRAL_INDICATIONS);
const STATUSES = Object.keys(ALLOWED) as ReferralStatus[];
const DESTINATIONS: Destination[] = [...codesOf(DISCHARGE_DESTINATIONS), 'HOSPITAL', 'NURSING_HOSPITAL'];

/** What every request says, whether it opens a chain or continues one. Stage and indications are asked for by rules, not by form. */
class RequestBody {
  @CodeField('方向 UP 上转, DOWN 下转, LATERAL 平转', DIRECTIONS) direction!: Direction;
  @CodeField('紧急程度 urgency', codesOf(REFERRAL_URGENCIES)) urgency!: ReferralUrgency;
  @OptionalCodeField('服务阶段 stage of care (REF-17)', codesOf(CARE_STAGES)) stage?: CareStage;

  @ApiPropertyOptional({ description: '转诊指征 indications (REF-02)', isArray: true, enum: INDICATIONS, maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(INDICATIONS, { each: true })
  indications: ReferralIndication[] = [];

  @OptionalIdField('知情同意 consent of the elder (REF-26)') consentId?: string;
  @OptionalCodeField('床位类别 kind of bed wished', codesOf(BED_KINDS)) bedKind?: BedKind;
}

/** 发起转诊 */
export class RequestReferralBody extends RequestBody {
  @IdField('老年人标识 elder') elderId!: string;
  @IdField('转出机构 own institution or unit') fromInstitutionId!: string;
  @OptionalIdField('转入机构 institution that is asked; the contracted partner when left out (REF-28)')
  toInstitutionId?: string;
}

/** 续转 the next link of the chain */
export class ReferOnBody extends RequestBody {
  @IdField('转入机构 institution that is asked') toInstitutionId!: string;
}

/** 接收转诊 */
export class AcceptReferralBody {
  @OptionalCodeField('床位类别 kind of bed to reserve; as requested when left out', codesOf(BED_KINDS))
  bedKind?: BedKind;
}

/** 拒绝 */
export class RejectReferralBody {
  @CodeField('拒绝原因 reason', codesOf(REJECT_REASONS)) reasonCode!: string;
}

/** 撤销 */
export class CancelReferralBody {
  @CodeField('撤销原因 reason', codesOf(CANCEL_REASONS)) reasonCode!: string;
}

/** 转运方案: complete where REF-13 applies */
export class TransferPlanBody {
  @OptionalInstantField('转运时间 planned departure') departAt?: Date;
  @OptionalCodeField('转运工具 transport', codesOf(TRANSPORT_MODES)) transport?: TransportMode;

  @ApiPropertyOptional({ description: '陪同人员 escort; kept encrypted', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  escort?: string;

  @ApiPropertyOptional({ description: '随行资料 documents that travel along', type: [String], maxItems: 20 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(100, { each: true })
  documents?: string[];
}

/** 转出 */
export class DispatchReferralBody {
  @OptionalPartField('转运方案 transfer plan (REF-13)', TransferPlanBody) plan?: TransferPlanBody;
}

/** 到达接收 */
export class ReceiveReferralBody {
  @OptionalInstantField('到达时间 arrival; now when left out') arrivedAt?: Date;
}

/** 办理入院 */
export class AdmitReferralBody {
  @CivilDateField('入院日期 day of admission') admittedOn!: string;
}

/** 完成转诊 */
export class CompleteReferralBody {
  @CivilDateField('出院日期 day of discharge') dischargedOn!: string;
  @CodeField('出院去向 destination', DESTINATIONS) destination!: Destination;
  @OptionalCodeField('服务阶段 stage at discharge (REF-17)', codesOf(CARE_STAGES)) stage?: CareStage;

  @ApiPropertyOptional({
    description: '出院标准 code of the discharge standard met (REF-02)',
    pattern: '^[A-Z][A-Z0-9_-]{0,47}$',
  })
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_-]{0,47}$/)
  dischargeStandard?: string;

  @OptionalIdField('出院小结 summary in the record') summaryDocumentId?: string;

  @OptionalPartField('续转 who takes over', ReferOnBody) referOn?: ReferOnBody;
}

/** Filters of the list of referrals. */
export class ReferralsQuery extends PageQuery {
  @OptionalIdField('转入机构 referrals to this institution') inbox?: string;
  @OptionalIdField('转出机构 referrals from this institution') outbox?: string;
  @OptionalCodeField('状态 status', STATUSES) status?: ReferralStatus;
}
