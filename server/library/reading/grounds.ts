/** An authored ground → the words it quotes, each with its place. */
import type { Quoted } from '#engine/model/content.ts';
import type { Path } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredGround } from '#library/schema/ground.ts';
import type { AuthoredNeed } from '#library/schema/parts.ts';

export type QuotedAt = Omit<Quoted, 'at'> & { at: string | null; path: Path };

/** The place of a sum whose figures are quoted beside it. */
export const SUM = 'sum';

/** `policy`: the place of words without one of their own; null where none is named. */
export const quotesOf = (ground: AuthoredGround, policy: string | null): QuotedAt[] => {
  if (typeof ground === 'string') return [{ at: policy, words: ground, path: [] }];
  if (Array.isArray(ground)) return ground.map((words, index) => ({ at: policy, words, path: [index] }));
  return Object.entries(ground).flatMap(([at, words]) =>
    typeof words === 'string'
      ? [{ at, words, path: [at] }]
      : words.map((quote, index) => ({ at, words: quote, path: [at, index] })),
  );
};

/** A ground in the form of engine content: places and words. Words without a place can't be looked up and are left out. */
export const toQuotes = (ground: AuthoredGround, policy: string | null): Quoted[] =>
  quotesOf(ground, policy).flatMap(({ at, words }) => (at === null ? [] : [{ at, words }]));

/** The operation, fact or kind of words a need asks for: the key of its ground. */
export const keyOfNeed = (need: Pick<AuthoredNeed, 'do' | 'ask' | 'act'>): string =>
  need.do ?? need.ask ?? need.act ?? '';
