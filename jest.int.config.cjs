const preset = require('./jest.preset.cjs');

/** Real PostgreSQL, Kafka and Redis, started once for the run by libs/testing. */
module.exports = {
  ...preset,
  testRegex: '(\\.int-spec|\\.scopes\\.spec|\\.e2e-spec)\\.ts$',
  testTimeout: 60000,
  globalSetup: '<rootDir>/tools/jest/global-setup.cjs',
  globalTeardown: '<rootDir>/tools/jest/global-teardown.cjs',
};
