import type { FieldTree } from '../fields.js';

/** The survey of institutions. Source: REG-52. */
export const REGISTRY_SURVEY_RESOURCES = {
  'survey-import': {
    id: 'ID',
    status: 'FACT',
    division: 'PUBLIC',
    format: 'FACT',
    encoding: 'FACT',
    rowsTotal: 'FACT',
    rowsDone: 'FACT',
    rowsStored: 'FACT',
    rowsRejected: 'FACT',
    progressPercent: 'FACT',
    receivedAt: 'FACT',
    finishedAt: 'FACT',
  },
  'survey-row': { line: 'FACT', result: 'FACT', entryId: 'ID', faults: { field: 'FACT', rule: 'FACT' } },
  'survey-entry': {
    id: 'ID',
    institutionId: 'ID',
    name: 'PUBLIC',
    creditCode: 'PUBLIC',
    kind: 'PUBLIC',
    side: 'PUBLIC',
    division: 'PUBLIC',
    operationState: 'FACT',
    managementMode: 'FACT',
    answered: 'FACT',
    surveyedAt: 'FACT',
  },
  'survey-completeness': {
    division: 'PUBLIC',
    expected: 'FACT',
    answered: 'FACT',
    percent: 'FACT',
    divisions: { division: 'PUBLIC', expected: 'FACT', answered: 'FACT', percent: 'FACT' },
  },
} as const satisfies Record<string, FieldTree>;
