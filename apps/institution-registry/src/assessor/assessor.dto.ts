import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { CivilDateField, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';

export class RegisterAssessorBody {
  @ApiProperty({ description: '评估机构 organisation of the assessor', format: 'uuid' })
  @IsId()
  organisationId!: string;

  @ApiProperty({ description: '评估员证书编号 certificate number', example: 'PG-421202-0001' })
  @Matches(/^[A-Za-z0-9-]{4,40}$/)
  certificateNo!: string;

  @CivilDateField('有效期自 valid from')
  validFrom!: string;

  @CivilDateField('有效期至 valid to, inclusive')
  validTo!: string;
}

export class AssessorValidityBody {
  @CivilDateField('有效期至 last day of the certificate')
  validTo!: string;
}

export class AssessorQuery extends PageQuery {
  @ApiPropertyOptional({ description: '评估机构 organisation of the assessors', format: 'uuid' })
  @IsOptional()
  @IsId()
  organisationId?: string;

  @OptionalCivilDateField('日期 day on which the certificate is valid')
  on?: string;
}

export class AssessorView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) organisationId!: string;
  @ApiProperty() certificateNo?: string;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ format: 'date' }) validTo!: string;
  @ApiProperty() division!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class AssessorPage {
  @ApiProperty({ type: [AssessorView] }) items!: AssessorView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
