import type { ApiAnswer, Observe } from '../stack/api.ts';

/** One line of the story, for people and for the test that replays it. */
export interface Line {
  readonly step: number;
  readonly who: string;
  readonly call: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Tells the story while it happens and stops at the first answer that is not the expected one. */
export class Story {
  readonly lines: Line[] = [];
  private step = 0;
  private readonly tell: (text: string) => void;
  private readonly onAnswer: Observe;

  /** `onAnswer` also gets every visible call. */
  constructor(tell: (text: string) => void, onAnswer: Observe = () => undefined) {
    this.tell = tell;
    this.onAnswer = onAnswer;
  }

  /** Begins a step. */
  chapter(title: string): void {
    this.step += 1;
    this.tell(`\n${this.step}. ${title}`);
  }

  /** Every visible call of every client comes through here. */
  readonly observe: Observe = (who, method, path, answer) => {
    this.onAnswer(who, method, path, answer);
    const call = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => `…${id.slice(-4)}`)}`;
    this.lines.push({ step: this.step, who, call, status: answer.status, milliseconds: answer.milliseconds });
    const code = answer.status >= 400 ? ` ${String(answer.body['code'])}` : '';
    const named = answer.body['rule'];
    const rule = answer.status >= 400 && typeof named === 'string' ? ` (${named})` : '';
    this.tell(
      `   ${who.padEnd(16)} ${call.slice(0, 74).padEnd(74)} ${answer.status}${code}${rule} ${answer.milliseconds.toFixed(0)} ms`,
    );
  };

  note(text: string): void {
    this.tell(`   = ${text}`);
  }

  /** The body of an answer that must have this status. */
  expect<Body>(answer: ApiAnswer<Body>, status: number): Body {
    if (answer.status !== status)
      throw new Error(`expected ${status}, was answered ${answer.status}: ${answer.text.slice(0, 600)}`);
    return answer.body;
  }

  /** An answer that must refuse with this code and, where one is named, by this rule. */
  refused(answer: ApiAnswer<object>, status: number, code: string, rule?: string): Record<string, unknown> {
    const body = this.expect<object>(answer, status) as Record<string, unknown>;
    this.same(
      `${String(body['code'])} ${rule === undefined ? '' : String(body['rule'])}`.trim(),
      `${code} ${rule ?? ''}`.trim(),
      'refusal',
    );
    return body;
  }

  /** Stops the story when a value is not what it must be. */
  same(actual: unknown, expected: unknown, what: string): void {
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }

  /** Asks again until the answer has arrived everywhere; events travel in the background. */
  async until<Body>(
    ask: () => Promise<ApiAnswer<Body>>,
    arrived: (answer: ApiAnswer<Body>) => boolean,
    what: string,
  ): Promise<Body> {
    for (let waited = 0; waited < 15_000; waited += 100) {
      const answer = await ask();
      if (arrived(answer)) return answer.body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${what} did not arrive within 15 s`);
  }
}

/** Fen as yuan: `1137500` → `11,375.00`. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 });
}
