/** A ground as authored → the words quoted, each with its place. */
import type { Quoted } from '#engine/model/content.ts';
import type { Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredGround } from '#library/schema/ground.ts';
import type { AuthoredNeed } from '#library/schema/parts.ts';

export type QuotedAt = Omit<Quoted, 'at'> & { at: string | null; path: Path };

/** Stands for a sum of figures quoted beside it. */
export const SUM = 'sum';

/** `policy`: where words without a place stand; null where nothing names it. */
export function quotesOf(ground: AuthoredGround, policy: string | null): QuotedAt[] {
  if (typeof ground === 'string') return [{ at: policy, words: ground, path: [] }];
  if (Array.isArray(ground)) return ground.map((words, index) => ({ at: policy, words, path: [index] }));
  return Object.entries(ground).flatMap(([at, words]) =>
    typeof words === 'string'
      ? [{ at, words, path: [at] }]
      : words.map((each, index) => ({ at, words: each, path: [at, index] })),
  );
}

/** As the engine's content holds it: places and words, without what can't be looked up. */
export const toQuotes = (ground: AuthoredGround, policy: string | null): Quoted[] =>
  quotesOf(ground, policy).flatMap(({ at, words }) => (at === null ? [] : [{ at, words }]));

/** What a need asks for: the key of its ground. */
export const keyOfNeed = (need: Pick<AuthoredNeed, 'do' | 'ask' | 'act'>): string =>
  need.do ?? need.ask ?? need.act ?? '';
