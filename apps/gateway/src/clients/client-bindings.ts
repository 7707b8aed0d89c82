import { Injectable } from '@nestjs/common';
import type { ElderClientBoundV1, InstitutionClientBoundV1 } from '@yiyang/contracts';
import type { Tx } from '@yiyang/persistence';
import { ClientDirectory } from './client-directory.js';
import { ClientRepository } from './client.repository.js';

/** What the events about clients do: the copy changes, and what memory knows of the client is forgotten. */
@Injectable()
export class ClientBindings {
  constructor(
    private readonly clients: ClientRepository,
    private readonly directory: ClientDirectory,
  ) {}

  bindInstitution(tx: Tx, { clientId, institutionId, role, division }: InstitutionClientBoundV1): void {
    this.clients.bind(tx, { clientId, subjectId: institutionId, role, region: division });
    tx.afterCommit(() => this.directory.forget(clientId));
  }

  bindElder(tx: Tx, { clientId, elderId }: ElderClientBoundV1): void {
    this.clients.bind(tx, { clientId, subjectId: elderId, role: 'ELDER', region: null });
    tx.afterCommit(() => this.directory.forget(clientId));
  }

  unbind(tx: Tx, clientId: string, subjectId: string): void {
    this.clients.unbind(tx, clientId, subjectId);
    tx.afterCommit(() => this.directory.forget(clientId));
  }

  putUnit(tx: Tx, { institutionId, hostId }: { institutionId: string; hostId?: string | undefined }): void {
    if (hostId === undefined) return;
    this.clients.putUnit(tx, institutionId, hostId);
    tx.afterCommit(() => this.directory.forgetAll());
  }
}
