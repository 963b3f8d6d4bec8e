/** 没有安抚: the customer said what they felt, and no reply took it up. Told at the customer's words, with the feeling's name. */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { type NeedResult, needResults } from '#scoring/facts/needs.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { shortened } from '#scoring/log/phrasing.ts';
import { firstIndex } from '#scoring/merits/merit-draft.ts';
import { needKey } from '#scoring/opportunities/opportunity.ts';
import { caringLine, withCare } from '#scoring/suggestions/care.ts';
import { type Feeling, feelingIn } from '#scoring/suggestions/feelings.ts';
import { modelAt } from '#scoring/suggestions/model.ts';
import { waitingQuestion } from '#scoring/suggestions/waiting-question.ts';

/** docs/trade.md §1: a customer who comes in with a mood of 35 or less is angry. */
const ANGRY_MOOD = 35;

/** Findings where care was called for: by a need of the case, or by a customer who came in angry. */
export const noEmpathy = (facts: ConversationFacts): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const unmetNeeds = needResults(conversation, caseFacts).filter(
    ({ isMet, need }) => !isMet && (need.act === 'empathy' || need.act === 'apology'),
  );
  const ofNeeds = unmetNeeds.flatMap((result) => findingsOfNeed(facts, result));
  const mood = caseFacts.scenario.customer.mood ?? conversation.arrivals[0]?.mood ?? 50;
  if (unmetNeeds.length > 0 || mood > ANGRY_MOOD || conversation.turns.length < 2 || hasCared(conversation))
    return ofNeeds;
  const message = feelingMessageIn(conversation, 0, Number.POSITIVE_INFINITY);
  const turn = message ? turnAfter(conversation, message) : null;
  if (!message || !turn) return [];
  return [
    noEmpathyDraft(facts, message, {
      suggestion: withCare(modelAt(facts, waitingQuestion(facts, turn), turn.index), message.feeling),
    }),
  ];
};

const hasCared = ({ turns }: ConversationHistory): boolean =>
  turns.some(
    ({ judgement: { tone, acts } }) =>
      tone === 'warm' || acts.some((act) => act === 'empathy' || act === 'apology' || act === 'thanks'),
  );

const findingsOfNeed = (facts: ConversationFacts, result: NeedResult): FindingDraft[] => {
  const { conversation } = facts;
  const message =
    feelingMessageIn(conversation, result.from, result.until) ?? feelingMessageIn(conversation, 0, result.until);
  // The need's opportunity is lost all the same, but there is no finding: a customer who showed no feeling wasn't left uncomforted.
  if (!message) return [];
  const suggestion = caringLine(facts, result.beat, message.feeling, result.need.act);
  return [
    noEmpathyDraft(facts, message, {
      suggestion,
      explainedKeys: [needKey(conversation.key, result.beat, result.needIndex)],
    }),
  ];
};

type FeelingMessage = ConversationHistory['customerMessages'][number] & { text: string; feeling: Feeling };

/** The first bubble between two moments in which the customer said what they felt. */
const feelingMessageIn = (
  conversation: ConversationHistory,
  fromMs: DrillMs,
  untilMs: DrillMs,
): FeelingMessage | null => {
  for (const line of conversation.customerMessages) {
    if (line.bubble.kind !== 'text' || line.at < fromMs || line.at > untilMs) continue;
    const feeling = feelingIn(line.bubble.text);
    if (feeling !== null) return { ...line, text: line.bubble.text, feeling };
  }
  return null;
};

const turnAfter = (conversation: ConversationHistory, { index }: FeelingMessage) =>
  conversation.turns.find((turn) => firstIndex(conversation, turn) > index) ?? null;

/** What the catalogue calls each feeling. */
const FEELINGS = { 怕: 'afraid', 火: 'angry', 委屈: 'wronged', 急: 'anxious' } as const satisfies Record<
  Feeling,
  string
>;

/** The finding stands at the customer's own bubble. A retry does the turn after it again, or the silence where there is none. */
const noEmpathyDraft = (
  { conversation, history }: ConversationFacts,
  message: FeelingMessage,
  draftFields: Partial<FindingDraft>,
): FindingDraft => {
  const turn = turnAfter(conversation, message);
  const words = shortened(message.text);
  return draftFinding({
    code: 'no-empathy',
    at: message.at,
    conversation: conversation.key,
    turn: turn?.judgement.turn ?? null,
    span: { from: message.at, until: turn?.judgement.lastAt ?? history.lastAt },
    observation: say('findings:no-empathy.seen', { words }),
    customerText: message.text,
    detail: say(`findings:no-empathy.feeling.${FEELINGS[message.feeling]}`),
    because: say('findings:no-empathy.because', { words }),
    ...draftFields,
  });
};
