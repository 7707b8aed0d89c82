import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CivilDateField, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { DESIGNATION_SCHEMES, type DesignationScheme } from './domain/designation.js';

export class ApplyForDesignationBody {
  @ApiProperty({ description: '机构 medical institution that applies', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @ApiProperty({ description: '险种 insurance schemes', enum: DESIGNATION_SCHEMES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DESIGNATION_SCHEMES.length)
  @ArrayUnique()
  @IsIn(DESIGNATION_SCHEMES, { each: true })
  schemes!: DesignationScheme[];
}

export class AcceptDesignationBody {
  @OptionalCivilDateField('受理日期 day of acceptance, today if left out')
  acceptedOn?: string;
}

export class EvaluateDesignationBody {
  @ApiProperty({ description: '评估结果 result', enum: ['PASSED', 'FAILED'] })
  @IsIn(['PASSED', 'FAILED'])
  result!: 'PASSED' | 'FAILED';

  @CivilDateField('评估日期 day of the evaluation')
  evaluatedOn!: string;
}

export class SignAgreementBody {
  @CivilDateField('签订日期 day of signature')
  signedOn!: string;
}

export class OpenSystemBody {
  @CivilDateField('开通日期 first day of claims')
  openedOn!: string;
}

export class StopDesignationBody {
  @CivilDateField('生效日期 first day without new settlements')
  effectiveOn!: string;

  @ApiProperty({ description: '原因 coded reason', example: 'CHECK_FAILED', maxLength: 48 })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;
}

export class RestoreDesignationBody {
  @CivilDateField('恢复日期 first day of settlements again')
  restoredOn!: string;
}

export class DesignationQuery extends PageQuery {
  @ApiPropertyOptional({ description: '机构 institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}
