import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { CivilDateField } from '@yiyang/http';

export class ChangeQualificationBody {
  @CivilDateField('生效日期 effective on')
  effectiveOn!: string;

  @ApiProperty({ description: '理由代码 reason code', example: 'HOLDER_REQUEST' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;
}

export class DecideQualificationBody extends ChangeQualificationBody {
  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;
}

export class RenewQualificationBody extends ChangeQualificationBody {
  @CivilDateField('延续后的有效期至 new last day')
  validTo!: string;
}
