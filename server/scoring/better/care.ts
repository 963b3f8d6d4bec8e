/** An answer with a word for what the customer went through, where the answer has none of its own. */
import { judge } from '#language/judge.ts';
import type { Act } from '#language/judgement.ts';
import type { Seen } from '../seen.ts';
import { modelAt } from './model.ts';
import { halfOfModel } from './model-parts.ts';

const CARES: readonly Act[] = ['empathy', 'apology', 'thanks'];
const LEAD = '这件事让您受累了。';
/** Heard as feeling with them; the other is heard as an apology. */
const FEELS = '知道您着急。';
/** A longer wording is no reply any more. */
const LONGEST = 60;

/** Null without an answer: care alone is no reply to what was asked. `act`: what the case wants, where it wants one. */
export function caring(model: string | null, act: Act | null = null): string | null {
  if (model === null) return null;
  const { acts, tone } = judge({ reply: model, points: [] });
  const cares = act === null ? tone === 'warm' || acts.some((one) => CARES.includes(one)) : acts.includes(act);
  const whole = cares ? model : `${act === 'empathy' ? FEELS : LEAD}${model}`;
  return cares || whole.length <= LONGEST ? whole : null;
}

/** What could be said in `beat`, where care was called for: the model of what it asks, as things stood when it was left. */
export function caringLine(seen: Seen, beat: string | null, act: Act | null): string | null {
  const { c, facts } = seen;
  const left = c.beats.findLast((b) => b.beat === beat)?.left?.index ?? seen.history.length;
  const question = facts.beat(beat)?.asks[0] ?? null;
  const whole = modelAt(seen, question, left);
  const must = question?.points.find((p) => p.must) ?? null;
  return caring(whole, act) ?? (question ? caring(halfOfModel(question, must), act) : null);
}
