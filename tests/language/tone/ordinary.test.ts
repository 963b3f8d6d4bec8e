/**
 * Blame, haste and brush-offs said in an ordinary, half-polite voice, beside as many lines with the same words that are
 * fine. The classifier hasn't learned from them: learned onto its weights they cost more elsewhere than they brought.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered, toneOf } from '#language/tone/tone.ts';

type Line = { customer: string; reply: string; expect: string };
const lines: Line[] = readFileSync('tests/language/lines/ordinary-tone.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const features = new Features(WEIGHTED_BUCKETS);
const isHeld = ({ customer, reply }: Line): boolean => {
  const reading = readText(normalise(reply).text);
  features.clear();
  addReplyFeatures(features, reading);
  const { tone, confidence } = toneOf(reading, normalise(customer).text, false, features);
  return isIllMannered(tone) && confidence >= VERDICT_THRESHOLDS.tone.told;
};
const share = (own: readonly Line[]): number => own.filter(isHeld).length / own.length;
const isFine = ({ expect: label }: Line): boolean => label === 'warm' || label === 'neutral';

describe('ill manners in an ordinary voice', () => {
  it('are held against the trainee as often as before', () => {
    expect(share(lines.filter((line) => !isFine(line)))).toBeGreaterThanOrEqual(0.155);
  });

  it('are heard in no more of the lines that are fine', () => {
    expect(share(lines.filter(isFine))).toBeLessThanOrEqual(0.0125);
  });
});
