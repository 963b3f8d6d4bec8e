/** Bubbles and clauses as examples of manner, out of whole replies whose label says only how the worst of them sounds. */
import { Features } from '#language/classifier/features.ts';
import { HEADS } from '#language/classifier/heads.ts';
import { partsOf } from '#language/classifier/parts.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { addPartFeatures } from '#language/tone/parts.ts';
import type { Example } from './fit.ts';
import type { LabelledExample, Material } from './material.ts';

const FINE = 'fine';
/** Weight of plain talk, of which there is many times as much as of the rest. */
const PLAIN = 0.3;
const POLITE = 0.5;
/** Of the clauses of plain talk, one in so many is enough. */
const EVERY = 3;
/**
 * A reply of at most this many characters, such as a short no, is cold because nothing else is said. After an answer
 * the same words are plain, so it isn't learned as cold.
 */
const SHORT_NO = 5;

/** Every part of a plain turn is fine; a rude turn has its label from its last bubble. */
export const mannerExamples = ({ lines, turns, plain }: Material): Example[] => {
  const features = new Features();
  const outputs: readonly string[] = HEADS.manner.outputs;
  const examples: Example[] = [];
  const known = new Set<string>();
  const learn = (text: string, label: string, weight: number): void => {
    if (label === FINE && known.has(text)) return;
    known.add(text);
    features.clear();
    addPartFeatures(features, text);
    examples.push({ features: features.ids.slice(0, features.count), labels: [outputs.indexOf(label)], weight });
  };
  const rude = new Set(
    lines.filter((line) => line.task === 'tone' && mannerOf(line) !== FINE).map(({ reply }) => reply),
  );
  let clauses = 0;
  const learnPlain = (reply: string, weight: number): void => {
    const reading = readText(normalise(reply).text);
    for (const { text, isBubble } of partsOf(reading))
      if (isBubble || clauses++ % EVERY === 0) learn(text, FINE, weight);
  };
  for (const line of lines) {
    const label = mannerOf(line);
    // A label on its red lines says nothing about a rude reply's manner.
    if (line.task !== 'tone' && rude.has(line.reply)) continue;
    if (label === FINE) learnPlain(line.reply, line.task === 'tone' ? POLITE : PLAIN);
    else if (label !== null) {
      const bubbles = partsOf(readText(normalise(line.reply).text)).filter(({ isBubble }) => isBubble);
      const last = bubbles.at(-1);
      if (last && !(label === 'cold' && last.text.length <= SHORT_NO && bubbles.length === 1))
        learn(last.text, label, 1);
      for (const { text } of bubbles.slice(0, -1)) learn(text, FINE, POLITE);
    }
  }
  for (const reply of plain) learnPlain(reply, PLAIN);
  for (const { reply, expect } of turns) if (isFriendly(expect.tone)) learnPlain(reply, PLAIN);
  return examples;
};

/** Whether readers gave a whole turn a friendly tone. */
const isFriendly = (tone: string | undefined): boolean => tone === 'warm' || tone === 'neutral';

/** What a line's label says about manner, for any task; null if it says nothing. */
const mannerOf = ({ task, expect, reply }: LabelledExample): string | null => {
  if (task === 'tone') return expect === 'warm' || expect === 'neutral' ? FINE : String(expect);
  if (task === 'evasion') return expect === 'answered' || expect === 'partial' ? FINE : null;
  if (task !== 'redline') return FINE;
  const codes = expect as readonly string[];
  if (codes.includes('insult') || codes.includes('threat')) return reply.includes('\n') ? null : 'hostile';
  return codes.includes('block-complaint') ? null : FINE;
};
