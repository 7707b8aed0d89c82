const preset = require('./jest.preset.cjs');

/** Everything that touches nothing: no database, no broker, no clock. */
module.exports = {
  ...preset,
  testRegex: '/(src|test)/.*\\.spec\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.(int|e2e)-spec\\.ts$', '\\.scopes\\.spec\\.ts$'],
};
