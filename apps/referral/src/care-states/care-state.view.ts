import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CARE_STAGES, CARE_STATES, codesOf } from '@yiyang/standards';

/** 照护状态: 住院 or 休养. An elder who was never in care is at home since an unknown time. */
export class CareStateView {
  @ApiProperty({ description: '老年人标识 elder', format: 'uuid' }) elderId!: string;
  @ApiPropertyOptional({ description: '状态 state', enum: codesOf(CARE_STATES) }) state?: string;
  @ApiPropertyOptional({ description: '起始时间 since', format: 'date-time', nullable: true, type: String }) since?:
    string | null;
  @ApiPropertyOptional({ description: '所在机构 where', format: 'uuid', nullable: true, type: String }) institutionId?:
    string | null;
  @ApiPropertyOptional({
    description: '服务阶段 stage',
    enum: [...codesOf(CARE_STAGES), null],
    nullable: true,
    type: String,
  })
  stage?: string | null;
  @ApiPropertyOptional({ description: '转诊标识 referral', format: 'uuid', nullable: true, type: String }) referralId?:
    string | null;
}
