/** Injection token of the process's configuration. */
export const SERVICE_CONFIG = Symbol('ServiceConfig');

/** Injection token of the process's logger. */
export const LOGGER = Symbol('Logger');
