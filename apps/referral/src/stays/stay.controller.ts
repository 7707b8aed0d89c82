import { Body, Controller } from '@nestjs/common';
import { Create, CreateCall, type Answer, type Call } from '@yiyang/http';
import { BedUseView } from '../beds/bed-use.view.js';
import { AdmitResidentBody } from './stay.dto.js';
import { StayService } from './stay.service.js';

@Controller('v1/stays')
export class StayController {
  constructor(private readonly stays: StayService) {}

  @Create('', 'stay.admit-resident', { summary: '办理入住 Take in a resident', returns: BedUseView })
  admitResident(@CreateCall() call: Call, @Body() body: AdmitResidentBody): Promise<Answer> {
    return this.stays.admitResident(call, body);
  }
}
