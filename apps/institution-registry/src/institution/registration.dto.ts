import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CivilDateField } from '@yiyang/http';
import { codesOf, HOSPITAL_GRADES, OPERATION_MODES, PROFIT_NATURES } from '@yiyang/standards';

/** What is left out stays as it is. */
export class ChangeRegistrationBody {
  @CivilDateField('变更日期 effective on')
  effectiveOn!: string;

  @ApiProperty({ description: '理由代码 reason code', example: 'LEVEL_REVIEW' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;

  @ApiPropertyOptional({ description: '机构名称 name', maxLength: 100 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ description: '医院级别 level', type: 'integer', minimum: 1, maximum: 3 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  level?: number;

  @ApiPropertyOptional({ description: '医院等次 grade', enum: codesOf(HOSPITAL_GRADES) })
  @IsOptional()
  @IsIn(codesOf(HOSPITAL_GRADES))
  grade?: string;

  @ApiPropertyOptional({ description: '举办方式 ownership', enum: codesOf(OPERATION_MODES) })
  @IsOptional()
  @IsIn(codesOf(OPERATION_MODES))
  ownership?: string;

  @ApiPropertyOptional({ description: '营利性质 profit nature', enum: codesOf(PROFIT_NATURES) })
  @IsOptional()
  @IsIn(codesOf(PROFIT_NATURES))
  profitNature?: string;

  @ApiPropertyOptional({
    description: '民政部门批准文号 approval of civil affairs, needed where the welfare nature is protected',
    maxLength: 40,
  })
  @IsOptional()
  @Matches(/^[\p{L}\p{N}〔〕（）()\-—. ]{1,40}$/u)
  civilAffairsApprovalNo?: string;
}
