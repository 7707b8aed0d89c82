export * from './a-caller.js';
export { describeApi } from './api/describe-api.js';
export * from './count-statements.js';
export * from './servers.js';
export * from './service-stack.js';
export * from './test-database.js';
