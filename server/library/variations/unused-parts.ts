/** What in a template does nothing: a variable nobody uses, a condition that never changes, draws that move no answer. */
import type { Path } from '#library/diagnostics/diagnostics.ts';
import type { CaseTemplate, Layout } from './case-template.ts';
import type { Combination } from './combinations.ts';
import { holds } from './conditions.ts';

export type UnusedPart = {
  code: 'never-idle' | 'when-constant' | 'variable-unused' | 'answer-fixed';
  file: 'scenario' | 'testplan';
  path: Path;
  name: string;
};

/** Judged over all the case's shops: what never changes in one may change in another. */
export const unusedParts = (template: CaseTemplate, layouts: readonly Layout[]): UnusedPart[] => {
  const { vary, body, plan } = template;
  const combinations = layouts.flatMap(({ legal }) => legal);
  const texts: string[] = [];
  const parts: UnusedPart[] = [];
  for (const [file, root] of [['scenario', body] as const, ['testplan', plan] as const])
    for (const { node, path } of nodesOf(root, [])) {
      if (typeof node === 'string') texts.push(node);
      if (typeof node !== 'object' || node === null) continue;
      // A slot may stand as a key: `ground: {【卡】: 【原话】}`.
      texts.push(...Object.keys(node).filter((key) => key.includes('【')));
      if (!('when' in node)) continue;
      const { when } = node;
      if (isConstant(when, combinations))
        parts.push({ code: 'when-constant', file, path: [...path, 'when'], name: String(when) });
    }
  for (const [index, condition] of (vary.never ?? []).entries())
    if (layouts.every(({ forbidden }) => forbidden[index] === 0))
      parts.push({ code: 'never-idle', file: 'scenario', path: ['vary', 'never', index], name: String(condition) });
  if (new Set(combinations.map(({ answer }) => answer.join('\n'))).size < 2)
    parts.push({ code: 'answer-fixed', file: 'scenario', path: ['vary', 'answer'], name: '' });
  const words = wordsOf([...texts, ...[...nodesOf(vary, [])].map(({ node }) => String(node))].join('\n'));
  // A variable that everybody's reckoning, condition or slot leaves out; its own line names it as a key only.
  for (const part of ['draw', 'reckon', 'dress'] as const)
    for (const name of Object.keys(vary[part] ?? {}))
      if (![...wordsOf(name)].every((word) => words.has(word)))
        parts.push({ code: 'variable-unused', file: 'scenario', path: ['vary', part, name], name });
  return parts;
};

/** Whether a condition is true in all variants, or false in all: most change within the first few. */
const isConstant = (when: unknown, combinations: readonly Combination[]): boolean => {
  const [first] = combinations;
  const isTrue = first === undefined ? true : holds(when, first.values);
  return typeof isTrue === 'boolean' && combinations.every(({ values }) => holds(when, values) === isTrue);
};

/** Everything between signs and spaces: a variable's name is one such word, in Chinese and in other letters. */
const wordsOf = (text: string): Set<string> => new Set(text.split(/[^\p{L}\p{N}]+/u));

function* nodesOf(node: unknown, path: Path): Generator<{ node: unknown; path: Path }> {
  yield { node, path };
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node))
    yield* nodesOf(inner, [...path, Array.isArray(node) ? Number(key) : key]);
}
