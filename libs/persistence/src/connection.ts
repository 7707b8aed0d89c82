import { createHmac } from 'node:crypto';

/** Where the PostgreSQL server is and the secret from which every service's role passwords are derived. */
export interface ServerSettings {
  /** `postgres://[admin:password@]host:port[/…]`; the credentials are used by migrations only. */
  readonly serverUrl: string;
  readonly roleSecret: string;
}

export type RoleKind = 'owner' | 'app';

/** Name of a service's database: `yiyang_institution_registry`. */
export function databaseName(service: string): string {
  return `yiyang_${service.replaceAll('-', '_')}`;
}

/** Name of a service's role: the owner migrates, the app role owns nothing. */
export function roleName(service: string, kind: RoleKind): string {
  return `${databaseName(service)}_${kind}`;
}

/** Password of a role: derived, so that services and migrations agree without sharing the administrator's. */
export function rolePassword(settings: ServerSettings, role: string): string {
  return createHmac('sha256', settings.roleSecret).update(role).digest('hex');
}

/** Connection string of one service's database as one of its two roles. */
export function connectionUrl(settings: ServerSettings, service: string, kind: RoleKind): string {
  const url = new URL(settings.serverUrl);
  const role = roleName(service, kind);
  url.username = role;
  url.password = rolePassword(settings, role);
  url.pathname = `/${databaseName(service)}`;
  return url.toString();
}
