import { CivilDateField } from '@yiyang/http';
import { BED_KINDS, type BedKind } from '@yiyang/standards';
import { CodeField, IdField, OptionalCodeField } from '../fields/code-fields.js';

const CARE_BEDS = BED_KINDS.filter((term) => term.side === 'CARE' && term.place === 'INSTITUTION').map(
  ({ code }) => code,
);

/** 办理入住 */
export class AdmitResidentBody {
  @IdField('老年人标识 elder') elderId!: string;
  @IdField('养老机构 own institution') institutionId!: string;
  @CodeField('床位类别 kind of care bed', CARE_BEDS) bedKind!: BedKind;
  @OptionalCodeField('特困人员 elder for whom beds are reserved, as the institution has checked', ['EXTREMELY_POOR'])
  elderCategory?: 'EXTREMELY_POOR';

  @CivilDateField('入住日期 day of moving in') admittedOn!: string;
}
