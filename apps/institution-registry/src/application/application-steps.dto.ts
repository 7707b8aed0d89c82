import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { CivilDateField, EachPart, OptionalCivilDateField } from '@yiyang/http';

export class MissingItemBody {
  @ApiProperty({ description: '缺少的材料 what is missing', maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  material!: string;

  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;
}

export class AskMoreBody {
  @ApiProperty({ description: '一次性告知 everything that is missing', type: [MissingItemBody], maxItems: 50 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @EachPart(() => MissingItemBody)
  items!: MissingItemBody[];
}

export class ScopeChangeBody {
  @CivilDateField('业务范围变更日期 elder care stands in the charter from')
  changedOn!: string;
}

export class FileApplicationBody {
  @CivilDateField('备案日期 filed on')
  filedOn!: string;

  @OptionalCivilDateField('有效期至 valid to, inclusive; without an end when left out')
  validTo?: string;
}

const NUMBER = /^[\p{L}\p{N}〔〕（）()\-—. ]{1,40}$/u;

export class ApproveEstablishmentBody {
  @CivilDateField('设置批准日期 establishment approved on')
  approvedOn!: string;

  @ApiProperty({ description: '设置批准书编号 establishment approval number', maxLength: 40 })
  @IsString()
  @Matches(NUMBER)
  establishmentApprovalNo!: string;
}

export class ApproveApplicationBody {
  @CivilDateField('发证日期 licensed on')
  licensedOn!: string;

  @OptionalCivilDateField('有效期至 valid to, inclusive; without an end when left out')
  validTo?: string;

  @ApiPropertyOptional({ description: '设置批准书编号 establishment approval number', maxLength: 40 })
  @IsOptional()
  @IsString()
  @Matches(NUMBER)
  establishmentApprovalNo?: string;

  @ApiProperty({ description: '执业登记号 practice registration number', maxLength: 40 })
  @IsString()
  @Matches(NUMBER)
  practiceRegistrationNo!: string;
}

export class RefuseApplicationBody {
  @ApiProperty({ description: '理由代码 reason code', example: 'MATERIALS_FALSE' })
  @Matches(/^[A-Z][A-Z0-9_]{0,47}$/)
  reasonCode!: string;

  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;
}
