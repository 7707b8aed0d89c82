import { Controller } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Audit, AuditSealer, CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Read } from '@yiyang/http';
import { FanOut, jsonOf } from './fan-out.js';

export class FirstAlteredView {
  @ApiProperty({ description: '条目编号 audit entry id' }) entryId!: string;
  @ApiProperty({ description: '原因 what does not fit' }) reason!: string;
}

export class ServiceAuditView {
  @ApiProperty({ description: '服务 service' }) service!: string;
  @ApiProperty({ description: '是否完整 whether entries and chain agree' }) ok!: boolean;
  @ApiProperty({ description: '条目数 entries checked', type: 'integer' }) entries!: number;
  @ApiProperty({ description: '封存批次数 seals checked', type: 'integer' }) seals!: number;
  @ApiPropertyOptional({ description: '首个被改动的条目 first altered entry', type: FirstAlteredView })
  firstAltered?: FirstAlteredView | undefined;
}

export class AuditView {
  @ApiProperty({ description: '是否全部完整 whether all are' }) ok!: boolean;
  @ApiProperty({ type: [ServiceAuditView] }) services!: ServiceAuditView[];
}

/** Proof that no service's audit trail was rewritten. */
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly fanOut: FanOut,
    private readonly audit: Audit,
    private readonly sealer: AuditSealer,
  ) {}

  @Read('verify', 'audit.verify', { summary: '验证审计链 Verify the audit chains', returns: AuditView })
  async verify(@CallerParam() caller: Caller): Promise<AuditView> {
    const [own, answers] = await Promise.all([
      this.audit.verify(this.sealer.anchor),
      this.fanOut.askAll(caller, '/v1/audit/verify'),
    ]);
    const services = answers.map(({ service, answer }) => {
      // A trail that nobody could look at is not proven.
      if (answer?.status !== 200) throw refusal('UNAVAILABLE', { inputs: { service } });
      return { ...jsonOf<Omit<ServiceAuditView, 'service'>>(answer), service };
    });
    const { ok, entries, seals, firstAltered } = own;
    const gateway = { service: 'gateway', ok, entries, seals, ...(firstAltered && { firstAltered }) };
    const all = [...services, gateway];
    return { ok: all.every((one) => one.ok), services: all };
  }
}
