/** Fits the weights that tell what a reply does to the customer (`server/language/tone/slights.ts`), a classifier a kind. */
import { readFileSync } from 'node:fs';
import { Features } from '#language/classifier/features.ts';
import { partsOf } from '#language/classifier/parts.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { SLIGHTS, type SlightKind } from '#language/terms/verdicts.ts';
import { addSlightFeatures } from '#language/tone/slights.ts';
import type { Example } from './fit.ts';
import { fileDigest, fitRare, type RareOptions } from './fit-rare.ts';
import { goodReplies } from './good-replies.ts';
import type { KeptWeights } from './kept-weights.ts';
import type { Material } from './material.ts';

export const SLIGHTS_FILE = 'server/language/tone/slights.json';
const LINES = 'tests/language/lines/slight-train.jsonl';
const BLIND_LINES = 'tests/language/lines/slight-blind.jsonl';
const HOW: RareOptions = { least: 2, most: 10_000, copies: 3, kept: 0.6, bias: -2 };
/** The first round of stored plays that nothing is learned from. */
const HELD_OUT = '0.9.23';
/** Of a reply that was labelled for something else. */
const PLAIN_WEIGHT = 0.2;

/** `reply`: a bubble, or two of which the last is the slight. `fine`: no slight, however near. */
export type LabelledSlight = {
  id: string;
  customer: string;
  reply: string;
  expect: SlightKind | 'fine';
  source: string;
};

const read = (file: string): LabelledSlight[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => JSON.parse(line) as LabelledSlight);

export const readSlights = (): LabelledSlight[] => read(LINES);
/** Lines of writers that nothing is learned from: they show how others' words are heard. */
export const readBlindSlights = (): LabelledSlight[] => read(BLIND_LINES);

type Labelled = { features: Int32Array; expect: SlightKind | 'fine'; weight: number };

const partsIn = (reply: string) => partsOf(readText(normalise(reply).text));

/** The parts of the labelled lines, and of what the other heads learn from as plain talk. */
export const slightParts = (lines: readonly LabelledSlight[], material: Pick<Material, 'lines' | 'plain'>) => {
  const features = new Features();
  const known = new Set<string>();
  const parts: Labelled[] = [];
  const learn = (text: string, expect: Labelled['expect'], weight: number): void => {
    if (known.has(`${text} ${expect}`)) return;
    known.add(`${text} ${expect}`);
    addSlightFeatures(features, text);
    parts.push({ features: features.ids.slice(0, features.count), expect, weight });
  };
  for (const { reply, expect } of lines) {
    const own = partsIn(reply);
    const last = own.findLast(({ isBubble }) => isBubble);
    for (const part of own)
      if (expect === 'fine' || part.end < (last?.start ?? 0)) learn(part.text, 'fine', 1);
      else if (part === last) learn(part.text, expect, 1);
  }
  for (const { task, reply, expect } of material.lines) {
    if (task === 'redline' && (expect as readonly string[]).length > 0) continue;
    if (task === 'tone' && expect !== 'warm' && expect !== 'neutral') continue;
    for (const { text } of partsIn(reply)) learn(text, 'fine', PLAIN_WEIGHT);
  }
  for (const reply of [...material.plain, ...goodReplies(HELD_OUT)])
    for (const { text } of partsIn(reply)) learn(text, 'fine', PLAIN_WEIGHT);
  return parts;
};

const fitKind = (parts: readonly Labelled[], kind: SlightKind): KeptWeights => {
  // The kinds lie close together (不归我管，您找快递去 shifts and fobs off), so lines of another kind teach nothing of this one.
  const examples = parts
    .filter(({ expect }) => expect === kind || expect === 'fine')
    .map(({ features, expect, weight }): Example => ({ features, labels: expect === kind ? [0] : [], weight }));
  return fitRare(examples, HOW);
};

/** A mark of the lines the weights come from. */
export const slightDigest = (): string => fileDigest(LINES);

/** The file's text, from the labelled lines and the plain talk of the others. */
export const slightWeights = (lines: readonly LabelledSlight[], material: Material): string => {
  const parts = slightParts(lines, material);
  const kinds = Object.fromEntries(SLIGHTS.map((kind) => [kind, fitKind(parts, kind)]));
  return `${JSON.stringify({ lines: slightDigest(), kinds })}\n`;
};
