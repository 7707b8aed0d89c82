import { refusal } from '@yiyang/decisions';

/** Whoever has a name here may complain about an institution, save about its own. Source: REG-46, 003篇七「建立投诉反馈机制」. */
export function assertMayComplain(institutionId: string, own: readonly string[]): void {
  if (own.includes(institutionId))
    throw refusal('NOT_ALLOWED', { rule: 'REG-46', inputs: { reason: 'OWN_INSTITUTION' } });
}

/** The institution complained about replies, once. Source: REG-46. */
export function assertMayReply(
  complaint: { readonly institutionId: string; readonly replied: boolean },
  own: readonly string[],
): void {
  if (!own.includes(complaint.institutionId))
    throw refusal('NOT_ALLOWED', { rule: 'REG-46', inputs: { reason: 'NOT_THE_INSTITUTION' } });
  if (complaint.replied) throw refusal('COMPLAINT_REPLIED', { rule: 'REG-46' });
}
