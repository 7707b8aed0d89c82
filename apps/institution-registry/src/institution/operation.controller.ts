import { Body, Controller } from '@nestjs/common';
import { Act, ChangeCall, UuidParam, type Answer, type Call } from '@yiyang/http';
import { InstitutionView } from './institution.view.js';
import { ForceExitBody, OperationBody, StartOperationBody, StopOperationBody } from './operation.dto.js';
import { OperationService } from './operation.service.js';

@Controller('v1/institutions/:id')
export class OperationController {
  constructor(private readonly operations: OperationService) {}

  @Act('start-operation', 'institution.start-operation', {
    summary: '开始运营 Start operation',
    body: StartOperationBody,
    returns: InstitutionView,
  })
  start(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: StartOperationBody): Promise<Answer> {
    return this.operations.start(call, id, body);
  }

  @Act('rectify', 'institution.rectify', {
    summary: '责令整改 Order rectification',
    body: StopOperationBody,
    returns: InstitutionView,
  })
  rectify(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: StopOperationBody): Promise<Answer> {
    return this.operations.stop(call, 'rectify', id, body);
  }

  @Act('suspend', 'institution.suspend', {
    summary: '责令停业 Suspend operation',
    body: StopOperationBody,
    returns: InstitutionView,
  })
  suspend(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: StopOperationBody): Promise<Answer> {
    return this.operations.stop(call, 'suspend', id, body);
  }

  @Act('restore', 'institution.restore', {
    summary: '恢复运营 Restore operation',
    body: OperationBody,
    returns: InstitutionView,
  })
  restore(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: OperationBody): Promise<Answer> {
    return this.operations.restore(call, id, body);
  }

  @Act('close', 'institution.close', { summary: '停办 Close', body: OperationBody, returns: InstitutionView })
  close(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: OperationBody): Promise<Answer> {
    return this.operations.close(call, id, body);
  }

  @Act('force-exit', 'institution.force-exit', {
    summary: '强制退出 Force out',
    body: ForceExitBody,
    returns: InstitutionView,
  })
  forceExit(@ChangeCall() call: Call, @UuidParam('id') id: string, @Body() body: ForceExitBody): Promise<Answer> {
    return this.operations.forceExit(call, id, body);
  }
}
