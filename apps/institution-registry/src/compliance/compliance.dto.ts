import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsId, PageQuery } from '@yiyang/http';
import { IsDivision } from '../registry-fields.js';
import { RULES } from './domain/rules.js';
import { SEVERITIES } from './domain/verdict.js';

const RULE_IDS = RULES.map(({ id }) => id);
const STATUSES = ['OPEN', 'SUBSTITUTED', 'RESOLVED'];
const DEPARTMENTS = ['HEALTH', 'CIVIL_AFFAIRS'];

export class FindingsOfInstitutionQuery extends PageQuery {
  @ApiPropertyOptional({ description: '规则 rule', enum: RULE_IDS })
  @IsOptional()
  @IsIn(RULE_IDS)
  rule?: string;

  @ApiPropertyOptional({ description: '严重程度 severity', enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: string;

  @ApiPropertyOptional({ description: '状态 status', enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ description: '责任部门 department that sees to it or is told', enum: DEPARTMENTS })
  @IsOptional()
  @IsIn(DEPARTMENTS)
  department?: string;
}

export class FindingQuery extends FindingsOfInstitutionQuery {
  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '机构 institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}

export class CoverageQuery {
  @ApiProperty({ description: '行政区划 division, with everything below it', example: '310000' })
  @IsDivision()
  division!: string;
}

export class UncoveredQuery extends PageQuery {
  @ApiProperty({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsDivision()
  division!: string;
}
