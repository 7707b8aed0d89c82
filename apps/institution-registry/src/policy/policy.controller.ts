import { Controller, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AccessDecisions, CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { CivilDateField, found, Read, type Answer } from '@yiyang/http';
import { Policies } from '@yiyang/service';
import { IsDivision } from '../registry-fields.js';

export class PolicyQuery {
  @ApiProperty({ description: '行政区划 division', example: '421202' })
  @IsDivision()
  division!: string;

  @ApiProperty({ description: '参数名 key', example: 'designation.minOperatingMonths' })
  @Matches(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/)
  key!: string;

  @CivilDateField('适用日期 on')
  on!: string;
}

export class PolicySourceView {
  @ApiProperty({ description: '文件 document' }) document!: string;
  @ApiProperty({ description: '条款 clause' }) clause!: string;
}

export class PolicyView {
  @ApiProperty() key!: string;
  @ApiProperty() division!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: '取值 value', type: 'object', additionalProperties: true }) value!: unknown;
  @ApiProperty({ type: PolicySourceView }) source!: PolicySourceView;
  @ApiProperty({ format: 'uuid' }) policySetId!: string;
  @ApiProperty({ description: '政策版本 policy version' }) version!: string;
}

/** Which value holds where and when, and which document says so. Source: GOV-15. */
@Controller('v1/policies')
export class PolicyController {
  constructor(
    private readonly access: AccessDecisions,
    private readonly policies: Policies,
  ) {}

  @Read('resolve', 'policy.resolve', { summary: '查询地方政策 Resolve a regional policy value', returns: PolicyView })
  async resolve(@CallerParam() caller: Caller, @Query() query: PolicyQuery): Promise<Answer> {
    this.access.require(caller, 'policy.resolve');
    const policy = await this.policies.find(query.division, query.key, query.on);
    if (!policy) throw refusal('NOT_FOUND');
    const { value, policySetId, policyVersion, document, clause } = policy;
    return found({ ...query, value, source: { document, clause }, policySetId, version: policyVersion });
  }
}
