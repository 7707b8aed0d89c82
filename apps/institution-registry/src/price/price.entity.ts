import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an institution charges from a day on. A later list of the same day takes its place. */
@Entity('price_list')
export class PriceListRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') institutionId!: string;
  /** Counts the lists of one institution. */
  @Column('int') number!: number;
  @Column('date') validFrom!: string;
  @Column('timestamptz') publishedAt!: Date;
  /** Where the regional policy stands that the regimes follow. */
  @Column('jsonb') because!: unknown;
}

/** One item of a price list. */
@Entity('price_item')
export class PriceItemRow {
  @PrimaryColumn('uuid') priceListId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') itemClass!: string;
  @Column('text', { nullable: true }) bedKind!: string | null;
  @Column('text') unit!: string;
  @Column('bigint') priceFen!: bigint;
  @Column('text') regime!: string;
  @Column('text', { nullable: true }) approvalReference!: string | null;
}
