import { Body, Controller, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import {
  Act,
  ChangeCall,
  Create,
  CreateCall,
  EmptyBody,
  Read,
  Replace,
  UuidParam,
  type Answer,
  type Call,
} from '@yiyang/http';
import { FillLiaisonFormBody, LiaisonContactsBody, LiaisonQuery } from './liaison.dto.js';
import { LiaisonService } from './liaison.service.js';
import { LiaisonContactPage, LiaisonFormPage, LiaisonFormView } from './liaison.view.js';

@Controller('v1')
export class LiaisonController {
  constructor(private readonly liaisons: LiaisonService) {}

  @Create('liaison-forms', 'liaison.fill', {
    summary: '填写联系表 Fill a liaison form',
    body: FillLiaisonFormBody,
    returns: LiaisonFormView,
  })
  fill(@CreateCall() call: Call, @Body() body: FillLiaisonFormBody): Promise<Answer> {
    return this.liaisons.fill(call, body);
  }

  @Replace('liaison-forms/:id', 'liaison.replace', {
    summary: '修改联系表 Replace the contacts of a liaison form',
    body: LiaisonContactsBody,
    returns: LiaisonFormView,
  })
  replace(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: LiaisonContactsBody): Promise<Answer> {
    return this.liaisons.replace(call, id, body);
  }

  @Act('liaison-forms/:id/end', 'liaison.end', {
    summary: '停用联系表 End a liaison form',
    body: EmptyBody,
    returns: LiaisonFormView,
  })
  end(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() _body: EmptyBody): Promise<Answer> {
    return this.liaisons.end(call, id);
  }

  @Read('liaison-forms', 'liaison.read', { summary: '查询联系表 List liaison forms', returns: LiaisonFormPage })
  list(@CallerParam() caller: Caller, @Query() query: LiaisonQuery): Promise<Answer> {
    return this.liaisons.list(caller, query);
  }

  @Read('liaison-forms/:id', 'liaison.read', { summary: '查看联系表 Read a liaison form', returns: LiaisonFormView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.liaisons.read(caller, id);
  }

  @Read('liaison-contacts', 'liaison.list-contacts', {
    summary: '公布责任医生和护士联系方式 List responsible doctors and nurses, without login',
    returns: LiaisonContactPage,
  })
  listContacts(@CallerParam() caller: Caller, @Query() query: LiaisonQuery): Promise<Answer> {
    return this.liaisons.listContacts(caller, query);
  }
}
