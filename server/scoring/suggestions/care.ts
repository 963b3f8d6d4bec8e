/** An answer with a word for what the customer went through, where the answer has none of its own. */
import { judge } from '#language/judge.ts';
import type { Act } from '#language/terms/verdicts.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Feeling } from './feelings.ts';
import { modelAt } from './model.ts';
import { halfOfModel } from './model-parts.ts';

const CARES: readonly Act[] = ['empathy', 'apology', 'thanks'];
const LEAD = '这件事让您受累了。';
/** Openings that the judge hears as empathy, by what the customer feels; LEAD is heard as an apology. */
const FEELS: Readonly<Record<Feeling, string>> = {
  怕: '知道您害怕，我在。',
  火: '理解您生气。',
  委屈: '让您受委屈了。',
  急: '知道您着急。',
};
/** Longest wording in characters: a longer one is no reply any more. */
const MAX_CHARS = 60;

/** Null without an answer: care alone is no reply to what was asked. `act`: what the case wants, where it wants one. */
export function withCare(model: string | null, feels: Feeling, act: Act | null = null): string | null {
  if (model === null) return null;
  const { acts, tone } = judge({ reply: model, points: [] });
  const hasCare = act === null ? tone === 'warm' || acts.some((act) => CARES.includes(act)) : acts.includes(act);
  const whole = hasCare ? model : `${act === 'empathy' || feels === '怕' ? FEELS[feels] : LEAD}${model}`;
  return hasCare || whole.length <= MAX_CHARS ? whole : null;
}

/**
 * What could be said in `beat` where care was called for: a caring word and the model of what the beat asks, as things
 * stood when the beat was left.
 */
export function caringLine(
  facts: ConversationFacts,
  beat: string | null,
  feels: Feeling,
  act: Act | null,
): string | null {
  const { conversation, caseFacts } = facts;
  const left = conversation.beats.findLast((other) => other.beat === beat)?.left?.index ?? facts.history.length;
  const question = caseFacts.beat(beat)?.asks[0] ?? null;
  const whole = modelAt(facts, question, left);
  const must = question?.points.find((point) => point.must) ?? null;
  return withCare(whole, feels, act) ?? (question ? withCare(halfOfModel(question, must), feels, act) : null);
}
