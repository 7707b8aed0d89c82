import type { ApiAnswer } from '../../tools/stack/api.ts';
import { Story } from '../../tools/journey/story.ts';

export interface Told {
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly answer: ApiAnswer;
}

/** The journey's story, kept with its answers instead of printed. */
export function tellStory(): { story: Story; answers: Told[]; text: string[] } {
  const answers: Told[] = [];
  const text: string[] = [];
  const story = new Story(
    (line) => text.push(line),
    (who, method, path, answer) => answers.push({ who, method, path, answer }),
  );
  return { story, answers, text };
}
