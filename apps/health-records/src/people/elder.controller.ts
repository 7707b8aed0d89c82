import { Body, Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { ChangeCall, Create, CreateCall, Read, Replace, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ClientBindingService } from './client-binding.service.js';
import { ClientIdParam } from './client-id-param.js';
import { ElderReadsService } from './elder-reads.service.js';
import { RegisterElderBody } from './elder.dto.js';
import { ElderClientView, ElderView, RegisteredElderView } from './elder.view.js';
import { RegistrationService } from './registration.service.js';

/** 老年人主索引 Elders. */
@Controller('v1/elders')
export class ElderController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly reads: ElderReadsService,
    private readonly clients: ClientBindingService,
  ) {}

  @Create('', 'elder.register', { summary: '登记老人 Register an elder', returns: RegisteredElderView })
  register(@CreateCall() call: Call, @Body() body: RegisterElderBody): Promise<Answer> {
    return this.registration.register(call, body);
  }

  @Read(':elderId', 'elder.read', { summary: '查看老人信息 Read an elder', returns: ElderView })
  get(@CallerParam() caller: Caller, @UuidParam('elderId') elderId: string): Promise<Answer> {
    return this.reads.get(caller, elderId);
  }

  @Replace(':elderId/clients/:clientId', 'elder.bind-client', {
    summary: '绑定老人客户端 Bind the client of an elder',
    returns: ElderClientView,
  })
  bindClient(
    @ChangeCall() call: Call,
    @UuidParam('elderId') elderId: string,
    @ClientIdParam() clientId: string,
  ): Promise<Answer> {
    return this.clients.bind(call, elderId, clientId);
  }
}
