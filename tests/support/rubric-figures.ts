/** The rubric, a line a figure: kept beside golden files, so that a golden that differs says which figure moved it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FILE = 'scenarios/rubrics/2026-11.yaml';

type Rule = { code: string; family: string; dimension: string; severity: string; deduct: number } & Record<
  'title' | 'why' | 'advice',
  string
>;

/** Longer text is a sentence. */
const SHORT = 24;
/** A sentence stands as eight characters of its digest: a change is seen, and the words stay in the rubric alone. */
const digest = (text: string): string => `#${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;

const leaves = (name: string, value: unknown): string[] => {
  if (typeof value !== 'object' || value === null)
    return [`${name} = ${typeof value === 'string' && value.length > SHORT ? digest(value) : String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${name}.${key}`, inner));
};

const ruleLine = ({ code, family, dimension, severity, deduct, title, why, advice }: Rule): string =>
  `findings.${code} = ${family} ${dimension} ${severity} −${deduct} ${digest([title, why, advice].join('\n'))}`;

/** `weights.response = 20`: figures as they are, one line for each finding. */
export const figuresOf = (yaml: string): string[] => {
  const { findings, ...others }: { findings: Rule[] } = parse(yaml);
  return [...Object.entries(others).flatMap(([key, value]) => leaves(key, value)), ...findings.map(ruleLine)];
};

export const figuresText = (yaml = readFileSync(FILE, 'utf8')): string => `${figuresOf(yaml).join('\n')}\n`;

const byName = (text: string): Map<string, string> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line): [string, string] => {
        const [name = '', value = ''] = line.split(' = ');
        return [name, value];
      }),
  );

/** What a failing golden says first: every figure that is not the one of `kept`; empty where all are the same. */
export const movedFigures = (kept: string, now = figuresText()): string => {
  const [before, after] = [byName(kept), byName(now)];
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}: ${before.get(name) ?? 'not there'} → ${after.get(name) ?? 'not there'}`);
  return changed.length === 0 ? '' : `Figures of the rubric that changed since: ${changed.join('; ')}`;
};
