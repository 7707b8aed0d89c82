import type { Feature } from '../feature.js';
import { FactChangesService } from './fact-changes.service.js';
import { FactDeadlines } from './fact-deadlines.js';
import { FactGrounds } from './fact-grounds.js';
import { FactLedger } from './fact-ledger.js';
import { FactReader } from './fact-reader.js';
import { FactStating } from './fact-stating.js';
import { FactController } from './fact.controller.js';
import { FactRepository } from './fact.repository.js';
import { FactService } from './fact.service.js';
import { ReportController } from './report.controller.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';

export const FACT_FEATURE: Feature = {
  controllers: [FactController, ReportController],
  providers: [
    FactRepository,
    FactGrounds,
    FactLedger,
    FactStating,
    FactService,
    FactChangesService,
    FactReader,
    FactDeadlines,
    ReportRepository,
    ReportService,
  ],
};
