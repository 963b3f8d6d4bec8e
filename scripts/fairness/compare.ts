/** A stored play on the program of today: which of the readers' verdicts still stand, which are gone, what nobody has read. */
import type { Library } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { replayed } from './replayed.ts';
import type { StoredPlay } from './stored.ts';

/**
 * Number of verdicts. `still`: they occur as the readers saw them; `gone`: they no longer occur; `unread`: they occur,
 * and no reader has seen them.
 */
export type Change = { still: number; gone: number; unread: number };
export type Compared = {
  id: string;
  kind: StoredPlay['kind'];
  score: number;
  /** The score less the middle of the readers' marks, with its sign. */
  off: number;
  reactions: { fits: number; misfits: readonly string[]; unread: readonly string[] };
  held: { fair: readonly string[]; falses: readonly string[]; gone: readonly string[]; unread: readonly string[] };
  /** Praise that both readers called unearned and that is still given. */
  unearned: readonly string[];
};

/** Whether both readers gave this verdict. */
const both = (read: readonly [string, string], verdict: string): boolean =>
  read.every((verdictRead) => verdictRead === verdict);

export const compare = (library: Library, play: StoredPlay): Compared => {
  const now = replayed(library, play.scenario, toReplies(play.replies), {
    after: play.after,
    card: play.card,
  });
  const reactions = new Map(play.reactions.map((reaction) => [`${reaction.you}\n${reaction.customer}`, reaction]));
  const seen = now.reactions.map((reaction) => ({
    reaction,
    known: reactions.get(`${reaction.you}\n${reaction.customer}`),
  }));
  const holdings = new Map(play.held.map((holding) => [holding.key, holding]));
  const keys = new Set(now.held.map(({ key }) => key));
  const [first, second] = play.marks;
  return {
    id: play.id,
    kind: play.kind,
    score: now.score,
    off: now.score - (first + second) / 2,
    reactions: {
      fits: seen.filter(({ known }) => known && !both(known.read, 'misfit')).length,
      misfits: seen.filter(({ known }) => known && both(known.read, 'misfit')).map(({ reaction }) => reaction.customer),
      unread: seen.filter(({ known }) => !known).map(({ reaction }) => `${reaction.you} → ${reaction.customer}`),
    },
    held: {
      fair: now.held
        .filter(({ key }) => holdings.get(key) && !both(holdings.get(key)?.read ?? ['', ''], 'false'))
        .map(({ says }) => says),
      falses: now.held.filter(({ key }) => both(holdings.get(key)?.read ?? ['', ''], 'false')).map(({ says }) => says),
      gone: play.held.filter(({ key, read }) => both(read, 'fair') && !keys.has(key)).map(({ says }) => says),
      unread: now.held.filter(({ key }) => !holdings.has(key)).map(({ says }) => says),
    },
    unearned: now.credits
      .filter(({ key }) => play.credits.some((credit) => credit.key === key && both(credit.read, 'unearned')))
      .map(({ says }) => says),
  };
};
