import { Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { AccessDecisions, CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Read } from '@yiyang/http';
import { Database } from '@yiyang/persistence';

export class OperationQuery {
  @ApiPropertyOptional({
    description: '路由 route pattern, when the key was used on several',
    example: 'POST /v1/referrals',
  })
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
  @ApiPropertyOptional({ description: '结果位置 where the result is' }) location!: string | null;
  @ApiProperty({ description: '时间 when', format: 'date-time' }) at!: Date;
}

/** What became of a call: an answered one is here for 7 days, an unknown one had no effect. */
@Controller('v1/operations')
export class OperationController {
  constructor(
    private readonly access: AccessDecisions,
    private readonly database: Database,
  ) {}

  @Read(':key', 'operation.read', { summary: '查询调用结果 What became of a call', returns: OperationView })
  async read(
    @CallerParam() caller: Caller,
    @Param('key') key: string,
    @Query() query: OperationQuery,
  ): Promise<OperationView> {
    this.access.require(caller, 'operation.read');
    const row = await this.database.find<OperationView>(
      `select key, route, 'SUCCEEDED' as state, status, location, stored_at as at from idempotency_record
       where client_id = $1 and key = $2 and ($3::text is null or route = $3) order by stored_at desc limit 1`,
      [caller.clientId, key, query.route ?? null],
    );
    if (!row) throw refusal('NOT_FOUND');
    return row;
  }
}
