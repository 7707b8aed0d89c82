import { Body, Controller } from '@nestjs/common';
import { Act, ChangeCall, UuidParam, type Answer, type Call } from '@yiyang/http';
import { InstitutionView } from './institution.view.js';
import { ChangeQualificationBody, DecideQualificationBody, RenewQualificationBody } from './qualification.dto.js';
import { QualificationService } from './qualification.service.js';

@Controller('v1/institutions/:id/qualifications/:qualificationId')
export class QualificationController {
  constructor(private readonly qualifications: QualificationService) {}

  @Act('suspend', 'qualification.suspend', {
    summary: '暂停资质 Suspend a qualification',
    body: DecideQualificationBody,
    returns: InstitutionView,
  })
  suspend(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: DecideQualificationBody,
  ): Promise<Answer> {
    return this.qualifications.change(call, 'suspend', { institutionId, qualificationId }, body);
  }

  @Act('restore', 'qualification.restore', {
    summary: '恢复资质 Restore a suspended qualification',
    body: ChangeQualificationBody,
    returns: InstitutionView,
  })
  restore(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: ChangeQualificationBody,
  ): Promise<Answer> {
    return this.qualifications.change(call, 'restore', { institutionId, qualificationId }, body);
  }

  @Act('renew', 'qualification.renew', {
    summary: '延续资质 Renew a qualification',
    body: RenewQualificationBody,
    returns: InstitutionView,
  })
  renew(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: RenewQualificationBody,
  ): Promise<Answer> {
    return this.qualifications.change(call, 'renew', { institutionId, qualificationId }, body);
  }

  @Act('cancel', 'qualification.cancel', {
    summary: '注销资质 Cancel a qualification',
    body: ChangeQualificationBody,
    returns: InstitutionView,
  })
  cancel(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: ChangeQualificationBody,
  ): Promise<Answer> {
    return this.qualifications.change(call, 'cancel', { institutionId, qualificationId }, body);
  }

  @Act('revoke', 'qualification.revoke', {
    summary: '吊销资质 Revoke a qualification',
    body: DecideQualificationBody,
    returns: InstitutionView,
  })
  revoke(
    @ChangeCall() call: Call,
    @UuidParam('id') institutionId: string,
    @UuidParam('qualificationId') qualificationId: string,
    @Body() body: DecideQualificationBody,
  ): Promise<Answer> {
    return this.qualifications.change(call, 'revoke', { institutionId, qualificationId }, body);
  }
}
