/** First path segments after `/v1/` by service: where a request goes until the service's own document was read. */
export const PATH_OWNERS = {
  'institution-registry': [
    'guides',
    'penalties',
    'applications',
    'institutions',
    'assessors',
    'agreements',
    'policies',
    'price-lists',
    'facts',
    'fact-types',
    'reports',
    'findings',
    'compliance',
    'liaison-forms',
    'liaison-contacts',
    'alliances',
    'complaints',
    'complaint-figures',
    'survey-imports',
    'survey-entries',
    'survey-completeness',
    'capacity',
    'free-beds',
  ],
  'health-records': ['elders', 'consents'],
  referral: ['stays', 'care-states', 'referrals', 'ledger-entries', 'bed-uses'],
  settlement: ['designations', 'claims', 'accumulations'],
  monitoring: ['indicators'],
} as const satisfies Record<string, readonly string[]>;

export type ServiceName = keyof typeof PATH_OWNERS;

export const SERVICE_NAMES = Object.keys(PATH_OWNERS) as ServiceName[];

const ownerOf = new Map<string, ServiceName>(
  SERVICE_NAMES.flatMap((service) => PATH_OWNERS[service].map((segment) => [segment, service] as const)),
);

/** The service of `/v1/<segment>…` by its first segment. */
export function ownerOfPath(path: string): ServiceName | undefined {
  return ownerOf.get(path.split('/')[2] ?? '');
}
