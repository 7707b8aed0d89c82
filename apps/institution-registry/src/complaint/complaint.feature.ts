import type { Feature } from '../feature.js';
import { ComplaintTexts } from './complaint-texts.js';
import { ComplaintController } from './complaint.controller.js';
import { ComplaintRepository } from './complaint.repository.js';
import { ComplaintService } from './complaint.service.js';

export const COMPLAINT_FEATURE: Feature = {
  controllers: [ComplaintController],
  providers: [ComplaintRepository, ComplaintTexts, ComplaintService],
};
