import { APPS, exists, text } from './deployment-files.js';

const dockerfile = text('deploy/Dockerfile');
const manifest = JSON.parse(text('package.json')) as { workspaces: string[]; devDependencies: Record<string, string> };
const allowed = text('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));
/** What the build takes from the repository. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
  sources.split(' '),
);

describe('deploy/Dockerfile', () => {
  it('uses the Node that the workspace pins', () => {
    expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${manifest.devDependencies['node']}-`);
  });

  it('takes every workspace, so that the lockfile fits, and only what .dockerignore lets through', () => {
    expect(copied).toEqual(expect.arrayContaining(manifest.workspaces.map((pattern) => pattern.replace('/*', ''))));
    for (const source of copied) {
      expect(exists(source)).toBe(true);
      expect(allowed).toContain(source.replace('./', ''));
    }
    expect(allowed.filter((path) => !copied.includes(path))).toEqual([]);
  });

  it('runs as a user that is not root, named by number, and installs without scripts', () => {
    expect(dockerfile).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    const installs = [...dockerfile.matchAll(/npm ci[^&\n]*/g)].map(([line]) => line);
    expect(installs).toHaveLength(2);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
  });

  it('starts what every app has', () => {
    expect(dockerfile).toContain('ENTRYPOINT ["node", "dist/main.js"]');
    for (const app of APPS) expect(exists(`apps/${app}/src/main.ts`)).toBe(true);
  });
});
