import type { FieldTree } from '../fields.js';

/** What institutions itemClass is public. Source: REG-46. */
export const REGISTRY_PRICE_RESOURCES = {
  'price-list': {
    id: 'ID',
    institutionId: 'ID',
    number: 'PUBLIC',
    validFrom: 'PUBLIC',
    publishedAt: 'PUBLIC',
    because: { rule: 'PUBLIC', clause: 'PUBLIC', source: 'PUBLIC', policyVersion: 'PUBLIC' },
    items: {
      code: 'PUBLIC',
      name: 'PUBLIC',
      itemClass: 'PUBLIC',
      bedKind: 'PUBLIC',
      unit: 'PUBLIC',
      priceFen: 'PUBLIC',
      regime: 'PUBLIC',
      approvalReference: 'PUBLIC',
    },
  },
} as const satisfies Record<string, FieldTree>;
