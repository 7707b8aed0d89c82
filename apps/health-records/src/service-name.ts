/** Name of the service, its database and its event source. */
export const SERVICE = 'health-records';
