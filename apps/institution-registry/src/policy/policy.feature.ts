import type { Feature } from '../feature.js';
import { PolicyDraftController } from './policy-draft.controller.js';
import { PolicyDraftService } from './policy-draft.service.js';
import { PolicyImpactController } from './policy-impact.controller.js';
import { PolicyImpactService } from './policy-impact.service.js';
import { PolicyPublishing } from './policy-publishing.js';
import { PolicySetController } from './policy-set.controller.js';
import { PolicySetService } from './policy-set.service.js';
import { PolicySetsRepository } from './policy-sets.repository.js';
import { PolicyTurns } from './policy-turns.js';
import { SeedPolicies } from './seed-policies.js';

export const POLICY_FEATURE: Feature = {
  controllers: [PolicySetController, PolicyDraftController, PolicyImpactController],
  providers: [
    SeedPolicies,
    PolicySetsRepository,
    PolicySetService,
    PolicyDraftService,
    PolicyPublishing,
    PolicyImpactService,
    PolicyTurns,
  ],
};
