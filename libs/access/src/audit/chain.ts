import { macOf, type AuditKey } from './audit-key.js';

/** Bytes of one link and of a head. */
export const LINK_BYTES = 32;

/** What the first seal follows. */
export const GENESIS = Buffer.alloc(LINK_BYTES);

/** A batch of entries as it is stored; `chain` holds the link after each entry, the last one is `head`. */
export interface Seal {
  readonly sealNo: bigint;
  /** UTC with microseconds. */
  readonly sealedAt: string;
  readonly previous: Buffer;
  /** What the first link follows: `previous` with the number and time of this seal. */
  readonly start: Buffer;
  readonly head: Buffer;
  readonly entryIds: readonly string[];
  readonly chain: Buffer;
}

/** What a batch starts from. */
export function startOf(key: AuditKey, seal: Pick<Seal, 'sealNo' | 'sealedAt' | 'previous'>): Buffer {
  return macOf(key.chain, seal.previous, `${seal.sealNo.toString()}|${seal.sealedAt}`);
}

/** The link after an entry. */
export function linkOf(key: AuditKey, before: Buffer, leaf: Buffer): Buffer {
  return macOf(key.chain, before, leaf);
}
