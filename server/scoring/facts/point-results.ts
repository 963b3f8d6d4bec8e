/** What became of every point a conversation raised. The latest verdict counts (RULES T4). */

import type { Point, Question } from '#engine/model/content.ts';
import { isPersonalReply } from '#engine/model/events.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import { isSettled } from '#scoring/log/history.ts';
import { mayBeOtherCase, type NoteOfTurn } from './other-case.ts';

export type PointResult = {
  question: Question;
  point: Point;
  state: 'covered' | 'wrong' | 'unsure' | 'missed';
  /** Wrong first, put right later: half the loss. */
  wasCorrected: boolean;
  /** Every verdict on it, in order. */
  notes: readonly NoteOfTurn[];
};

/**
 * Whether a turn is nothing but unchanged quick replies of the shop. Points not recognised in the shop's words need no
 * person's look; a reply of the trainee's own is their wording, which a person may find right (RULES Q83).
 */
export const isQuickRepliesOnly = ({ judgement: { canned, messages } }: TurnHistory): boolean =>
  canned.length > 0 &&
  canned.length >= messages.length &&
  canned.every(({ edited, quickReply }) => edited === 0 && !isPersonalReply(quickReply));

/** `conversation`: with its doubts noted (doubts.ts). Points of questions that opened and weren't void, and points said before anybody asked (RULES T3). */
export const pointResults = (conversation: ConversationHistory, caseFacts: CaseFacts): PointResult[] => {
  const notesByPoint = new Map<string, NoteOfTurn[]>();
  for (const turn of conversation.turns) {
    for (const note of turn.judgement.points) {
      notesByPoint.set(note.point, [...(notesByPoint.get(note.point) ?? []), { note, turn }]);
    }
  }
  const questionHistories = new Map(conversation.questions.map((entry) => [entry.question, entry]));
  return caseFacts.scenario.beats
    .flatMap(({ asks }) => asks)
    .flatMap((question) => {
      const entry = questionHistories.get(question.id);
      return question.points.flatMap((point): PointResult[] => {
        const notes = notesByPoint.get(point.id) ?? [];
        if (!entry && notes.length === 0) return [];
        // The seat before has told it.
        if (conversation.inherited?.points.has(point.id) && notes.length === 0) return [];
        if (entry && !isSettled(conversation, entry) && notes.length === 0) return [];
        // A point that opens another way of the story is an offer to the trainee, not a duty: it counts when it was taken.
        if (point.leads !== null && notes.length === 0) return [];
        const verdicts = notes.filter(({ note }) => note.state !== 'not-recognised');
        const latest = verdicts.at(-1);
        const isOtherCase = latest !== undefined && mayBeOtherCase(conversation, point, verdicts, latest);
        const latestState = isOtherCase ? null : latest?.note.state;
        const mayBeTold = isOtherCase || notes.some(({ turn }) => !isQuickRepliesOnly(turn));
        const stateWithoutVerdict = mayBeTold ? 'unsure' : 'missed';
        const state = latestState === 'covered' || latestState === 'wrong' ? latestState : stateWithoutVerdict;
        const isCorrected = state === 'covered' && verdicts.some(({ note }) => note.state === 'wrong');
        return [{ question, point, state, wasCorrected: isCorrected, notes }];
      });
    });
};
