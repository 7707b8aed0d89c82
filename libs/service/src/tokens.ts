/** Injection token of the process's configuration. */
export const SERVICE_CONFIG = Symbol('ServiceConfig');
