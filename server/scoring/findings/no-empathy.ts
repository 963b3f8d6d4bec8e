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
const ANGRY = 35;

/** Findings where care was called for: by a need of the case, or by a customer who came in angry. */
export function noEmpathy(facts: ConversationFacts): FindingDraft[] {
  const { conversation, caseFacts } = facts;
  const wanted = needResults(conversation, caseFacts).filter(
    ({ met, need }) => !met && (need.act === 'empathy' || need.act === 'apology'),
  );
  const ofNeeds = wanted.flatMap((result) => ofNeed(facts, result));
  const mood = caseFacts.scenario.customer.mood ?? conversation.arrivals[0]?.mood ?? 50;
  if (wanted.length > 0 || mood > ANGRY || conversation.turns.length < 2 || hasCared(conversation)) return ofNeeds;
  const said = saidIn(conversation, 0, Number.POSITIVE_INFINITY);
  const turn = said ? turnAfter(conversation, said) : null;
  if (!said || !turn) return [];
  return [
    noEmpathyDraft(facts, said, {
      better: withCare(modelAt(facts, waitingQuestion(facts, turn), turn.index), said.feels),
    }),
  ];
}

const hasCared = ({ turns }: ConversationHistory): boolean =>
  turns.some(
    ({ judgement: { tone, acts } }) =>
      tone === 'warm' || acts.some((act) => act === 'empathy' || act === 'apology' || act === 'thanks'),
  );

function ofNeed(facts: ConversationFacts, result: NeedResult): FindingDraft[] {
  const { conversation } = facts;
  const said = saidIn(conversation, result.from, result.until) ?? saidIn(conversation, 0, result.until);
  // The need's chance is lost all the same, but there is no finding: a customer who showed no feeling wasn't left uncomforted.
  if (!said) return [];
  const better = caringLine(facts, result.beat, said.feels, result.need.act);
  return [noEmpathyDraft(facts, said, { better, covers: [needKey(conversation.key, result.beat, result.number)] })];
}

type Said = ConversationHistory['said'][number] & { text: string; feels: Feeling };

/** The first bubble between two moments in which the customer said what they felt. */
function saidIn(conversation: ConversationHistory, from: DrillMs, until: DrillMs): Said | null {
  for (const line of conversation.said) {
    if (line.bubble.kind !== 'text' || line.at < from || line.at > until) continue;
    const feels = feelingIn(line.bubble.text);
    if (feels !== null) return { ...line, text: line.bubble.text, feels };
  }
  return null;
}

const turnAfter = (conversation: ConversationHistory, { index }: Said) =>
  conversation.turns.find((turn) => firstIndex(conversation, turn) > index) ?? null;

/** What the catalogue calls each feeling. */
const FEELINGS = { 怕: 'afraid', 火: 'angry', 委屈: 'wronged', 急: 'anxious' } as const satisfies Record<
  Feeling,
  string
>;

/** The finding stands at the customer's own bubble. A retry does the turn after it again, or the silence where there is none. */
function noEmpathyDraft(
  { conversation, history }: ConversationFacts,
  said: Said,
  own: Partial<FindingDraft>,
): FindingDraft {
  const turn = turnAfter(conversation, said);
  const words = shortened(said.text);
  return draftFinding({
    code: 'no-empathy',
    at: said.at,
    conversation: conversation.key,
    turn: turn?.judgement.turn ?? null,
    span: { from: said.at, until: turn?.judgement.lastAt ?? history.lastAt },
    seen: say('findings:no-empathy.seen', { words }),
    customer: said.text,
    detail: say(`findings:no-empathy.feeling.${FEELINGS[said.feels]}`),
    because: say('findings:no-empathy.because', { words }),
    ...own,
  });
}
