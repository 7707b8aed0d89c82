import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import {
  Act,
  ChangeCall,
  Create,
  CreateCall,
  EmptyBody,
  PageQuery,
  Read,
  Replace,
  UuidParam,
  type Answer,
  type Call,
} from '@yiyang/http';
import {
  AllianceQuery,
  AllianceTermsBody,
  FoundAllianceBody,
  JoinAllianceBody,
  LeaveAllianceBody,
} from './alliance.dto.js';
import { AllianceService } from './alliance.service.js';
import { AlliancePage, AllianceView } from './alliance.view.js';

@Controller('v1')
export class AllianceController {
  constructor(private readonly alliances: AllianceService) {}

  @Create('alliances', 'alliance.found', {
    summary: '发起联盟 Found an alliance',
    body: FoundAllianceBody,
    returns: AllianceView,
  })
  found(@CreateCall() call: Call, @Body() body: FoundAllianceBody): Promise<Answer> {
    return this.alliances.found(call, body);
  }

  @Replace('alliances/:id', 'alliance.revise', {
    summary: '修改联盟章程和权责 Replace name, charter and duties',
    body: AllianceTermsBody,
    returns: AllianceView,
  })
  revise(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: AllianceTermsBody): Promise<Answer> {
    return this.alliances.revise(call, id, body);
  }

  @Act('alliances/:id/activate', 'alliance.activate', {
    summary: '启动联盟 Activate an alliance',
    body: EmptyBody,
    returns: AllianceView,
  })
  activate(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.alliances.activate(call, id);
  }

  @Act('alliances/:id/join', 'alliance.join', {
    summary: '加入联盟 Join of one’s own will',
    body: JoinAllianceBody,
    returns: AllianceView,
  })
  join(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: JoinAllianceBody): Promise<Answer> {
    return this.alliances.join(call, id, body);
  }

  @Act('alliances/:id/leave', 'alliance.leave', {
    summary: '退出联盟 Leave of one’s own will',
    body: LeaveAllianceBody,
    returns: AllianceView,
  })
  leave(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: LeaveAllianceBody): Promise<Answer> {
    return this.alliances.leave(call, id, body);
  }

  @Read('alliances', 'alliance.read', { summary: '查询联盟 List alliances', returns: AlliancePage })
  list(@CallerParam() caller: Caller, @Query() query: AllianceQuery): Promise<Answer> {
    return this.alliances.list(caller, query);
  }

  @Read('institutions/:id/alliances', 'alliance.read', {
    summary: '查询机构参加的联盟 List the alliances of an institution',
    returns: AlliancePage,
  })
  listOf(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: PageQuery): Promise<Answer> {
    return this.alliances.list(caller, { ...query, institutionId: id });
  }

  @Read('alliances/:id', 'alliance.read', { summary: '查看联盟 Read an alliance', returns: AllianceView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.alliances.read(caller, id);
  }
}
