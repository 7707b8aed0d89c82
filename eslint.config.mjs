import tseslint from 'typescript-eslint';

const forbidden = [
  {
    selector: "CallExpression[callee.property.name='save']",
    message: 'save() loses updates: use insert, or update guarded by version.',
  },
  { selector: "Property[key.name='synchronize'][value.value=true]", message: 'The schema changes by migrations only.' },
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money is bigint fen.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'A test runs, or it is not there.',
  },
];

const pureOnly = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A decision is given the time.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A decision is given the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'A decision is given its randomness.',
  },
  { selector: 'AwaitExpression', message: 'A decision does not wait.' },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '.nx/**',
      '.cache/**',
      '.data/**',
      'node_modules/**',
      'test/boundary-violations/**',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.spec.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...forbidden],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read in config.ts.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: [
      'apps/*/src/**/domain/**/*.ts',
      'libs/decisions/src/**/*.ts',
      'libs/standards/src/**/*.ts',
      'libs/region-policy/src/**/*.ts',
    ],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbidden, ...pureOnly] },
  },
  {
    files: [
      '**/config.ts',
      '**/run-process.ts',
      'tools/**/*.ts',
      'bench/**/*.ts',
      'libs/local-servers/**/*.ts',
      'libs/testing/**/*.ts',
      '**/*spec.ts',
      '**/main.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['tools/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*spec.ts', 'libs/testing/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
);
