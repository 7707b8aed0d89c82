import { Injectable } from '@nestjs/common';
import type { Tx } from '@yiyang/persistence';
import type { Seed } from '@yiyang/service';
import { SeedGuides } from './guide/seed-guides.js';
import { SeedPolicies } from './policy/seed-policies.js';

/** What an empty registry begins with. */
@Injectable()
export class RegistrySeed implements Seed {
  constructor(
    private readonly policies: SeedPolicies,
    private readonly guides: SeedGuides,
  ) {}

  async seed(tx: Tx): Promise<void> {
    await this.policies.seed(tx);
    this.guides.seed(tx);
  }
}
