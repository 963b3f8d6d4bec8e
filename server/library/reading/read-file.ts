/** One authored file: read, parsed, checked against its schema, with the place of everything in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { say } from '#i18n/say.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import { explainIssue } from '#library/diagnostics/explain-issue.ts';
import { readYaml, type YamlSource } from './read-yaml.ts';

/** `value` is null when the file has an error: the diagnostics say which. */
export type AuthoredFile<T> = { file: string; source: YamlSource; value: T | null; diagnostics: Diagnostic[] };

/** Reads a file and checks its shape. A file that isn't there is a `missing-file` diagnostic, not an exception. */
export const readFile = <S extends z.ZodType>(file: string, schema: S): AuthoredFile<z.output<S>> => {
  return existsSync(file) ? readAuthored(file, readFileSync(file, 'utf8'), schema) : missingFile(file);
};

/** A file that should be there and isn't. */
export const missingFile = (file: string): AuthoredFile<never> => {
  const { source } = readYaml(file, '');
  const diagnostic = diagnose('missing-file', file, { line: 1, column: 1 }, say('checker:file.missing'));
  return { file, source, value: null, diagnostics: [diagnostic] };
};

/** The same for text that isn't on disk yet (the editor in the browser). */
export const readAuthored = <S extends z.ZodType>(file: string, text: string, schema: S): AuthoredFile<z.output<S>> => {
  const { source, diagnostics } = readYaml(file, text);
  const isUnreadable = source.value === null && diagnostics.length > 0;
  return isUnreadable ? { file, source, value: null, diagnostics } : shaped(source, diagnostics, schema);
};

/** Checks the shape of a value that is read already; `diagnostics`: what reading it has found. */
export const shaped = <S extends z.ZodType>(
  source: YamlSource,
  diagnostics: readonly Diagnostic[],
  schema: S,
): AuthoredFile<z.output<S>> => {
  const { file } = source;
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return { file, source, value: parsed.data, diagnostics: [...diagnostics] };
  const faults = parsed.error.issues
    .flatMap((issue) => explainIssue(issue))
    .map(({ path, message }) => diagnose('schema', file, source.locate(path), message));
  return { file, source, value: null, diagnostics: [...diagnostics, ...faults] };
};

/** Sorted, so that content and diagnostics don't depend on the file system. */
export const listNames = (dir: string, kind: 'folder' | 'yaml'): string[] => {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => (kind === 'folder' ? entry.isDirectory() : entry.isFile() && entry.name.endsWith('.yaml')))
    .map(({ name }) => name)
    .sort();
};

/** Every .yaml directly in a folder. */
export const yamlFiles = (dir: string): string[] => {
  return listNames(dir, 'yaml').map((name) => join(dir, name));
};
