import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FieldFaultView {
  @ApiProperty({ description: '字段路径 field path', example: 'lines[2].quantity' }) path!: string;
  @ApiProperty({ description: '规则 what is expected' }) rule!: string;
}

/** 问题详情 `application/problem+json`. */
export class ProblemView {
  @ApiProperty({ example: 'urn:yiyang:refusal:NO_FREE_BED' }) type!: string;
  @ApiProperty({ description: '标题 title in the caller’s language' }) title!: string;
  @ApiProperty({ description: '中英文标题', type: 'object', additionalProperties: { type: 'string' } }) titles!: Record<
    string,
    string
  >;
  @ApiProperty({ type: 'integer' }) status!: number;
  @ApiProperty({ description: '稳定代码 stable code' }) code!: string;
  @ApiProperty({ description: '责任方 owner of the fault', enum: ['caller', 'receiver', 'platform'] }) owner!: string;
  @ApiPropertyOptional({ description: '规则编号 rule id', example: 'REF-05' }) rule?: string;
  @ApiPropertyOptional({ description: '条款 clause' }) clause?: string;
  @ApiPropertyOptional({ description: '来源文件 source document' }) source?: string;
  @ApiPropertyOptional({ description: '政策版本 policy version that decided' }) policyVersion?: string;
  @ApiPropertyOptional({ description: '规则输入 what the rule looked at', type: 'object', additionalProperties: true })
  inputs?: object;
  @ApiPropertyOptional({ description: '有误字段 faulty fields', type: [FieldFaultView] }) fields?: FieldFaultView[];
  @ApiPropertyOptional({
    description: '可选方案 what the caller may do instead',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  alternatives?: object[];
  @ApiPropertyOptional({ description: '请求编号 request id' }) requestId?: string;
  @ApiPropertyOptional({ description: '关联编号 correlation id' }) correlationId?: string;
}
