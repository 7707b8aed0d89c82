export * from './refusal.js';
export * from './explained.js';
