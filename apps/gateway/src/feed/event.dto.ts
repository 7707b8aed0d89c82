import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class StreamQuery {
  @ApiPropertyOptional({
    description: '从此游标之后 cursor of an earlier answer; from the beginning when missing',
    maxLength: 200,
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

export class EventQuery extends StreamQuery {
  @ApiPropertyOptional({
    description: '每页条数 events per page',
    minimum: 1,
    maximum: 500,
    default: 100,
    type: 'integer',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

/** CloudEvents 1.0. */
export class EventView {
  @ApiProperty({ enum: ['1.0'] }) specversion!: string;
  @ApiProperty({ description: '事件编号 event id', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '来源服务 service that said it' }) source!: string;
  @ApiProperty({ description: '事件类型 event type', example: 'yiyang.referral.accepted.v1' }) type!: string;
  @ApiProperty({ description: '聚合编号 what it is about', format: 'uuid' }) subject!: string;
  @ApiProperty({ description: '时间 when', format: 'date-time' }) time!: string;
  @ApiProperty({ enum: ['application/json'] }) datacontenttype!: string;
  @ApiProperty({ description: '聚合内顺序 order within the subject', type: 'integer' }) sequence!: number;
  @ApiProperty({ description: '服务地行政区划 place of service' }) regioncode!: string;
  @ApiProperty({ description: '关联编号 what belongs together' }) correlationid!: string;
  @ApiPropertyOptional({ description: '起因 event that caused it' }) causationid?: string;
  @ApiProperty({ description: '内容 what the reader may know', type: 'object', additionalProperties: true })
  data!: object;
}

export class EventPage {
  @ApiProperty({ type: [EventView] }) items!: EventView[];
  @ApiProperty({ description: '续读游标 continue here, also when there was nothing' }) nextCursor!: string;
}
