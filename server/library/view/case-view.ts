/** Lists the parts of an authored case, each with its path, for the checks. */

import type { ActionSpec, Shop } from '#engine/model/shop.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { isOneReaction } from '#library/reading/normalise-parts.ts';
import type { AuthoredDeeds } from '#library/schema/deeds.ts';
import type { AuthoredKeyed, AuthoredNeed, AuthoredReaction, AuthoredReacts } from '#library/schema/parts.ts';
import type {
  AuthoredBeat,
  AuthoredOrder,
  AuthoredPoint,
  AuthoredQuestion,
  AuthoredScenario,
} from '#library/schema/scenario.ts';

/** One case and what it refers to; `shop` is null when it can't be found (`unknown-id` reports it). */
export type CaseView = {
  authored: AuthoredScenario;
  shop: Shop | null;
  actions: ReadonlyMap<string, ActionSpec>;
  /** By point the words by which its testplan's good trainees say it. */
  exemplars: ReadonlyMap<string, readonly string[]>;
};
export type CaseCheck = (view: CaseView) => Iterable<Fault>;

export type BeatAt = { beat: AuthoredBeat; path: Path };
export type QuestionAt = BeatAt & { question: AuthoredQuestion };
export type PointAt = BeatAt & { point: AuthoredPoint; question: AuthoredQuestion | null };
export type NeedAt = { need: AuthoredNeed; beat: AuthoredBeat | null; path: Path };
export type OrderAt = { order: AuthoredOrder; path: Path };
/** `key`: the point, question or red line it is for; null for any. */
export type ReactionAt = {
  slot: string;
  key: string | null;
  reaction: AuthoredReaction;
  beat: AuthoredBeat | null;
  path: Path;
};
export type LineAt = { line: string; path: Path };

export const beatsOf = ({ beats }: AuthoredScenario): BeatAt[] =>
  beats.map((beat, index) => ({ beat, path: ['beats', index] }));

export const questionsOf = (authored: AuthoredScenario): QuestionAt[] =>
  beatsOf(authored).flatMap(({ beat, path }) =>
    (beat.asks ?? []).map((question, index) => ({ beat, question, path: [...path, 'asks', index] })),
  );

/** The points of questions, then those that beats' windows wait for. */
export const pointsOf = (authored: AuthoredScenario): PointAt[] => [
  ...questionsOf(authored).flatMap(({ beat, question, path }) =>
    question.points.map((point, index) => ({ beat, question, point, path: [...path, 'points', index] })),
  ),
  ...beatsOf(authored).flatMap(({ beat, path }) =>
    (beat.points ?? []).map((point, index) => ({ beat, question: null, point, path: [...path, 'points', index] })),
  ),
];

export const needsOf = (authored: AuthoredScenario): NeedAt[] => [
  ...beatsOf(authored).flatMap(({ beat, path }) =>
    (beat.needs ?? []).map((need, index) => ({ need, beat, path: [...path, 'needs', index] })),
  ),
  ...(authored.duties ?? []).map((need, index) => ({ need, beat: null, path: ['duties', index] })),
];

export const ordersOf = ({ order, orders }: AuthoredScenario): OrderAt[] => [
  ...(order ? [{ order, path: ['order'] }] : []),
  ...(orders ?? []).map((authoredOrder, index) => ({ order: authoredOrder, path: ['orders', index] })),
];

export type DeedsAt = { does: AuthoredDeeds; path: Path };

/** Deeds of the customer: in beats, then at endings. */
export const deedsOf = (authored: AuthoredScenario): DeedsAt[] =>
  [
    ...beatsOf(authored).map(({ beat: { does }, path }) => ({ does, path })),
    ...Object.entries(authored.endings).map(([id, { does }]) => ({ does, path: ['endings', id] })),
  ].flatMap(({ does, path }) => (does ? [{ does, path: [...path, 'does'] }] : []));

/** Every reaction an author wrote: in `reacts`, at wrong answers, at forbidden things. */
export const reactionsOf = (authored: AuthoredScenario): ReactionAt[] => [
  ...inReacts(authored.reacts, null, ['reacts']),
  ...beatsOf(authored).flatMap(({ beat, path }) => inReacts(beat.reacts, beat, [...path, 'reacts'])),
  ...pointsOf(authored).flatMap(({ beat, point, path }) =>
    (point.wrongs ?? []).map(({ id, reply, mood, then }, index) => ({
      slot: 'wrong',
      key: id,
      reaction: { reply, mood, then },
      beat,
      path: [...path, 'wrongs', index],
    })),
  ),
  ...pointsOf(authored).flatMap(({ beat, point, path }) => followUpsOf(point, beat, path)),
  ...needsOf(authored).flatMap(({ need, beat, path }) =>
    need.undone === undefined
      ? []
      : [{ slot: 'undone', key: null, reaction: need.undone, beat, path: [...path, 'undone'] }],
  ),
  ...(authored.forbids ?? []).map(({ reply, mood, do: action, act }, index) => ({
    slot: 'forbidden',
    key: action ?? act ?? null,
    reaction: { reply, mood },
    beat: null,
    path: ['forbids', index],
  })),
];

