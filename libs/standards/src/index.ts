export * from './civil-date.js';
export * from './codes/index.js';
export * from './fen.js';
