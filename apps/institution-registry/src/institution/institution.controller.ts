import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { CallerParam, type Caller } from '@yiyang/access';
import { refusal } from '@yiyang/decisions';
import { Act, ChangeCall, Read, Remove, Replace, UuidParam, type Answer, type Call } from '@yiyang/http';
import { ClientService } from '../client/client.service.js';
import { BindClientBody, CancelQualificationBody, InstitutionQuery, StartOperationBody } from './institution.dto.js';
import { InstitutionService } from './institution.service.js';
import { InstitutionPage, InstitutionView } from './institution.view.js';

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
    private readonly clients: ClientService,
  ) {}

  @Read('', 'institution.list', { summary: '查询机构 List institutions', returns: InstitutionPage })
  list(@CallerParam() caller: Caller, @Query() query: InstitutionQuery): Promise<Answer> {
    return this.institutions.list(caller, query);
  }

  @Read(':id', 'institution.read', { summary: '查看机构 Read an institution', returns: InstitutionView })
  read(@CallerParam() caller: Caller, @UuidParam('id') id: string): Promise<Answer> {
    return this.institutions.read(caller, id);
  }

  @Act(':id/start-operation', 'institution.start-operation', {
    summary: '开始运营 Start operation',
    body: StartOperationBody,
    returns: InstitutionView,
  })
  startOperation(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @Body() body: StartOperationBody,
  ): Promise<Answer> {
    return this.institutions.startOperation(call, id, body);
  }

  @Act(':id/qualifications/:qualificationId/cancel', 'qualification.cancel', {
    summary: '注销资质 Cancel a qualification',
    body: CancelQualificationBody,
    returns: InstitutionView,
  })
  cancel(
    @ChangeCall() call: Call,
    @UuidParam('id') id: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: CancelQualificationBody,
  ): Promise<Answer> {
    return this.institutions.cancelQualification(call, id, qualificationId, body);
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
