import { ComplaintController } from './complaint.controller.js';
import { ComplaintRepository } from './complaint.repository.js';
import { ComplaintService } from './complaint.service.js';
import { ComplaintTexts } from './complaint-texts.js';

export const COMPLAINT_CONTROLLERS = [ComplaintController];

export const COMPLAINT_PROVIDERS = [ComplaintRepository, ComplaintTexts, ComplaintService];
