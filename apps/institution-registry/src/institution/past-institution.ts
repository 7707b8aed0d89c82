import type { PastPart } from '../history/change.repository.js';
import type { DatedQualification } from './domain/integrated-status.js';
import type { OperationState } from './domain/operation.js';
import { statusOn, type Term } from '../agreement/domain/agreement-status.js';
import type { InstitutionState } from './institution-state.js';
import type { QualificationPart, WholeInstitution } from './institution.repository.js';

export interface PastAgreement {
  readonly id: string;
  readonly status: string;
  readonly careInstitutionId: string;
  readonly medicalInstitutionId: string;
  readonly types: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
}

export interface PastInstitution {
  readonly institution: Omit<WholeInstitution, 'version' | 'isIntegrated' | 'investmentOrigin' | 'founderId'>;
  readonly agreements: readonly PastAgreement[];
}

interface Operation {
  readonly state: OperationState;
  readonly since: string | null;
  readonly startedOn: string | null;
}

/** Beside the counts of a kind the history of beds keeps how they are offered. */
interface BedCounts {
  readonly approved: number;
  readonly operating: number;
  readonly blocked: number;
}

const NOT_STARTED: Operation = { state: 'NOT_STARTED', since: null, startedOn: null };

/** Puts an institution together from its parts as they were on a day; undefined where it was not known then. */
export function pastInstitution(id: string, on: string, parts: readonly PastPart[]): PastInstitution | undefined {
  const statesOf = <State>(aspect: PastPart['aspect'], own = true) =>
    parts
      .filter((part) => part.aspect === aspect && (part.institutionId === id) === own)
      .map(({ subject, state }) => ({ subject, state: state as State }));
  const registered = statesOf<InstitutionState>('INSTITUTION')[0]?.state;
  if (!registered) return undefined;
  const operation = statesOf<Operation>('OPERATION')[0]?.state ?? NOT_STARTED;
  const beds = statesOf<Partial<BedCounts>>('BEDS').flatMap(({ subject, state }) => {
    const { approved, operating, blocked } = state;
    const isCount = approved !== undefined && operating !== undefined && blocked !== undefined;
    return isCount ? [{ kind: subject, approved, operating, blocked }] : [];
  });
  const agreements = statesOf<Omit<PastAgreement, 'id' | 'status'> & Term>('AGREEMENT').map(({ subject, state }) => ({
    ...state,
    id: subject,
    status: statusOn(state, on),
  }));
  return {
    institution: {
      ...registered,
      id,
      operationState: operation.state,
      operationSince: operation.since,
      startedOn: operation.startedOn,
      qualifications: statesOf<QualificationPart>('QUALIFICATION').map(({ state }) => state),
      unitQualifications: statesOf<DatedQualification>('QUALIFICATION', false).map(({ state }) => state),
      beds,
    },
    agreements,
  };
}
