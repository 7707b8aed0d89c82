import {
  findTerm,
  inScope,
  INSTITUTION_KINDS,
  isKnownDivision,
  OPERATION_MODES,
  OPERATION_STATES,
  parseCreditCode,
  type CodeTerm,
} from '@yiyang/standards';

/** Columns of a survey file, by the name in English and the one in Chinese. */
export const SURVEY_COLUMNS = {
  name: '机构名称',
  kind: '机构类别',
  division: '行政区划',
  creditCode: '统一社会信用代码',
  operationState: '运营状态',
  managementMode: '管理模式',
} as const;
export type SurveyColumn = keyof typeof SURVEY_COLUMNS;
export const COLUMN_NAMES = Object.keys(SURVEY_COLUMNS) as SurveyColumn[];

export type SurveyCells = Readonly<Record<SurveyColumn, string>>;

export interface RowFault {
  /** A column, or `row` where the whole row is at fault. */
  readonly field: string;
  readonly rule: string;
}

/** What a row says of one institution; null where it does not answer. */
export interface SurveyAnswer {
  /** Names the institution: its credit code, or where, what and how it is called. */
  readonly key: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly kind: string;
  readonly side: string;
  readonly division: string;
  readonly operationState: string | null;
  readonly managementMode: string | null;
}

export type CheckedRow =
  | { readonly answer: SurveyAnswer; readonly faults?: undefined }
  | { readonly faults: readonly RowFault[]; readonly answer?: undefined };

// A spreadsheet that opens the answer of this platform would run such a cell.
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;
const NAME = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

/**
 * One row of a survey of institutions and how they are run, down to village clinics. It tells what is there; it is no
 * filing and no licence. `scope` is the division of the department that asks. Source: REG-52, 003篇三(一).
 */
export function checkRow(cells: SurveyCells, scope: string): CheckedRow {
  const formulas = COLUMN_NAMES.filter((column) => FORMULA.test(cells[column]));
  if (formulas.length > 0)
    return { faults: formulas.map((field) => ({ field, rule: 'text, no formula: not begun by = + - or @' })) };

  const value = (column: SurveyColumn) => cells[column].trim();
  const [name, division] = [value('name'), value('division')];
  const kind = termOf(INSTITUTION_KINDS, value('kind'));
  const creditCode = value('creditCode') === '' ? undefined : parseCreditCode(value('creditCode'));
  const operationState = termOf(OPERATION_STATES, value('operationState'));
  const managementMode = termOf(OPERATION_MODES, value('managementMode'));
  const faults: RowFault[] = [
    ...fault(!NAME.test(name), 'name', '1 to 100 characters'),
    ...fault(kind === undefined, 'kind', 'a kind of institution, as its code or its Chinese term'),
    ...divisionFault(division, scope),
    ...(creditCode && !creditCode.ok ? fault(true, 'creditCode', `failed check: ${creditCode.check}`) : []),
    ...fault(isUnknown(value('operationState'), operationState), 'operationState', 'a state of operation, or nothing'),
    ...fault(isUnknown(value('managementMode'), managementMode), 'managementMode', 'a mode of management, or nothing'),
  ];
  if (faults.length > 0 || kind === undefined) return { faults };
  const code = creditCode?.ok ? creditCode.code : null;
  const place = { name, kind: kind.code, division };
  return {
    answer: {
      ...place,
      key: surveyKey({ ...place, creditCode: code }),
      side: kind.side,
      creditCode: code,
      operationState: operationState?.code ?? null,
      managementMode: managementMode?.code ?? null,
    },
  };
}

/** What names an institution in a survey; SQL has the same expression for registered ones. */
export function surveyKey(of: { creditCode: string | null; division: string; kind: string; name: string }): string {
  return of.creditCode ?? `${of.division}|${of.kind}|${of.name}`;
}

function divisionFault(division: string, scope: string): RowFault[] {
  const isKnown = /^\d{6}$/.test(division) && isKnownDivision(division);
  if (!isKnown) return [{ field: 'division', rule: 'a known division of GB/T 2260, 6 digits' }];
  return fault(!inScope(scope, division), 'division', `within ${scope}`);
}

const fault = (is: boolean, field: SurveyColumn, rule: string): RowFault[] => (is ? [{ field, rule }] : []);

const isUnknown = (text: string, term: CodeTerm | undefined) => text !== '' && term === undefined;

function termOf<const L extends readonly CodeTerm[]>(list: L, text: string): L[number] | undefined {
  return findTerm(list, text) ?? list.find((term) => term.zh === text);
}
