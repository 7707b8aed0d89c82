import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { CivilDateField } from '@yiyang/http';

export class RegisterAssessorBody {
  @ApiProperty({ description: '评估机构 organisation of the assessor', format: 'uuid' })
  @IsUUID()
  organisationId!: string;

  @ApiProperty({ description: '评估员证书编号 certificate number', example: 'PG-421202-0001' })
  @Matches(/^[A-Za-z0-9-]{4,40}$/)
  certificateNo!: string;

  @CivilDateField('有效期自 valid from')
  validFrom!: string;

  @CivilDateField('有效期至 valid to, inclusive')
  validTo!: string;
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
