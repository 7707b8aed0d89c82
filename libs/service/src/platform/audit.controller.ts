import { Controller } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Audit, AuditSealer } from '@yiyang/access';
import { Read } from '@yiyang/http';

export class FirstAlteredView {
  @ApiProperty({ description: '条目编号 audit entry id' }) entryId!: string;
  @ApiProperty({ description: '原因 what does not fit' }) reason!: string;
}

export class AuditVerificationView {
  @ApiProperty({ description: '是否完整 whether entries and chain agree' }) ok!: boolean;
  @ApiProperty({ description: '条目数 entries checked', type: 'integer' }) entries!: number;
  @ApiProperty({ description: '封存批次数 seals checked', type: 'integer' }) seals!: number;
  @ApiPropertyOptional({ description: '首个被改动的条目 first altered entry', type: FirstAlteredView })
  firstAltered?: FirstAlteredView;
}

/** Proof that the audit trail of this service was not rewritten. */
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly sealer: AuditSealer,
  ) {}

  @Read('verify', 'audit.verify', { summary: '验证审计链 Verify the audit chain', returns: AuditVerificationView })
  verify(): Promise<AuditVerificationView> {
    return this.audit.verify(this.sealer.anchor);
  }
}
