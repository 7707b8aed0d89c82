import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PRICE_ITEM_CLASSES, PRICE_UNITS, codesOf, PRICE_REGIMES } from '@yiyang/standards';

export class PriceItemView {
  @ApiProperty({ description: '收费项目编码 code' }) code!: string;
  @ApiProperty({ description: '收费项目名称 name' }) name!: string;
  @ApiProperty({ description: '收费类别 class of the item', enum: codesOf(PRICE_ITEM_CLASSES) }) itemClass!: string;
  @ApiPropertyOptional({ description: '床位类型 bed kind', type: 'string', nullable: true }) bedKind!: string | null;
  @ApiProperty({ description: '计价单位 unit', enum: codesOf(PRICE_UNITS) }) unit!: string;
  @ApiProperty({ description: '收费标准(分) price in fen', type: 'integer' }) priceFen!: number;
  @ApiProperty({ description: '价格形成方式 who sets the price', enum: codesOf(PRICE_REGIMES) }) regime!: string;
  @ApiPropertyOptional({ description: '定价批准文号 approval', type: 'string', nullable: true }) approvalReference!:
    string | null;
}

export class PriceListView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '机构 institution', format: 'uuid' }) institutionId!: string;
  @ApiProperty({ description: '价目表序号 number among the institution’s lists', type: 'integer' }) number!: number;
  @ApiProperty({ description: '执行日期 first day', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '公布时间 published at', format: 'date-time' }) publishedAt!: Date;
  @ApiProperty({
    description: '定价依据 rule, clause and document of the regimes; only the rule where no region says anything',
    type: 'object',
    additionalProperties: true,
  })
  because!: unknown;
  @ApiProperty({ description: '收费项目 items', type: [PriceItemView] }) items!: PriceItemView[];
}

export class PriceListPage {
  @ApiProperty({ type: [PriceListView] }) items!: PriceListView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
