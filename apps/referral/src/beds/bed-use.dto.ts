import { PageQuery } from '@yiyang/http';
import { IdField } from '../fields/code-fields.js';

export class InstitutionQuery {
  @IdField('机构 institution') institutionId!: string;
}

export class InstitutionPageQuery extends PageQuery {
  @IdField('机构 institution') institutionId!: string;
}
