import type { Observe } from '../../../tools/stack/api.ts';
import { Story } from '../../../tools/journey/story.ts';

/** One visible call of the journey. */
export interface RecordedCall {
  readonly step: number;
  /** Method and path, ids replaced and query left out. */
  readonly route: string;
  readonly status: number;
  readonly requestId: string;
}

/** The journey told to nobody, with the request id of each call. */
export class RecordedStory extends Story {
  readonly calls: RecordedCall[] = [];
  current = 0;

  override readonly observe: Observe = (_who, method, path, answer) => {
    const requestId = answer.headers.get('x-request-id') ?? '';
    this.calls.push({ step: this.current, route: `${method} ${templateOf(path)}`, status: answer.status, requestId });
  };

  constructor() {
    super(() => undefined);
  }
}

function templateOf(path: string): string {
  const [plain = ''] = path.split('?');
  return plain.replace(/(dev-)?[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}');
}
