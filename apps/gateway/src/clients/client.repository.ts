import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@yiyang/persistence';
import { clientOf, type Client, type ClientBinding } from './client.js';
import type { ConfiguredClient } from './configured-client.js';

type Source = 'CONFIGURED' | 'DEVELOPMENT';
type Binding = Omit<ClientBinding, 'unitIds'>;

/** Tables `client`, `client_binding` and `institution_unit`. */
@Injectable()
export class ClientRepository {
  constructor(private readonly database: Database) {}

  async find(clientId: string): Promise<Client | undefined> {
    const [configured, bindings] = await Promise.all([
      this.database.find<ConfiguredClient>(
        'select client_id, role, region, purposes from client where client_id = $1',
        [clientId],
      ),
      this.database.many<ClientBinding>(
        `select b.client_id, b.subject_id, b.role, b.region,
           array(select u.institution_id from institution_unit u where u.host_id = b.subject_id order by 1) as unit_ids
         from client_binding b where b.client_id = $1 limit 2`,
        [clientId],
      ),
    ]);
    return clientOf(configured, bindings);
  }

  /** Adds or replaces a client; a client of this id that events bound is out of force from then on. */
  put(tx: Tx, client: ConfiguredClient, source: Source): void {
    tx.write(
      `insert into client (client_id, role, region, purposes, source) values ($1, $2, $3, $4, $5)
       on conflict (client_id) do update
       set role = excluded.role, region = excluded.region, purposes = excluded.purposes, source = excluded.source`,
      [client.clientId, client.role, client.region, client.purposes, source],
    );
  }

  /** Removes configured clients that the configuration does not name any more. */
  keepConfigured(tx: Tx, clientIds: readonly string[]): void {
    tx.write(`delete from client where source = 'CONFIGURED' and client_id <> all($1)`, [clientIds]);
  }

  bind(tx: Tx, { clientId, subjectId, role, region }: Binding): void {
    tx.write(
      `insert into client_binding (client_id, subject_id, role, region) values ($1, $2, $3, $4)
       on conflict (client_id, subject_id) do update set role = excluded.role, region = excluded.region`,
      [clientId, subjectId, role, region],
    );
  }

  unbind(tx: Tx, clientId: string, subjectId: string): void {
    tx.write('delete from client_binding where client_id = $1 and subject_id = $2', [clientId, subjectId]);
  }

  putUnit(tx: Tx, institutionId: string, hostId: string): void {
    tx.write('insert into institution_unit (institution_id, host_id) values ($1, $2) on conflict do nothing', [
      institutionId,
      hostId,
    ]);
  }
}
