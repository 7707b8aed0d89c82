import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { CivilDateField, PageQuery } from '@yiyang/http';
import { AGREEMENT_MECHANISMS, AGREEMENT_TYPES, codesOf } from '@yiyang/standards';

export class ProposeAgreementBody {
  @ApiProperty({ description: '养老机构 care institution', format: 'uuid' })
  @IsUUID()
  careInstitutionId!: string;

  @ApiProperty({ description: '医疗机构 medical institution', format: 'uuid' })
  @IsUUID()
  medicalInstitutionId!: string;

  @ApiProperty({ description: '协议类型 types', enum: codesOf(AGREEMENT_TYPES), isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(codesOf(AGREEMENT_TYPES), { each: true })
  types!: string[];

  @ApiProperty({ description: '合作内容 content', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  content!: string;

  @ApiProperty({ description: '合作方式 way', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  way!: string;

  @ApiProperty({ description: '费用 cost', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  cost!: string;

  @ApiProperty({ description: '双方责任 duties of both sides', maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  duties!: string;

  @ApiProperty({ description: '医疗服务项目清单 service item codes', type: [String], maxItems: 500 })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(/^[A-Z0-9][A-Z0-9_.-]{0,39}$/, { each: true })
  items!: string[];

  @ApiProperty({ description: '合作机制 mechanisms', enum: codesOf(AGREEMENT_MECHANISMS), isArray: true })
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(codesOf(AGREEMENT_MECHANISMS), { each: true })
  mechanisms!: string[];

  @CivilDateField('协议起始日 valid from')
  validFrom!: string;

  @CivilDateField('协议截止日 valid to, inclusive')
  validTo!: string;
}

export class AgreementQuery extends PageQuery {
  @ApiPropertyOptional({ description: '机构 either party', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;
}
