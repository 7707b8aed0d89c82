const preset = require('./jest.preset.cjs');

/** Real PostgreSQL, Kafka and Redis; started once for all files by libs/testing. */
module.exports = { ...preset, testRegex: '(\\.int-spec|\\.scopes\\.spec|\\.e2e-spec)\\.ts$', testTimeout: 60000 };