/** The reactions of a point that ask for it when it is missing, and that check back on it. */
const followUpsOf = ({ id, ask, check }: AuthoredPoint, beat: AuthoredBeat, path: Path): ReactionAt[] => {
  const at = (reaction: AuthoredReaction, ...keys: string[]): ReactionAt => ({
    slot: 'ask',
    key: id,
    reaction,
    beat,
    path: [...path, ...keys],
  });
  return [
    ...(ask === undefined ? [] : [at(ask, 'ask')]),
    ...(check === undefined ? [] : [at(check.right, 'check', 'right'), at(check.wrong, 'check', 'wrong')]),
  ];
};

const alternativesOf = (lines: string | readonly string[] | undefined, path: Path): LineAt[] => {
  if (lines === undefined) return [];
  if (typeof lines === 'string') return [{ line: lines, path }];
  return lines.map((line, index) => ({ line, path: [...path, index] }));
};

/** The lines of one reaction: its alternatives. */
export const linesOf = ({ reaction, path }: ReactionAt): LineAt[] => {
  const isBare = typeof reaction === 'string' || Array.isArray(reaction);
  return alternativesOf(isBare ? reaction : reaction.reply, isBare ? path : [...path, 'reply']);
};

/** All lines besides reactions: openings, facts, closing lines, and lines from before the story (`before`). */
export const plainLinesOf = (authored: AuthoredScenario): LineAt[] => [
  ...beatsOf(authored).flatMap(({ beat, path }) => (beat.says ? [{ line: beat.says, path: [...path, 'says'] }] : [])),
  ...Object.entries(authored.customer.knows ?? {}).flatMap(([id, fact]) =>
    fact.says ? [{ line: fact.says, path: ['customer', 'knows', id, 'says'] }] : [],
  ),
  ...Object.entries(authored.endings).flatMap(([id, ending]) =>
    ending.says ? [{ line: ending.says, path: ['endings', id, 'says'] }] : [],
  ),
  ...(authored.before ?? []).map(({ says }, index) => ({ line: says, path: ['before', index, 'says'] })),
];

/** What beats go through at the end: `told` restates it, `ask` asks for it. */
export const recapLinesOf = (authored: AuthoredScenario): LineAt[] =>
  beatsOf(authored).flatMap(({ beat, path }) =>
    (beat.window?.recap ?? []).flatMap(({ told, ask }, index) => [
      ...alternativesOf(told, [...path, 'window', 'recap', index, 'told']),
      { line: ask, path: [...path, 'window', 'recap', index, 'ask'] },
    ]),
  );

export const thenOf = (reaction: AuthoredReaction): string | undefined =>
  typeof reaction === 'string' || Array.isArray(reaction) ? undefined : reaction.then;

const inReacts = (reacts: AuthoredReacts | undefined, beat: AuthoredBeat | null, path: Path): ReactionAt[] => {
  if (!reacts) return [];
  const { covered, partly, wrong, 'red-line': redLine, silence, ...slots } = reacts;
  return [
    ...Object.entries(slots).flatMap(([slot, reaction]) =>
      reaction === undefined ? [] : [{ slot, key: null, reaction, beat, path: [...path, slot] }],
    ),
    ...Object.entries({ covered, partly, wrong, 'red-line': redLine }).flatMap(([slot, keyed]) =>
      inKeyed(slot, keyed, beat, [...path, slot]),
    ),
    ...(silence ?? []).map((reaction, index) => ({
      slot: 'silence',
      key: null,
      reaction,
      beat,
      path: [...path, 'silence', index],
    })),
  ];
};

const inKeyed = (
  slot: string,
  keyed: AuthoredKeyed | undefined,
  beat: AuthoredBeat | null,
  path: Path,
): ReactionAt[] => {
  if (keyed === undefined) return [];
  if (isOneReaction(keyed)) return [{ slot, key: null, reaction: keyed, beat, path }];
  return Object.entries(keyed).flatMap(([key, reaction]) =>
    reaction === undefined ? [] : [{ slot, key, reaction, beat, path: [...path, key] }],
  );
};
