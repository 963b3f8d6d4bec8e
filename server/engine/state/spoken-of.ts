/** Whether the trainee has spoken of what a point is asked for with (RULES T40): only what nobody spoke of is surely missing. */

import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { Cast } from '#engine/prepare/cast.ts';
import { LIKENESS } from '#language/terms/policy.ts';

/** Who has just begun can't have told it in words that were missed: what they leave out of the first answers is left out. */
const FIRST_TURNS = 2;
/** What a character that others use in its place says of it. */
const BY_OTHERS = 0.7;

/** How much of an ask's own words (0–1) the trainee has spoken by now. */
const shareOf = (topics: string, words: ReturnType<Cast['askWords']['get']> = []): number => {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const spoken = words.reduce((sum, { char, others, weight }) => {
    if (topics.includes(char)) return sum + weight;
    return [...others].some((other) => topics.includes(other)) ? sum + weight * BY_OTHERS : sum;
  }, 0);
  return all === 0 ? 0 : spoken / all;
};

/**
 * Perhaps told in words nobody knows: what its ask is about was talked of. It credits nothing and holds nothing against
 * anybody. Of what was told wrong the words are known, and the right ones are still to come.
 */
export const isSpokenOf = (c: Conversation, { askWords }: Cast, point: string): boolean =>
  c.points[point] !== 'wrong' &&
  (c.turn?.number ?? c.turns) > FIRST_TURNS &&
  shareOf(c.topics, askWords.get(point)) >= LIKENESS.spokenOf;

/**
 * What is talked of for the first time, and which points of the open questions have been spoken of by then. Quick replies speak of everything, and tell nobody's ask.
 */
export const topicsOf = (
  { topics = '' }: JudgeAnswer,
  c: Conversation,
  cast: Cast,
  turn: OpenTurn,
  open: readonly string[],
): Pick<TurnJudgement, 'topics' | 'spoken'> => {
  const typed = turn.messages.some((one) => one.kind === 'said' && one.made.quickReply === null);
  const fresh = typed ? [...topics].filter((char) => !c.topics.includes(char)).join('') : '';
  const now = { ...c, topics: c.topics + fresh };
  const spoken = open
    .flatMap((question) => cast.questions.get(question)?.pointIds ?? [])
    .filter((id) => c.points[id] === undefined && isSpokenOf(now, cast, id));
  return { ...(fresh === '' ? {} : { topics: fresh }), ...(spoken.length === 0 ? {} : { spoken }) };
};
