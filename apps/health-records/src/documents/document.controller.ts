import { Body, Controller } from '@nestjs/common';
import { Create, CreateCall, UuidParam, type Answer, type Call } from '@yiyang/http';
import { AddDocumentBody } from './document.dto.js';
import { DocumentService } from './document.service.js';
import { DocumentView } from './document.view.js';

/** 健康档案文书 Documents of an elder's record. */
@Controller('v1/elders/:elderId/documents')
export class DocumentController {
  constructor(private readonly documents: DocumentService) {}

  @Create('', 'document.add', { summary: '添加健康档案文书 Add a document', returns: DocumentView })
  add(@CreateCall() call: Call, @UuidParam('elderId') elderId: string, @Body() body: AddDocumentBody): Promise<Answer> {
    return this.documents.add(call, elderId, body);
  }
}
