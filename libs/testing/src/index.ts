export * from './count-statements.js';
export * from './servers.js';
export * from './test-database.js';
