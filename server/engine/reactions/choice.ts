/** The situation a reaction is chosen from, and the choice itself. */
import type { Beat, Reaction, Reacts } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { ReactionKind, TurnJudgement } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { pressOn } from '#engine/state/press.ts';
import { theirAnswer } from './their-answers.ts';

/** The one reaction a turn gets. */
export type Choice = {
  kind: ReactionKind;
  /** What it is about: a red line's code, a point, a question … */
  detail: string | null;
  pick: ((reacts: Reacts) => Reaction | undefined) | null;
  /** A reaction given outright (a wrong answer's own, a forbid's own). */
  own: Reaction | null;
  /** The name under which its lines are counted, where that isn't made from what it is about. */
  line?: string;
  bad: boolean;
  /** The customer leaves, as they do after silence. */
  leaves?: true;
};

/** A reaction of a kind; `pick` finds its line. */
export const choice = (
  kind: ReactionKind,
  detail: string | null,
  pick: Choice['pick'],
  bad = false,
  own: Reaction | null = null,
): Choice => ({ kind, detail, pick, own, bad });

/** No reaction. */
export const none: Choice = choice('none', null, null);

/** Everything a reaction is chosen by. */
export type Situation = {
  conversation: Conversation;
  /** The conversation before this turn was judged. */
  before: Conversation;
  preparedCase: PreparedCase;
  beat: Beat | null;
  turn: OpenTurn;
  judgement: TurnJudgement;
  /** Facts this turn drew out, by words or action. */
  drawn: readonly string[];
  /** Points covered by this turn that weren't before. */
  fresh: readonly string[];
  /** The turn surely asks the customer something. */
  asks: boolean;
  /** A number in [0, 1) for a purpose, the same whenever this turn is judged. */
  chance: (purpose: string) => number;
};

/**
 * Puts off a question that the story has no word on (您要退还是换), before the customer asks for anything themselves
 * (RULES T41). Null where nothing was asked, the question drew something out, or they have put one off in this beat.
 */
export const answersLater = (situation: Situation, about: string | null): Choice | null =>
  situation.asks && situation.drawn.length === 0 && (situation.conversation.beat?.unknowns ?? 0) === 0
    ? puttingOff(situation, about)
    : null;

/** Answers such a question with what the customer knows anyway, or with words for a question of its kind (RULES T52). */
export const puttingOff = ({ conversation, turn }: Situation, about: string | null): Choice => {
  const their = theirAnswer(conversation, turn);
  const pick: Choice['pick'] = (reacts) => their?.pick?.(reacts) ?? reacts.slots['dont-know'];
  return choice('dont-know', about, pick, false, their?.own ?? null);
};

/** Asks for what is missing or makes sure of what was perhaps said, where the author has written how. */
export const pressed = (
  { conversation, preparedCase, beat, chance }: Situation,
  kind: 'partly' | 'rephrase',
  question: string,
): Choice | null => {
  const next = pressOn(conversation, preparedCase, beat, question, chance);
  // Once the point's own lines have all been said, those of the slot ask on.
  const pick: Choice['pick'] =
    kind === 'partly' ? ({ partly }) => partly[question] ?? partly['*'] : ({ slots }) => slots.rephrase;
  return next && { ...choice(kind, next.point, pick, false, next.reaction), line: next.line };
};
