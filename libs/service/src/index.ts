export * from './config.js';
export * from './parts.js';
export { CreatePolicyCopy1764000000300 } from './policy/1764000000300-create-policy-copy.js';
export * from './policy/policies.js';
export { PolicyValueRow } from './policy/policy-value.entity.js';
export * from './run-service.js';
export * from './service-definition.js';
export * from './start-service.js';
export * from './tokens.js';
