import type { Reading } from '#language/reading/clause.ts';
import { saysAsMany } from '#language/reading/moods.ts';
import { ACTS, ANSWERS, RED_LINES, TONES } from '#language/terms/verdicts.ts';
import { FEATURE } from './feature-families.ts';
import type { Features } from './features.ts';

/** The acts the classifier judges piece by piece. `hold` is read by rule, with its seconds (`answers/hold.ts`). */
export const LEARNED_ACTS = ACTS.filter((act) => act !== 'hold');

/**
 * The questions the classifier answers: `manner` of one bubble or clause, `act` of one piece, the others of the whole
 * reply. `one`: exactly one output is right; `each`: each output is a yes or no of its own.
 */
export const HEADS = {
  tone: { outputs: TONES, kind: 'one' },
  redLines: { outputs: RED_LINES, kind: 'each' },
  answer: { outputs: ANSWERS, kind: 'one' },
  manner: { outputs: ['fine', 'cold', 'impatient', 'hostile'], kind: 'one' },
  act: { outputs: LEARNED_ACTS, kind: 'each' },
} as const;
export type Head = keyof typeof HEADS;
export const HEAD_NAMES: readonly Head[] = ['tone', 'redLines', 'answer', 'manner', 'act'];

const LENGTHS = [3, 4, 6, 9, 13, 20, 35, 60];

/** Adds what each head reads of the reply: its characters, length, questions, clauses, figures. Call after `clear`. */
export const addReplyFeatures = (features: Features, reply: Reading): void => {
  features.addGrams(reply.text);
  let length = 0;
  while (length < LENGTHS.length && reply.text.length > (LENGTHS[length] as number)) length += 1;
  let questions = 0;
  for (const { isQuestion, start, end } of reply.clauses)
    if (isQuestion || saysAsMany(reply.text.slice(start, end))) questions += 1;
  features.addNamed(FEATURE.length, length);
  features.addNamed(FEATURE.questions, Math.min(questions, 3));
  features.addNamed(FEATURE.clauses, Math.min(reply.clauses.length, 6));
  if (reply.values.length > 0) features.addNamed(FEATURE.values);
};
