import { Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '@yiyang/access';
import { Read, UuidParam, type Answer } from '@yiyang/http';
import { RecordService } from './record.service.js';
import { RecordView } from './record.view.js';

/** 健康档案 The health record of an elder. */
@Controller('v1/elders/:elderId/record')
export class RecordController {
  constructor(private readonly records: RecordService) {}

  @Read('', 'record.read', { summary: '调阅健康档案 Read the health record', returns: RecordView })
  read(@CallerParam() caller: Caller, @UuidParam('elderId') elderId: string): Promise<Answer> {
    return this.records.read(caller, elderId);
  }
}
