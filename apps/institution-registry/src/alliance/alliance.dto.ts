import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CivilDateField, IsCivilDate, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { ALLIANCE_TYPES, ALLIANCE_VISIT_KINDS, codesOf } from '@yiyang/standards';
import { IsDivision } from '../registry-fields.js';
import type { MemberRole } from './domain/alliance.js';

const MOST_VISITS = 60;

/** What members agreed on; complete or not until the alliance is activated. */
export class AllianceTermsBody {
  @ApiProperty({ description: '联盟名称 name', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiPropertyOptional({ description: '章程文号 number of the charter document', example: '拱医养〔2024〕1号' })
  @IsOptional()
  @Matches(/^[\p{L}\p{N}〔〕（）()\-—. ]{1,60}$/u)
  charterNo?: string;

  @OptionalCivilDateField('章程通过日期 charter adopted on')
  charterAdoptedOn?: string;

  @ApiPropertyOptional({ description: '牵头单位权利和义务 rights and duties of the lead', maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  leadDuties?: string;

  @ApiPropertyOptional({ description: '成员单位权利和义务 rights and duties of members', maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  memberDuties?: string;
}

export class JoinAllianceBody {
  @ApiProperty({ description: '加入机构 institution that joins, of its own will', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @ApiProperty({ description: '牵头单位或成员单位 role', enum: ['LEAD', 'MEMBER'] })
  @IsIn(['LEAD', 'MEMBER'])
  role!: MemberRole;
}

export class FoundAllianceBody extends AllianceTermsBody {
  @ApiProperty({ description: '联盟类型 kind of alliance', enum: codesOf(ALLIANCE_TYPES) })
  @IsIn(codesOf(ALLIANCE_TYPES))
  allianceType!: string;

  @ApiProperty({ description: '发起机构 founding institution', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @ApiProperty({ description: '发起机构角色 its role', enum: ['LEAD', 'MEMBER'] })
  @IsIn(['LEAD', 'MEMBER'])
  role!: MemberRole;
}

export class LeaveAllianceBody {
  @ApiProperty({ description: '退出机构 institution that leaves, of its own will', format: 'uuid' })
  @IsId()
  institutionId!: string;
}

export class AllianceQuery extends PageQuery {
  @ApiPropertyOptional({ description: '成员机构 member', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '330105' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '状态 status', enum: ['FORMING', 'ACTIVE'] })
  @IsOptional()
  @IsIn(['FORMING', 'ACTIVE'])
  status?: string;
}

export class PlanVisitsBody {
  @ApiProperty({ description: '服务方式 kind of visit', enum: codesOf(ALLIANCE_VISIT_KINDS) })
  @IsIn(codesOf(ALLIANCE_VISIT_KINDS))
  kind!: string;

  @ApiProperty({ description: '派出机构 member that visits', format: 'uuid' })
  @IsId()
  visitorId!: string;

  @ApiProperty({ description: '接受机构 member that is visited', format: 'uuid' })
  @IsId()
  hostId!: string;

  @ApiProperty({ description: '计划日期 planned days', type: [String], format: 'date', maxItems: MOST_VISITS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VISITS)
  @ArrayUnique()
  @IsCivilDate({ each: true })
  dueOn!: string[];
}

export class RecordVisitBody {
  @CivilDateField('实际日期 done on')
  doneOn!: string;
}

export class VisitQuery extends PageQuery {
  @ApiPropertyOptional({ description: '年度 year', type: 'integer', minimum: 2000, maximum: 2149 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2149)
  year?: number;

  @ApiPropertyOptional({ description: '服务方式 kind of visit', enum: codesOf(ALLIANCE_VISIT_KINDS) })
  @IsOptional()
  @IsIn(codesOf(ALLIANCE_VISIT_KINDS))
  kind?: string;

  @ApiPropertyOptional({ description: '派出或接受机构 visitor or host', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}

export class SupportQuery {
  @ApiProperty({ description: '年度 year', type: 'integer', minimum: 2000, maximum: 2149 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2149)
  year!: number;
}
