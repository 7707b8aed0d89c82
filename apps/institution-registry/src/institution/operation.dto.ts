import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { CivilDateField } from '@yiyang/http';
import { codesOf, SUSPENSION_GROUNDS } from '@yiyang/standards';
import { BadPracticeBody } from '../penalty/penalty.dto.js';

export class StartOperationBody {
  @CivilDateField('运营起始日 started on')
  startedOn!: string;
}

export class OperationBody {
  @CivilDateField('生效日期 effective on')
  effectiveOn!: string;

  @ApiProperty({ description: '理由代码 reason code', example: 'RECTIFIED' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;
}

export class StopOperationBody {
  @CivilDateField('生效日期 effective on')
  effectiveOn!: string;

  @ApiProperty({ description: '停业或整改事由 ground', enum: codesOf(SUSPENSION_GROUNDS) })
  @IsIn(codesOf(SUSPENSION_GROUNDS))
  reasonCode!: string;

  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;
}

export class ForceExitBody extends BadPracticeBody {
  @CivilDateField('生效日期 effective on')
  effectiveOn!: string;
}
