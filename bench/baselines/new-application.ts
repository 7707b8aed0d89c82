import { v7 } from 'uuid';

interface Body {
  readonly kind: string;
  readonly name: string;
  readonly creditCode: string;
  readonly division: string;
  readonly ownership: string;
  readonly profitNature: string;
  readonly beds: readonly { kind: string; count: number }[];
}

/** Why the path is what it is, as large as our explanation. */
const BECAUSE = {
  rule: 'REG-04',
  clause: '第四十三条',
  source: '老年人权益保障法',
  inputs: { kind: 'CARE_HOME', side: 'CARE' },
};

/** What one request stores and answers; no rule is checked. */
export function newApplication(body: Body) {
  const [id, institutionId, eventId] = [v7(), v7(), v7()];
  const submittedAt = new Date().toISOString();
  const { kind, name, creditCode, division, ownership, profitNature, beds } = body;
  const type = 'yiyang.institution.application-submitted.v1';
  const data = { applicationId: id, institutionId, kind, side: 'CARE', path: 'FILING', division };
  const envelope = {
    sequence: 1,
    ...{ specversion: '1.0', id: eventId, source: '/baseline', type, subject: institutionId, time: submittedAt },
    ...{ datacontenttype: 'application/json', regioncode: division, correlationid: eventId, data },
  };
  const because = JSON.stringify(BECAUSE);
  const named = [name, creditCode, division, ownership, profitNature, 'DOMESTIC', JSON.stringify(beds)];
  const row = [id, institutionId, kind, 'CARE', 'FILING', because, ...named, 'SUBMITTED', submittedAt];
  const path = { value: 'FILING', because: BECAUSE };
  return {
    row,
    event: [eventId, 'yiyang.institution.v1', institutionId, 1, type, JSON.stringify(envelope)],
    answer: { id, institutionId, status: 'SUBMITTED', kind, name, division, beds, submittedAt, path, version: 1 },
  };
}
