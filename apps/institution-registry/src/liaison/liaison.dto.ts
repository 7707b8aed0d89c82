import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { EachPart, IsId, PageQuery } from '@yiyang/http';
import { IsDivision } from '../registry-fields.js';

const MOST_STAFF = 10;

export class ResponsibleStaffBody {
  @ApiProperty({ description: '姓名 name; it is published (CON-08)', maxLength: 50 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name!: string;

  @ApiProperty({ description: '联系电话 phone; it is published (CON-08)', example: '0856-5221234' })
  @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/)
  phone!: string;
}

export class LiaisonContactsBody {
  @ApiPropertyOptional({
    description: '责任医生 responsible doctors',
    type: [ResponsibleStaffBody],
    maxItems: MOST_STAFF,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_STAFF)
  @EachPart(() => ResponsibleStaffBody)
  doctors?: ResponsibleStaffBody[];

  @ApiPropertyOptional({
    description: '责任护士 responsible nurses',
    type: [ResponsibleStaffBody],
    maxItems: MOST_STAFF,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_STAFF)
  @EachPart(() => ResponsibleStaffBody)
  nurses?: ResponsibleStaffBody[];

  @ApiProperty({ description: '服务时间 service hours', maxLength: 200, example: '周一至周五 8:00-17:30' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  serviceHours!: string;

  @ApiPropertyOptional({ description: '跨县区原因 why the partner is in another county', maxLength: 200 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason?: string;
}

export class FillLiaisonFormBody extends LiaisonContactsBody {
  @ApiProperty({ description: '养老机构 care institution', format: 'uuid' })
  @IsId()
  careInstitutionId!: string;

  @ApiProperty({ description: '医疗机构 medical institution', format: 'uuid' })
  @IsId()
  medicalInstitutionId!: string;
}

export class LiaisonQuery extends PageQuery {
  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '520600' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '机构 either institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}
