import { z } from 'zod';
import { count } from '../field.js';
import { division, surveyImportId } from '../vocabulary.js';

export const InstitutionSurveyProgressedV1 = z
  .object({
    surveyImportId,
    division,
    rowsTotal: count('Rows of the file', '总行数'),
    rowsDone: count('Rows done so far', '已处理行数'),
    rowsStored: count('Rows stored so far', '已导入行数'),
    rowsRejected: count('Rows rejected so far', '被拒行数'),
  })
  .meta({ description: 'A batch of a survey of institutions was imported', zh: '机构调查导入进展' });
export type InstitutionSurveyProgressedV1 = z.infer<typeof InstitutionSurveyProgressedV1>;
