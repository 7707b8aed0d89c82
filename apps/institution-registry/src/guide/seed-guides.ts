import { Injectable } from '@nestjs/common';
import { Clock, json, type Tx } from '@yiyang/persistence';
import { NATION } from '@yiyang/standards';
import { DEFAULT_GUIDES } from './default-guides.js';
import { GuideRow } from './guide.entity.js';

/** Puts in the guides that ship with the project, each once. */
@Injectable()
export class SeedGuides {
  constructor(private readonly clock: Clock) {}

  seed(tx: Tx): void {
    for (const { parts, ...guide } of DEFAULT_GUIDES) {
      const row = { ...guide, division: NATION, kind: null, version: 1, publishedAt: this.clock.now() };
      tx.insert(GuideRow, { ...row, parts: json(parts) }, 'on conflict do nothing');
    }
  }
}
