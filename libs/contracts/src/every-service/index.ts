export * from './access-recorded.v1.js';
