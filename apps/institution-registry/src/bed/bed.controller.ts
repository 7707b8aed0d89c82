import { Body, Controller, Param, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Act, ChangeCall, EmptyBody, PageQuery, Read, Replace, UuidParam, type Answer, type Call } from '@yiyang/http';
import { bedKindOf } from '../registry-fields.js';
import { BedOfferService } from './bed-offer.service.js';
import { BedReadsService } from './bed-reads.service.js';
import { ApproveBedsBody, BedQuery, ConvertBedsBody, LocateBody, OfferBedsBody, OperateBedsBody } from './bed.dto.js';
import { BedService } from './bed.service.js';
import { BedChangePage, BedChangeView, InstitutionBedsView, LocationView } from './bed.view.js';

@Controller('v1/institutions/:id')
export class BedController {
  constructor(
    private readonly beds: BedService,
    private readonly offers: BedOfferService,
    private readonly reads: BedReadsService,
  ) {}

  @Read('beds', 'bed.read', { summary: '查看床位 Beds on a day', returns: InstitutionBedsView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() { on }: BedQuery): Promise<Answer> {
    return this.reads.onDay(caller, id, on);
  }

  @Replace('beds/:kind/approved', 'bed.approve', {
    summary: '核定床位 Approve beds from a day on',
    body: ApproveBedsBody,
    returns: BedChangeView,
  })
  approve(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Param('kind') kind: string,
    @Body() body: ApproveBedsBody,
  ): Promise<Answer> {
    return this.beds.approve(call, id, bedKindOf(kind), body);
  }

  @Replace('beds/:kind/operating', 'bed.operate', {
    summary: '开放和停用床位 Open and block beds from a day on',
    body: OperateBedsBody,
    returns: BedChangeView,
  })
  operate(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Param('kind') kind: string,
    @Body() body: OperateBedsBody,
  ): Promise<Answer> {
    return this.beds.operate(call, id, bedKindOf(kind), body);
  }

  @Replace('beds/:kind/offer', 'bed.offer', {
    summary: '床位接收条件 Whom the beds take',
    body: OfferBedsBody,
    returns: InstitutionBedsView,
  })
  offer(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Param('kind') kind: string,
    @Body() body: OfferBedsBody,
  ): Promise<Answer> {
    return this.offers.offer(call, id, bedKindOf(kind), body);
  }

  @Replace('location', 'institution.locate', {
    summary: '机构位置 Where the institution is',
    body: LocateBody,
    returns: LocationView,
  })
  locate(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: LocateBody): Promise<Answer> {
    return this.offers.locate(call, id, body);
  }

  @Act('bed-conversions', 'bed.convert', {
    summary: '床位转换 Convert beds from a day on',
    body: ConvertBedsBody,
    returns: BedChangeView,
  })
  convert(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ConvertBedsBody): Promise<Answer> {
    return this.beds.convert(call, id, body);
  }

  @Read('bed-changes', 'bed-change.read', { summary: '查询床位变更 List changes of beds', returns: BedChangePage })
  list(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: PageQuery): Promise<Answer> {
    return this.reads.list(caller, id, query);
  }

  @Read('bed-changes/:changeId', 'bed-change.read', {
    summary: '查看床位变更 Read a change of beds',
    returns: BedChangeView,
  })
  readChange(
    @CallerParam() caller: Caller,
    @UuidParam('id') id: string,
    @UuidParam('changeId') changeId: string,
  ): Promise<Answer> {
    return this.reads.change(caller, id, changeId);
  }

  @Act('bed-changes/:changeId/withdraw', 'bed-change.withdraw', {
    summary: '撤回床位变更 Withdraw a planned change',
    body: EmptyBody,
    returns: BedChangeView,
  })
  withdraw(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('changeId') changeId: string,
    @Body() _body: EmptyBody,
  ): Promise<Answer> {
    return this.beds.withdraw(call, id, changeId);
  }
}
