/** Who may import whom; the table of docs and architecture as data. */
const libs = {
  decisions: [],
  standards: [],
  contracts: [],
  'region-policy': ['standards', 'decisions'],
  observability: [],
  persistence: ['observability', 'decisions'],
  messaging: ['contracts', 'persistence', 'observability', 'decisions'],
  access: ['standards', 'persistence', 'observability', 'decisions'],
  http: ['access', 'persistence', 'observability', 'decisions', 'standards'],
  service: [
    'decisions',
    'standards',
    'contracts',
    'region-policy',
    'observability',
    'persistence',
    'messaging',
    'access',
    'http',
  ],
  'local-servers': [],
};

const libraryRules = Object.entries(libs).map(([lib, allowed]) => ({
  name: `lib-${lib}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^libs/${lib}/src`, pathNot: '\\.(spec|int-spec|scopes\\.spec)\\.ts$' },
  to: { path: '^libs/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...libraryRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '(^|/)apps/([^/]+)/' },
      to: { path: '(^|/)apps/', pathNot: '(^|/)apps/$2/' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '(^|/)libs/' }, to: { path: '(^|/)apps/' } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['/domain/', '^libs/(decisions|standards|region-policy)/', '^libs/contracts/'] },
    },
    {
      name: 'domain-takes-only-types-from-contracts',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: {
        pathNot: [
          '\\.(spec|int-spec|scopes\\.spec|e2e-spec)\\.ts$',
          '^libs/testing/',
          '/testing/',
          '^test/[^/]+$',
          '^tools/',
          '^bench/',
        ],
      },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'local-servers-are-for-tools-and-tests',
      severity: 'error',
      from: {
        pathNot: [
          '\\.(spec|int-spec|scopes\\.spec|e2e-spec)\\.ts$',
          '^libs/(testing|local-servers)/',
          '/testing/',
          '^test/[^/]+$',
          '^tools/',
          '^bench/',
        ],
      },
      to: { path: '^libs/local-servers/' },
    },
    {
      name: 'cross-project-imports-go-through-the-index',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/([^/]+)/' },
      to: { path: '(^|/)libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '(^|/)$2/$3/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.spec.json' },
    enhancedResolveOptions: {
      conditionNames: ['@yiyang/source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
