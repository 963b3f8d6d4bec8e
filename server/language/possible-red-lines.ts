import { chancesOf } from './classifier/classifier.ts';
import { Features } from './classifier/features.ts';
import type { Reading } from './clauses.ts';
import { RED_LINES, type RedLine, type RedLineHit } from './judgement.ts';

/** Rarely wrong from here on: on lines it hadn't seen, fewer than one in thirty. */
const LIKELY = 0.85;
/** Two names of one deed: where a rule heard one, the other adds nothing. */
const TWINS: Partial<Record<RedLine, RedLine>> = { threat: 'block-complaint', 'block-complaint': 'threat' };

const PART = new Features();

/** Red lines no rule hears but the classifier does: always doubts, for a person to look at (RULES M3). */
export function possibleRedLines(reading: Reading, told: readonly RedLineHit[], features: Features): RedLineHit[] {
  const chances = chancesOf('redLines', features);
  return RED_LINES.flatMap((code, output): RedLineHit[] => {
    if ((chances[output] ?? 0) < LIKELY) return [];
    if (told.some((hit) => hit.code === code || hit.code === TWINS[code])) return [];
    return [{ code, confidence: 'low', rule: '说法像是，没有规则确认', ...likeliest(reading, output) }];
  });
}

/** The clause that sounds most like it, to be quoted; else the whole. */
function likeliest(reading: Reading, output: number): { start: number; end: number } {
  let best = { start: 0, end: reading.text.length };
  let most = 0.5;
  for (const { start, end } of reading.clauses.slice(0, 12)) {
    PART.begin();
    PART.grams(reading.text.slice(start, end));
    const chance = chancesOf('redLines', PART)[output] ?? 0;
    if (chance <= most) continue;
    most = chance;
    best = { start, end };
  }
  return best;
}
