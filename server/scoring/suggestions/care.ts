/** An answer with a word for what the customer went through, where the answer has none of its own. */
import type { Question } from '#engine/model/content.ts';
import { judge } from '#language/judge.ts';
import type { Act } from '#language/terms/verdicts.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { type Feeling, feelingIn } from './feelings.ts';
import { modelAt, wantedFirst } from './model.ts';
import { halfOfModel } from './model-parts.ts';

const CARING_ACTS: readonly Act[] = ['empathy', 'apology', 'thanks'];
const CARING_LEAD = '这件事让您受累了。';
/** Openings that the judge hears as empathy, by what the customer feels; LEAD is heard as an apology. */
const FEELING_LEADS: Readonly<Record<Feeling, string>> = {
  怕: '知道您害怕，我在。',
  火: '理解您生气。',
  委屈: '让您受委屈了。',
  急: '知道您着急。',
};
const ASKS = /[？?]$/;
/** Longest wording in characters: a longer one is no reply any more. */
const MAX_CHARS = 60;

/** Null without an answer: care alone is no reply to what was asked. `act`: what the case wants, where it wants one. */
export const withCare = (model: string | null, feeling: Feeling, act: Act | null = null): string | null => {
  if (model === null) return null;
  const { acts, tone } = judge({ reply: model, points: [] });
  const hasCare = act === null ? tone === 'warm' || acts.some((act) => CARING_ACTS.includes(act)) : acts.includes(act);
  const withLead = hasCare
    ? model
    : `${act === 'empathy' || feeling === '怕' ? FEELING_LEADS[feeling] : CARING_LEAD}${model}`;
  return hasCare || withLead.length <= MAX_CHARS ? withLead : null;
};

/**
 * What could be said on `question` in place of words that hurt: the answer; where something has to be asked first, the
 * question with a caring word before it, as the question alone mends nothing of how it was said (RULES M149).
 */
export const civilLine = (facts: ConversationFacts, question: Question | null, turn: TurnHistory): string | null => {
  const line = modelAt(facts, question, turn.index);
  const isAskedBack =
    line !== null && question !== null && ASKS.test(line) && line === wantedFirst(facts, question, turn.index);
  return isAskedBack ? withCare(line, feelingIn(turn.judgement.customer) ?? '火') : line;
};

/**
 * What could be said in `beat` where care was called for: a caring word and the model of what the beat asks, as things
 * stood when the beat was left.
 */
export const caringLine = (
  facts: ConversationFacts,
  beat: string | null,
  feeling: Feeling,
  act: Act | null,
): string | null => {
  const { conversation, caseFacts } = facts;
  const leftIndex =
    conversation.beats.findLast((other) => other.beat === beat)?.exit?.index ?? facts.history.eventCount;
  const question = caseFacts.beat(beat)?.asks[0] ?? null;
  const model = modelAt(facts, question, leftIndex);
  const must = question?.points.find((point) => point.must) ?? null;
  return (
    withCare(model, feeling, act) ??
    (question ? withCare(halfOfModel(question, must, caseFacts.goodsNames), feeling, act) : null)
  );
};
