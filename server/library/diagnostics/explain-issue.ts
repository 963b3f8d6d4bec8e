/** A zod issue → path and a sentence with what to do. */
import type { core } from 'zod';
import { say } from '#i18n/say.ts';
import type { Path } from './diagnostics.ts';
import { schemaMessage } from './schema-message.ts';

export type Explained = { path: Path; message: string };

const TYPES = {
  string: 'string',
  number: 'number',
  int: 'int',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'map',
  record: 'map',
} as const;

/** The type zod expects, in an author's words; zod's own word where there is none. */
const typeName = (expected: string): string => {
  const [, type] = Object.entries(TYPES).find(([name]) => name === expected) ?? [];
  return type === undefined ? expected : say(`checker:issue.type.${type}`);
};

/** The explanations of one issue; it may hold several (unknown keys, the branches of a union). */
export const explainIssue = (issue: core.$ZodIssue, above: Path = []): Explained[] => {
  const path = [...above, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const only = (message: string) => [{ path, message }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: say('checker:issue.unknown-key', { key }),
      }));
    case 'invalid_union':
      return explainUnion(issue, path);
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('undefined'))
        return only(
          say('checker:issue.missing', {
            key: path.at(-1) ?? say('checker:issue.content'),
            type: typeName(issue.expected),
          }),
        );
      return only(say('checker:issue.wrong-type', { type: typeName(issue.expected) }));
    case 'invalid_value':
      return only(say('checker:issue.one-of', { values: issue.values.map(String).join(' · ') }));
    case 'too_small':
      return only(say('checker:issue.small', { least: String(issue.minimum) }));
    case 'too_big':
      return only(say('checker:issue.big', { most: String(issue.maximum) }));
    case 'invalid_key':
      return only(
        say('checker:issue.key', {
          key: String(path.at(-1)),
          fault: schemaMessage(issue.issues[0]?.message ?? 'schema:fault.id'),
        }),
      );
    default:
      return only(schemaMessage(issue.message));
  }
};

/** The author meant the branch whose fault lies deepest; if all fail at the start, the place itself is wrong. */
const explainUnion = (issue: core.$ZodIssueInvalidUnion, path: Path): Explained[] => {
  const branches = issue.errors.filter((issues) => issues.every((inner) => inner.path.length > 0 || isInside(inner)));
  const meant = branches.toSorted((a, b) => depth(b) - depth(a))[0];
  if (!meant) return [{ path, message: say('checker:issue.form') }];
  return meant.flatMap((inner) => explainIssue(inner, path));
};

const isInside = (issue: core.$ZodIssue): boolean => {
  return issue.code === 'unrecognized_keys' || issue.code === 'custom';
};

const depth = (issues: readonly core.$ZodIssue[]): number => {
  return Math.max(...issues.map((issue) => issue.path.length));
};
