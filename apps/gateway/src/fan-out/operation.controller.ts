import { Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Read } from '@yiyang/http';
import { FanOut, jsonOf } from './fan-out.js';

export class OperationQuery {
  @ApiPropertyOptional({ description: '路由 route pattern, when the key was used on several', maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  route?: string;
}

export class OperationView {
  @ApiProperty({ description: '幂等键 the key' }) key!: string;
  @ApiProperty({ description: '路由 route pattern' }) route!: string;
  @ApiProperty({ description: '状态 SUCCEEDED: the effect is stored', enum: ['SUCCEEDED'] }) state!: string;
  @ApiProperty({ description: '当时的状态码 status that was answered', type: 'integer' }) status!: number;
  @ApiPropertyOptional({ description: '结果位置 where the result is', type: 'string', nullable: true })
  location!: string | null;
  @ApiProperty({ description: '时间 when', format: 'date-time' }) at!: string;
}

/** What became of a call, whichever service it went to. */
@Controller('v1/operations')
export class OperationController {
  constructor(private readonly fanOut: FanOut) {}

  @Read(':key', 'operation.read', { summary: '查询调用结果 What became of a call', returns: OperationView })
  async read(
    @CallerParam() caller: Caller,
    @Param('key') key: string,
    @Query() query: OperationQuery,
  ): Promise<OperationView> {
    const search = query.route === undefined ? '' : `?${new URLSearchParams({ route: query.route }).toString()}`;
    const answers = await this.fanOut.askAll(caller, `/v1/operations/${encodeURIComponent(key)}${search}`);
    const found = answers
      .filter(({ answer }) => answer?.status === 200)
      .map(({ answer }) => jsonOf<OperationView>(answer as NonNullable<typeof answer>))
      .toSorted((one, other) => other.at.localeCompare(one.at));
    if (found[0]) return found[0];
    // "No effect" can only be said when every service has said so.
    if (answers.some(({ answer }) => answer?.status !== 404)) throw refusal('UNAVAILABLE');
    throw refusal('NOT_FOUND');
  }
}
