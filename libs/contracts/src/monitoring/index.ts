export * from './indicator-snapshot-published.v1.js';
export * from './finding-raised.v1.js';
export * from './finding-resolved.v1.js';
