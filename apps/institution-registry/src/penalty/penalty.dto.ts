import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CivilDateField, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { BAD_PRACTICES, codesOf, PENALTIES } from '@yiyang/standards';
import { IsDivision } from '../registry-fields.js';

const RECORDED = codesOf(PENALTIES).filter((code) => code !== 'FORCED_EXIT');

export class BadPracticeBody {
  @ApiProperty({ description: '不良执业行为 conduct', enum: codesOf(BAD_PRACTICES) })
  @IsIn(codesOf(BAD_PRACTICES))
  conduct!: string;

  @ApiProperty({ description: '法律法规依据 legal basis: document and clause', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  legalBasis!: string;

  @OptionalCivilDateField('公示截止日期 listed to, inclusive')
  listedTo?: string;
}

export class RecordPenaltyBody extends BadPracticeBody {
  @ApiProperty({ description: '惩戒措施 penalty; a forced exit is a command of its own', enum: RECORDED })
  @IsIn(RECORDED)
  penalty!: string;

  @CivilDateField('决定日期 decided on')
  decidedOn!: string;
}

export class PenaltyQuery extends PageQuery {
  @ApiPropertyOptional({ description: '行政区划 division, with everything below it', example: '341500' })
  @IsOptional()
  @IsDivision()
  division?: string;

  @ApiPropertyOptional({ description: '机构 institution', format: 'uuid' })
  @IsOptional()
  @IsId()
  institutionId?: string;
}

export class PenaltyView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '机构名称 name' }) institutionName!: string;
  @ApiProperty({ description: '行政区划 division' }) division!: string;
  @ApiProperty({ description: '不良执业行为 conduct', enum: codesOf(BAD_PRACTICES) }) conduct!: string;
  @ApiProperty({ description: '惩戒措施 penalty', enum: codesOf(PENALTIES) }) penalty!: string;
  @ApiProperty({ description: '法律法规依据 legal basis' }) legalBasis!: string;
  @ApiProperty({ description: '决定日期 decided on', format: 'date' }) decidedOn!: string;
  @ApiProperty({ description: '公示截止日期 listed to', format: 'date', type: 'string', nullable: true }) listedTo!:
    string | null;
}

export class PenaltyPage {
  @ApiProperty({ type: [PenaltyView] }) items!: PenaltyView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
