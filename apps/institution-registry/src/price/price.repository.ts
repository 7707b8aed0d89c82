import { Injectable } from '@nestjs/common';
import { Database, json, type Tx } from '@yiyang/persistence';
import { PriceListRow } from './price.entity.js';
import type { PriceItemView } from './price.view.js';

/** A price list with its items, read in one statement. */
export interface WholePriceList extends PriceListRow {
  readonly items: PriceItemView[];
}

const COLUMNS = `l.id, l.institution_id, l.number, l.valid_from, l.published_at, l.because,
  (select jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'itemClass', p.item_class, 'bedKind', p.bed_kind,
    'unit', p.unit, 'priceFen', p.price_fen, 'regime', p.regime, 'approvalReference', p.approval_reference)
    order by p.code) from price_item p where p.price_list_id = l.id) as items`;

/** The list of an institution in force on a day is the one that began last; of two that began that day the later one. */
const IN_FORCE = 'order by valid_from desc, number desc limit 1';

/**
 * SQL that joins the daily price of a kind of bed on a day, the lowest where rooms differ, as `<alias>.price_fen`. The
 * arguments are SQL: columns of the query and a place such as `$3`.
 */
export function bedPriceJoin(of: { institutionId: string; bedKind: string; on: string; alias: string }): string {
  return `left join lateral (
    select min(price_fen) as price_fen from price_item
    where bed_kind = ${of.bedKind} and price_list_id = (
      select id from price_list where institution_id = ${of.institutionId} and valid_from <= ${of.on} ${IN_FORCE})
  ) ${of.alias} on true`;
}

/** All SQL of price lists. Rows only come. */
@Injectable()
export class PriceRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<WholePriceList | undefined> {
    return this.database.find<WholePriceList>(`select ${COLUMNS} from price_list l where l.id = $1`, [id]);
  }

  /** Lists of an institution, the newest first. */
  list(institutionId: string, before: number | undefined, limit: number): Promise<WholePriceList[]> {
    return this.database.many<WholePriceList>(
      `select ${COLUMNS} from price_list l
       where l.institution_id = $1 and ($2::int is null or l.number < $2) order by l.number desc limit $3`,
      [institutionId, before ?? null, limit],
    );
  }

  /** The list in force on a day. */
  inForce(institutionId: string, on: string): Promise<WholePriceList[]> {
    return this.database.many<WholePriceList>(
      `select ${COLUMNS} from price_list l where l.institution_id = $1 and l.valid_from <= $2 ${IN_FORCE}`,
      [institutionId, on],
    );
  }

  /** The next number of an institution, which is locked first: lists that come at once wait for each other. */
  async nextNumber(tx: Tx, institutionId: string): Promise<number> {
    tx.write('select from institution where id = $1 for update', [institutionId]);
    const sql = 'select coalesce(max(number), 0) + 1 as number from price_list where institution_id = $1';
    return (await tx.one<{ number: number }>(sql, [institutionId])).number;
  }

  insert(tx: Tx, { items, ...list }: WholePriceList): void {
    tx.insert(PriceListRow, { ...list, because: json(list.because) });
    tx.write(
      `insert into price_item (price_list_id, code, name, item_class, bed_kind, unit, price_fen, regime, approval_reference)
       select $1, i.code, i.name, i."itemClass", i."bedKind", i.unit, i."priceFen", i.regime, i."approvalReference"
       from jsonb_to_recordset($2) as i (code text, name text, "itemClass" text, "bedKind" text, unit text, "priceFen" bigint,
         regime text, "approvalReference" text)`,
      [list.id, json(items)],
    );
  }
}
