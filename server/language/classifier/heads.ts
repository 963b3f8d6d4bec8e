import type { Reading } from '../clauses.ts';
import { ANSWERS, RED_LINES, TONES } from '../judgement.ts';
import type { Features } from './features.ts';

/** What the classifier has an opinion on. `one`: one output is right; `each`: every output is a yes or no of its own. */
export const HEADS = {
  tone: { outputs: TONES, kind: 'one' },
  redLines: { outputs: RED_LINES, kind: 'each' },
  answer: { outputs: ANSWERS, kind: 'one' },
} as const;
export type Head = keyof typeof HEADS;
export const HEAD_NAMES: readonly Head[] = ['tone', 'redLines', 'answer'];

const LENGTHS = [3, 4, 6, 9, 13, 20, 35, 60];

/** What every head hears of the reply: its characters, its length, its questions. Call after `begin`. */
export function hearReply(features: Features, reply: Reading): void {
  features.grams(reply.text);
  const length = LENGTHS.filter((bound) => reply.text.length > bound).length;
  features.cue(`length:${length}`);
  features.cue(`questions:${Math.min(reply.clauses.filter((clause) => clause.question).length, 3)}`);
  features.cue(`clauses:${Math.min(reply.clauses.length, 6)}`);
  if (reply.values.length > 0) features.cue('values');
}
