import { playJourney } from './play.ts';
import { Story } from './story.ts';

const base = process.env['JOURNEY_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 8080}`;
const started = performance.now();
const story = new Story((text) => process.stdout.write(`${text}\n`));

try {
  await fetch(`${base}/health/ready`);
} catch {
  process.stderr.write(`Nothing answers at ${base}. Run npm start first, or name the gateway in JOURNEY_URL.\n`);
  process.exit(1);
}
try {
  await playJourney({ base, story });
  process.stdout.write(
    `\n${story.lines.length} calls in ${((performance.now() - started) / 1000).toFixed(1)} s; every answer was as it must be.\n`,
  );
} catch (error) {
  process.stderr.write(`\nThe journey stopped: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
