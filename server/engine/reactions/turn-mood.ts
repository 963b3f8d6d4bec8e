/** How a turn moves the mood, for stated reasons (content: shared triggers of the personas). */

import { reactionFor } from '#engine/customer/bursts.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Beat } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, ReactionKind } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { type DecisionContext, moveMood, preparedCaseOf } from '#engine/state/decision-context.ts';
import type { ReactionChoice } from './choice.ts';
import { mayBeRude } from './turn-tone.ts';

const RISE = { answer: 6, promptly: 3, done: 10, time: 5, corrected: 4, empathy: 3 } as const;

/** Falls where the author sets no figure. Asking for a good rating, and the like, are red lines. */
const FALL: Readonly<Partial<Record<ReactionKind, number>>> = {
  'red-line': -20,
  hostile: -40,
  forbidden: -10,
  wrong: -10,
  'cross-talk': -6,
  'invited-early': -6,
  vague: -6,
  evaded: -6,
  rigid: -5,
  'asked-again': -8,
  cold: -8,
  undone: -3,
};
const FALL_REPEATED = -12;
const FALL_SLIGHTED = -8;

/** Rises for what was done well, and the fall for the same words again. */
export const raiseMood = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  before: Conversation,
  judgement: TurnJudgement,
  newlyCovered: readonly string[],
  turn: OpenTurn,
): void => {
  const preparedCase = preparedCaseOf(context, key);
  for (const id of newlyCovered) {
    const prepared = preparedCase.points.get(id);
    if (!prepared?.point.must) continue;
    const entry = prepared.question ? before.ledger[prepared.question.id] : undefined;
    moveMood(context, key, at, RISE.answer + (entry?.state === 'open' ? RISE.promptly : 0), `answered:${id}`);
  }
  const operation = turn.actions.find(
    ({ forbidden, action }) =>
      forbidden === null &&
      preparedCase.scenario.beats.some(({ needs }) => needs.some((need) => acceptedOperations(need).includes(action))),
  );
  if (operation) moveMood(context, key, at, RISE.done, `did:${operation.action}`);
  if (judgement.points.some(({ corrected }) => corrected)) moveMood(context, key, at, RISE.corrected, 'corrected');
  if (judgement.acts.includes('promise-time')) moveMood(context, key, at, RISE.time, 'time');
  if (judgement.acts.includes('empathy') && before.mood < 50) moveMood(context, key, at, RISE.empathy, 'empathy');
  // A rude turn falls by its reaction: what it does to the customer is the same fault.
  if (!mayBeRude(judgement) && judgement.slights?.some(({ unsure }) => !unsure))
    moveMood(context, key, at, FALL_SLIGHTED, 'slighted');
  if (judgement.canned.some(({ verdict }) => verdict === 'repeated'))
    moveMood(context, key, at, FALL_REPEATED, 'repeated');
};

/** The fall that goes with the reaction; the author's own figure stands in place of the usual one. */
export const moveMoodByReaction = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  choice: ReactionChoice,
  beat: Beat | null,
): void => {
  const reaction =
    choice.ownReaction ?? (choice.pickReaction ? reactionFor(context, key, choice.pickReaction)?.reaction : null);
  const authoredMove = reaction?.mood ?? null;
  const usualMove = choice.detail === 'insult' ? -40 : (FALL[choice.kind] ?? 0);
  const reason = choice.detail ? `${choice.kind}:${choice.detail}` : choice.kind;
  if (beat || authoredMove !== null || usualMove < 0) moveMood(context, key, at, authoredMove ?? usualMove, reason);
};
