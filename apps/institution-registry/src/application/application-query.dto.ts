import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CivilDateField, PageQuery } from '@yiyang/http';
import { codesOf, INSTITUTION_KINDS } from '@yiyang/standards';
import { IsDivision } from '../registry-fields.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from './domain/application.js';

export class ApplicationQuery extends PageQuery {
  @ApiPropertyOptional({ description: '申请状态 status', enum: APPLICATION_STATUSES })
  @IsOptional()
  @IsIn(APPLICATION_STATUSES)
  status?: ApplicationStatus;

  @ApiPropertyOptional({
    description: '待办方 whose turn it is: the worklist of a department',
    enum: ['HEALTH', 'CIVIL_AFFAIRS', 'APPLICANT'],
  })
  @IsOptional()
  @IsIn(['HEALTH', 'CIVIL_AFFAIRS', 'APPLICANT'])
  awaits?: string;

  @ApiPropertyOptional({ description: '机构类别 kind', enum: codesOf(INSTITUTION_KINDS) })
  @IsOptional()
  @IsIn(codesOf(INSTITUTION_KINDS))
  kind?: string;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '是否逾期 overdue', type: 'boolean' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;
}

export class TimelinessQuery {
  @CivilDateField('受理日期起 accepted from')
  from!: string;

  @CivilDateField('受理日期止 accepted to, inclusive')
  to!: string;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;
}
