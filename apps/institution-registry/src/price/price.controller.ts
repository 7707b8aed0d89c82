import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Create, CreateCall, Read, UuidParam, type Answer, type Call } from '@yiyang/http';
import { PriceListQuery, PublishPriceListBody } from './price.dto.js';
import { PriceService } from './price.service.js';
import { PriceListPage, PriceListView } from './price.view.js';

@Controller('v1/price-lists')
export class PriceController {
  constructor(private readonly prices: PriceService) {}

  @Create('', 'price-list.publish', {
    summary: '公布收费项目和标准 Publish a price list',
    body: PublishPriceListBody,
    returns: PriceListView,
  })
  publish(@CreateCall() call: Call, @Body() body: PublishPriceListBody): Promise<Answer> {
    return this.prices.publish(call, body);
  }

  @Read('', 'price-list.read', {
    summary: '查询机构收费项目和标准 List what an institution charges',
    returns: PriceListPage,
  })
  list(@CallerParam() caller: Caller, @Query() query: PriceListQuery): Promise<Answer> {
    return this.prices.list(caller, query);
  }

  @Read(':id', 'price-list.read', { summary: '查看价目表 Read a price list', returns: PriceListView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.prices.read(caller, id);
  }
}
