import { Story } from '../journey/story.ts';
import { playTour } from './play-tour.ts';

const base = process.env['TOUR_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 8080}`;
const started = performance.now();
const story = new Story((text) => process.stdout.write(`${text}\n`));

try {
  await fetch(`${base}/health/ready`);
} catch {
  process.stderr.write(`Nothing answers at ${base}. Run npm start first, or name the gateway in TOUR_URL.\n`);
  process.exit(1);
}
try {
  await playTour({ base, story });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n${story.lines.length} calls in ${seconds} s; every answer was as it must be.\n`);
} catch (error) {
  process.stderr.write(`\nThe tour stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
