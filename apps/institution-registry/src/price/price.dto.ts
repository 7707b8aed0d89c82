import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { CivilDateField, EachPart, IsId, OptionalCivilDateField, PageQuery } from '@yiyang/http';
import { BED_KINDS, PRICE_ITEM_CLASSES, PRICE_UNITS, codesOf } from '@yiyang/standards';

const MOST_FEN = 1_000_000_00;
const MOST_ITEMS = 500;

export class PriceItemBody {
  @ApiProperty({ description: '收费项目编码 code of the item', example: 'BED-SINGLE' })
  @Matches(/^[A-Z0-9][A-Z0-9_.-]{0,39}$/)
  code!: string;

  @ApiProperty({ description: '收费项目名称 name', example: '单人间床位费', maxLength: 60 })
  @Matches(/^[\p{L}\p{N}（）()、，·/\-—. ]{1,60}$/u)
  name!: string;

  @ApiProperty({ description: '收费类别 class of the item', enum: codesOf(PRICE_ITEM_CLASSES) })
  @IsIn(codesOf(PRICE_ITEM_CLASSES))
  itemClass!: string;

  @ApiPropertyOptional({ description: '床位类型 bed kind, on a bed fee by the day', enum: codesOf(BED_KINDS) })
  @IsOptional()
  @IsIn(codesOf(BED_KINDS))
  bedKind?: string;

  @ApiProperty({ description: '计价单位 unit', enum: codesOf(PRICE_UNITS) })
  @IsIn(codesOf(PRICE_UNITS))
  unit!: string;

  @ApiPropertyOptional({
    description: '收费标准(分) price in fen; an item without one is refused (REG-46)',
    type: 'integer',
    minimum: 0,
    maximum: MOST_FEN,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  priceFen?: number;

  @ApiPropertyOptional({
    description: '定价批准文号 approval that sets the price; needed where the institution may not (REG-48)',
    example: '咸发改价〔2024〕12号',
    maxLength: 60,
  })
  @IsOptional()
  @Matches(/^[\p{L}\p{N}〔〕（）()\-—. ]{1,60}$/u)
  approvalReference?: string;
}

export class PublishPriceListBody {
  @ApiProperty({ description: '机构 institution', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @CivilDateField('执行日期 first day')
  validFrom!: string;

  @ApiProperty({ description: '收费项目 items', type: [PriceItemBody], minItems: 1, maxItems: MOST_ITEMS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ITEMS)
  @ArrayUnique((item: PriceItemBody) => item?.code)
  @EachPart(() => PriceItemBody)
  items!: PriceItemBody[];
}

export class PriceListQuery extends PageQuery {
  @ApiProperty({ description: '机构 institution', format: 'uuid' })
  @IsId()
  institutionId!: string;

  @OptionalCivilDateField('适用日期 only the list in force on this day')
  on?: string;
}
