import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { codesOf, INSTITUTION_KINDS } from '@yiyang/standards';
import { ASPECTS, type Aspect } from '../history/aspects.js';
import { IsDivision, IsInstant } from '../registry-fields.js';

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

export class AsOfQuery {
  @OptionalCivilDateField('适用日期 as it was on that day')
  on?: string;

  @ApiPropertyOptional({ description: '知悉时间 as it was known then', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;
}

export class ChangeQuery extends PageQuery {
  @ApiPropertyOptional({ description: '变更方面 aspect', enum: ASPECTS })
  @IsOptional()
  @IsIn(ASPECTS)
  aspect?: Aspect;
}

export class BindClientBody {
  @ApiProperty({ description: '机构角色 role of the client', enum: ['CARE_INST', 'MED_INST'] })
  @IsIn(['CARE_INST', 'MED_INST'])
  role!: 'CARE_INST' | 'MED_INST';
}
