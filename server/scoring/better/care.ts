/** An answer with a word for what the customer went through, where the answer has none of its own. */
import { judge } from '#language/judge.ts';
import type { Act } from '#language/judgement.ts';
import type { Seen } from '../seen.ts';
import { modelAt } from './model.ts';

const CARES: readonly Act[] = ['empathy', 'apology', 'thanks'];
const LEAD = '这件事让您受累了。';

/** Null without an answer: care alone is no reply to what was asked. */
export function caring(model: string | null): string | null {
  if (model === null) return null;
  const { acts, tone } = judge({ reply: model, points: [] });
  return tone === 'warm' || acts.some((act) => CARES.includes(act)) ? model : `${LEAD}${model}`;
}

/** What could be said in `beat`, where care was called for: the model of what it asks, as things stood when it was left. */
export function caringLine(seen: Seen, beat: string | null): string | null {
  const { c, facts } = seen;
  const left = c.beats.findLast((b) => b.beat === beat)?.left?.index ?? seen.history.length;
  const question = facts.beat(beat)?.asks[0] ?? null;
  return caring(modelAt(seen, question, left) ?? null);
}
