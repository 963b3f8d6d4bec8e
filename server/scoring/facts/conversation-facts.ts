/** One conversation with everything derived from it: what opportunities and findings are made from. */
import type { ContentData } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { type CaseFacts, caseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { type FirstAnswer, firstAnswers } from './first-answer.ts';
import { type PointResult, pointResults } from './point-results.ts';
import { type Road, roadOf } from './road.ts';
import { type Round, roundsOf } from './rounds.ts';
import { withoutPauses, withWindowsDone } from './windows-done.ts';

export type ConversationFacts = {
  rubric: Rubric;
  history: DrillHistory;
  conversation: ConversationHistory;
  facts: CaseFacts;
  rounds: readonly Round[];
  firstAnswers: readonly FirstAnswer[];
  points: readonly PointResult[];
  road: Road;
};

export function conversationFacts(
  content: ContentData,
  history: DrillHistory,
  logged: ConversationHistory,
): ConversationFacts {
  const facts = caseFacts(content, logged.scenario);
  const conversation = withWindowsDone(logged, facts);
  return {
    rubric: content.rubric,
    history,
    conversation,
    facts,
    rounds: withoutPauses(conversation, roundsOf(history, conversation, content.rubric)),
    firstAnswers: firstAnswers(history, conversation, content.rubric),
    points: pointResults(conversation, facts),
    road: roadOf(history, conversation, facts),
  };
}
