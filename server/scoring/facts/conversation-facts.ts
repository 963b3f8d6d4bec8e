/** One conversation with everything derived from it: what opportunities and findings are made from. */
import type { ContentData } from '#engine/model/content.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { type CaseFacts, caseFactsOf } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { withDepartures, withoutPauses } from './departures.ts';
import { type FirstAnswer, firstAnswers } from './first-answer.ts';
import { type PointResult, pointResults } from './point-results.ts';
import { type Round, roundsOf } from './rounds.ts';
import { type StoryPath, storyPathOf } from './story-path.ts';
import { withWindowsDone } from './windows-done.ts';

export type ConversationFacts = {
  rubric: Rubric;
  history: DrillHistory;
  conversation: ConversationHistory;
  caseFacts: CaseFacts;
  rounds: readonly Round[];
  firstAnswers: readonly FirstAnswer[];
  pointResults: readonly PointResult[];
  storyPath: StoryPath;
};

export const conversationFacts = (
  content: ContentData,
  history: DrillHistory,
  loggedConversation: ConversationHistory,
): ConversationFacts => {
  const caseFacts = caseFactsOf(content, loggedConversation.scenarioId);
  const conversation = withWindowsDone(history, loggedConversation, caseFacts, content.rubric);
  const rounds = roundsOf(history, conversation, content.rubric);
  return {
    rubric: content.rubric,
    history,
    conversation,
    caseFacts,
    rounds: withDepartures(history, conversation, caseFacts, content.rubric, withoutPauses(conversation, rounds)),
    firstAnswers: firstAnswers(history, conversation, content.rubric, caseFacts),
    pointResults: pointResults(conversation, caseFacts),
    storyPath: storyPathOf(history, conversation, caseFacts),
  };
};
