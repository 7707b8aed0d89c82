import type { ApplicationRow } from './application.entity.js';
import type { ApplicationState } from './domain/application.js';

/** An application as its decisions see it. */
export function stateOf(row: ApplicationRow): ApplicationState {
  const { status, path, side, hostSide, scopeChangedOn, supplement, acceptedAt } = row;
  return {
    ...{ status, path, side, hostSide, scopeChangedOn },
    toldOnce: supplement !== null,
    accepted: acceptedAt !== null,
    establishmentApproved: row.establishmentApprovalNo !== null,
  };
}
