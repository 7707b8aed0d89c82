import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { CivilDateField, PageQuery } from '@yiyang/http';
import { codesOf, INSTITUTION_KINDS } from '@yiyang/standards';
import { IsDivision } from '../registry-fields.js';

export class InstitutionQuery extends PageQuery {
  @ApiPropertyOptional({ description: '机构类别 kind', enum: codesOf(INSTITUTION_KINDS) })
  @IsOptional()
  @IsIn(codesOf(INSTITUTION_KINDS))
  kind?: string;

  @ApiPropertyOptional({ description: '管理条线 side', enum: ['MEDICAL', 'CARE'] })
  @IsOptional()
  @IsIn(['MEDICAL', 'CARE'])
  side?: string;

  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '421200' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '医养结合 integrated', type: 'boolean' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  integrated?: boolean;
}

export class StartOperationBody {
  @CivilDateField('运营起始日 started on')
  startedOn!: string;
}

export class CancelQualificationBody {
  @CivilDateField('生效日期 effective on')
  effectiveOn!: string;

  @ApiProperty({ description: '理由代码 reason code', example: 'HOLDER_REQUEST' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;
}

export class BindClientBody {
  @ApiProperty({ description: '机构角色 role of the client', enum: ['CARE_INST', 'MED_INST'] })
  @IsIn(['CARE_INST', 'MED_INST'])
  role!: 'CARE_INST' | 'MED_INST';
}
