export * from './civil-date.js';
export * from './codes/index.js';
export * from './credit-code.js';
export * from './divisions.js';
export * from './fen.js';
export * from './masking.js';
export * from './resident-id.js';
export * from './working-days.js';
