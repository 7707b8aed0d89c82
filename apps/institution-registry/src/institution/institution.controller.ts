import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Act, ChangeCall, Read, Remove, Replace, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ClientService } from '../client/client.service.js';
import { AsOfQuery, BindClientBody, ChangeQuery, InstitutionQuery } from './institution.dto.js';
import { InstitutionService } from './institution.service.js';
import { ChangePage, InstitutionPage, InstitutionView } from './institution.view.js';
import { ChangeRegistrationBody } from './registration.dto.js';
import { RegistrationService } from './registration.service.js';

export class ClientView {
  @ApiProperty() clientId!: string;
  @ApiProperty({ format: 'uuid' }) institutionId!: string;
  @ApiProperty({ enum: ['CARE_INST', 'MED_INST'] }) role!: string;
  @ApiProperty({ format: 'date-time' }) boundAt!: Date;
  @ApiProperty({ description: '机构版本 version of the institution', type: 'integer' }) version!: number;
}

@Controller('v1/institutions')
export class InstitutionController {
  constructor(
    private readonly institutions: InstitutionService,
    private readonly registration: RegistrationService,
    private readonly clients: ClientService,
  ) {}

  @Read('', 'institution.list', { summary: '查询机构 List institutions', returns: InstitutionPage })
  list(@CallerParam() caller: Caller, @Query() query: InstitutionQuery): Promise<Answer> {
    return this.institutions.list(caller, query);
  }

  @Read(':id', 'institution.read', {
    summary: '查看机构 Read an institution, as it is or as it was',
    returns: InstitutionView,
  })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: AsOfQuery): Promise<Answer> {
    return this.institutions.read(caller, id, query);
  }

  @Read(':id/history', 'institution.history', {
    summary: '机构变更历史 Changes of an institution',
    returns: ChangePage,
  })
  history(@CallerParam() caller: Caller, @UuidParam('id') id: string, @Query() query: ChangeQuery): Promise<Answer> {
    return this.institutions.history(caller, id, query);
  }

  @Act(':id/change-registration', 'institution.change-registration', {
    summary: '变更登记事项 Change the registration',
    body: ChangeRegistrationBody,
    returns: InstitutionView,
  })
  changeRegistration(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: ChangeRegistrationBody,
  ): Promise<Answer> {
    return this.registration.change(call, id, body);
  }

  @Replace(':id/clients/:clientId', 'institution.bind-client', {
    summary: '绑定客户端 Bind a client',
    body: BindClientBody,
    returns: ClientView,
  })
  bind(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Param('clientId') clientId: string,
    @Body() body: BindClientBody,
  ): Promise<Answer> {
    return this.clients.bind(call, id, clientIdOf(clientId), body.role);
  }

  @Remove(':id/clients/:clientId', 'institution.unbind-client', {
    summary: '解绑客户端 Unbind a client',
    returns: ClientView,
  })
  unbind(@ChangeCall() call: Call, @UuidParam('id') id: string, @Param('clientId') clientId: string): Promise<Answer> {
    return this.clients.unbind(call, id, clientIdOf(clientId));
  }
}

function clientIdOf(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text))
    throw refusal('MALFORMED_REQUEST', { fields: [{ path: 'clientId', rule: '1 to 64 of A-Z a-z 0-9 _ . -' }] });
  return text;
}
