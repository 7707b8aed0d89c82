import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { IsDivision, OptionalCivilDateField } from '@yiyang/http';

export class PolicyQuery {
  @ApiProperty({ description: '参数名 key', example: 'designation.minOperatingMonths' })
  @Matches(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/)
  key!: string;

  @ApiPropertyOptional({ description: '行政区划 division; needed without a version', example: '421202' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @OptionalCivilDateField('适用日期 on; needed without a version')
  on?: string;

  @ApiPropertyOptional({
    description: '政策版本 policy version that a decision names: answers the value of then',
    example: '00000000-0000-7000-8000-000000421200@1',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@[1-9]\d{0,8}$/)
  version?: string;
}

/** Schema of a policy value, whose shape depends on its key. */
export const ANY_POLICY_VALUE = [
  { type: 'boolean' },
  { type: 'number' },
  { type: 'string' },
  { type: 'array', items: {} },
  { type: 'object', additionalProperties: true },
];

export class PolicySourceView {
  @ApiProperty({ description: '文件 document' }) document!: string;
  @ApiProperty({ description: '条款 clause' }) clause!: string;
}

export class PolicyView {
  @ApiProperty({ description: '参数名 key' }) key!: string;
  @ApiProperty({ description: '行政区划 division asked for, or of the set where a version was' }) division!:
    string | null;
  @ApiPropertyOptional({ description: '适用日期 on', format: 'date' }) on?: string;
  @ApiProperty({ description: '取值 value; its shape depends on the key', nullable: true, oneOf: ANY_POLICY_VALUE })
  value!: unknown;
  @ApiProperty({ description: '来源 source', type: PolicySourceView }) source!: PolicySourceView;
  @ApiProperty({ description: '政策集 set', format: 'uuid' }) policySetId!: string;
  @ApiProperty({ description: '政策版本 policy version' }) version!: string;
}
