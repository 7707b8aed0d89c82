import { refusal, type FieldFault } from '@yiyang/decisions';
import { fenFromJson, fenToJson, sum, type CatalogueClass } from '@yiyang/standards';
import { decideLine, type BillLine } from './bill-line.js';

/** A bill line as it is claimed, amounts in fen. */
export interface ClaimedLine {
  readonly itemCode: string;
  readonly fundCategory: string;
  readonly catalogueClass: CatalogueClass;
  readonly amountFen: number;
  readonly overLimitFen?: number;
  /** 0 to 1 with at most four decimals. */
  readonly preselfRatio?: number;
}

/**
 * The bill to settle. Refuses lines that contradict themselves, class B lines for which neither item nor policy says what
 * the person pays first, and a bill of which nothing is the fund's business. Sources: SET-10; standards §10.1.
 *
 * @param preselfRatio share of class B items that name none, by the region's policy.
 */
export function readBill(lines: readonly ClaimedLine[], preselfRatio: string | undefined): BillLine[] {
  const faults = lines.flatMap((line, i) => faultsOf(line, `lines[${i}]`, preselfRatio));
  if (faults.length > 0) throw refusal('LINE_MALFORMED', { rule: 'STD-10.1', fields: faults });
  const bill = lines.map((line) => ({
    itemCode: line.itemCode,
    fundCategory: line.fundCategory,
    catalogueClass: line.catalogueClass,
    amount: fenFromJson(line.amountFen),
    overLimit: fenFromJson(line.overLimitFen ?? 0),
    preselfRatio: line.preselfRatio === undefined ? (preselfRatio ?? '0') : String(line.preselfRatio),
  }));
  const decided = bill.map(decideLine);
  if (decided.every((line) => line.decision === 'REJECTED')) {
    const [first] = decided;
    const { clause, source } = first?.because ?? {};
    throw refusal('NOTHING_TO_SETTLE', {
      rule: 'SET-10',
      ...(clause !== undefined && { clause }),
      ...(source !== undefined && { source }),
      inputs: { rejectedFen: fenToJson(sum(decided.map((line) => line.amount))), payer: 'SELF' },
    });
  }
  return bill;
}

function faultsOf(line: ClaimedLine, path: string, preselfRatio: string | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  if ((line.overLimitFen ?? 0) > line.amountFen)
    faults.push({ path: `${path}.overLimitFen`, rule: 'at most amountFen' });
  if (line.catalogueClass !== 'B' && line.preselfRatio !== undefined)
    faults.push({ path: `${path}.preselfRatio`, rule: 'only for class B' });
  if (line.catalogueClass === 'B' && line.preselfRatio === undefined && preselfRatio === undefined)
    faults.push({ path: `${path}.preselfRatio`, rule: 'needed: the region sets no share' });
  return faults;
}
