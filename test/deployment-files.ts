import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, loadAll, mergeTag } from 'js-yaml';

export const root = join(__dirname, '..');
export const text = (path: string): string => readFileSync(join(root, path), 'utf8');
export const exists = (path: string): boolean => existsSync(join(root, path));

/** Folders of `apps/`. */
export const APPS = readdirSync(join(root, 'apps'));

const schema = CORE_SCHEMA.withTags(mergeTag);
export const yaml = <Content>(path: string): Content => load(text(path), { schema }) as Content;
export const yamlDocuments = <Content>(path: string): Content[] => loadAll(text(path), { schema }) as Content[];

/** `NAME=value` lines, in order. */
export function variablesOf(path: string): Map<string, string> {
  const lines = text(path).matchAll(/^([A-Z_]+)=(.*)$/gm);
  return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

/** Compose's `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. Throws where a required one is empty. */
export function interpolate(value: string, variables: ReadonlyMap<string, string>): string {
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, rest?: string) => {
    const given = variables.get(name);
    if (given) return given;
    if (kind === '?') throw new Error(`${name} is required`);
    return kind === '-' ? (rest ?? '') : '';
  });
}
