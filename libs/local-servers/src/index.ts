export { freePort, waitForPort } from './ports.js';
export { superviseChild, type SupervisedChild, type SuperviseOptions } from './supervise-child.js';
export { startPostgres, type RunningPostgres, type StartPostgresOptions } from './postgres/start-postgres.js';
export * from './environment.js';
