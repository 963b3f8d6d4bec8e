/** Whether the trainee has spoken of what a point's ask is about (RULES T40): only a point nobody spoke of is surely missing. */

import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { AskChars } from '#engine/prepare/topics.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

/** In so many first turns no point counts as spoken of: what the first answers leave out is surely missing. */
const FIRST_TURNS = 2;
/** Share of a character's weight that counts where only another one was used in its place. */
const BY_OTHERS = 0.7;

/** How much of an ask's own words (0–1) the trainee has spoken by now. */
const shareOf = (topics: string, ask: AskChars | undefined): number => {
  if (ask === undefined) return 0;
  let all = 0;
  let spoken = 0;
  for (const [index, char] of [...ask.chars].entries()) {
    const weight = ask.weights[index] ?? 0;
    all += weight;
    if (topics.includes(char)) spoken += weight;
    else if ([...(ask.partners[index] ?? '')].some((other) => topics.includes(other))) spoken += weight * BY_OTHERS;
  }
  return all === 0 ? 0 : spoken / all;
};

/**
 * Whether a point was perhaps told in words that no wording knows: the trainee has talked of what its ask is about.
 * That credits nothing and holds nothing against anybody. Never a point told wrong: its words are known, and the right
 * ones are still to come.
 */
export const isSpokenOf = (conversation: Conversation, { askWords }: PreparedCase, point: string): boolean =>
  conversation.points[point] !== 'wrong' &&
  (conversation.turn?.number ?? conversation.turns) > FIRST_TURNS &&
  shareOf(conversation.topics, askWords.get(point)) >= SIMILARITY_THRESHOLDS.spokenOf;

/**
 * What a turn talks of for the first time, and which points of the open questions have been spoken of by then. A turn
 * of quick replies alone counts for nothing: they speak of everything.
 */
export const topicsAfterTurn = (
  { topics = '' }: JudgeAnswer,
  conversation: Conversation,
  preparedCase: PreparedCase,
  turn: OpenTurn,
  open: readonly string[],
): Pick<TurnJudgement, 'topics' | 'spoken'> => {
  const isTyped = turn.messages.some((message) => message.kind === 'said' && message.made.quickReply === null);
  const fresh = isTyped ? [...topics].filter((char) => !conversation.topics.includes(char)).join('') : '';
  const now = { ...conversation, topics: conversation.topics + fresh };
  const spoken = open
    .flatMap((question) => preparedCase.questions.get(question)?.pointIds ?? [])
    .filter((id) => conversation.points[id] === undefined && isSpokenOf(now, preparedCase, id));
  return { ...(fresh === '' ? {} : { topics: fresh }), ...(spoken.length === 0 ? {} : { spoken }) };
};
