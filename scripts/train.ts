/**
 * Trains the classifier on the labelled lines (`tests/language/lines`) and what testplans say, and writes
 * `server/language/classifier/weights.json`: `npm run train`. The same lines give the same file.
 * `npm run train -- --onto train-tone-4 tone manner` learns the lines of that file onto the weights these heads have and
 * leaves everything else as it is; `--weight N` (4) is the weight of a new line there. `npm run train -- --own-files` fits only what
 * has a file of its own.
 */
import { writeFileSync } from 'node:fs';
import { BUCKETS } from '#language/classifier/features.ts';
import { HEAD_NAMES, HEADS, type Head } from '#language/classifier/heads.ts';
import WEIGHTS from '#language/classifier/weights.json' with { type: 'json' };
import { ASKED_FILE, askables, bagsOf, fitAsked, readAsked } from '#scripts/train/asked.ts';
import { pack, unpack } from '#scripts/train/encode.ts';
import { examplesOf, trainingMaterial } from '#scripts/train/examples.ts';
import {
  averaged,
  type Example,
  type FitOptions,
  type Fitted,
  fitWeights,
  keepTopFeatures,
  withFeatureDropout,
  withoutRare,
} from '#scripts/train/fit.ts';
import { GUESSES_FILE, guessWeights, readGuesses } from '#scripts/train/guesses.ts';
import { callBackWeights, crossValidated, HEARS_BACK_FILE, readUndertakings } from '#scripts/train/hears-back.ts';
import type { Material } from '#scripts/train/material.ts';
import { fitOnto, ONTO_WEIGHT } from '#scripts/train/onto.ts';
import { readSlights, SLIGHTS_FILE, slightWeights } from '#scripts/train/slights.ts';
import { readArguments, stop } from './read-arguments.ts';

const USAGE = `usage: npm run train [-- --own-files | --onto FILE [--weight N] ${HEAD_NAMES.join('|')} …]`;
const SEED = 20261120;
const FILE = 'server/language/classifier/weights.json';
type How = Pick<FitOptions, 'epochs' | 'rate' | 'inertia' | 'decay'> & {
  least: number;
  gaps: number;
  kept: number;
  most: number;
  fits: number;
};
const EVERY = Number.POSITIVE_INFINITY;
/** Found by cross-validation, the lines of one file or writer never on both sides; of acts those of one turn. */
const HOW: Record<Head, How> = {
  tone: { epochs: 20, rate: 0.5, inertia: 1e-8, decay: 0.0001, least: 3, gaps: 0, kept: 1, most: EVERY, fits: 1 },
  redLines: { epochs: 15, rate: 2, inertia: 1e-8, decay: 0, least: 6, gaps: 0, kept: 1, most: EVERY, fits: 5 },
  answer: { epochs: 8, rate: 0.5, inertia: 1e-8, decay: 0.0001, least: 3, gaps: 3, kept: 0.5, most: EVERY, fits: 5 },
  manner: { epochs: 8, rate: 0.5, inertia: 1e-3, decay: 0.0001, least: 3, gaps: 2, kept: 0.6, most: 40_000, fits: 1 },
  act: { epochs: 12, rate: 1, inertia: 1e-3, decay: 1e-5, least: 3, gaps: 0, kept: 1, most: 16_500, fits: 1 },
};
/** Plain examples are plentiful, so only the rare manners are learned with gaps. */
const isRare = ({ labels }: Example): boolean => !labels.includes(0);

/**
 * Fits one head to its examples, with every feature. If those are too many, it fits again with the features of the
 * largest weights.
 */
export const fitHead = (head: Head, examples: readonly Example[]): Fitted => {
  const { least, gaps, kept, most, fits, ...how } = HOW[head];
  const { outputs, kind } = HEADS[head];
  const once = (learned: readonly Example[], seed: number): Fitted =>
    fitWeights(withFeatureDropout(learned, { copies: gaps, kept, seed }, head === 'manner' ? isRare : undefined), {
      ...how,
      outputs: outputs.length,
      kind,
      seed,
      buckets: BUCKETS,
    });
  const common = withoutRare(examples, least);
  const learned = most === EVERY ? common : keepTopFeatures(common, once(common, SEED), outputs.length, most);
  return averaged(Array.from({ length: fits }, (_, more) => once(learned, SEED + more)));
};

/** Fits every head to the material and packs them. */
export const train = (material: Material): ReturnType<typeof pack> => {
  return packed((head) => fitHead(head, examplesOf(head, material)));
};

/** Learns the lines of one file onto the weights of these heads and packs them; the other heads keep theirs. */
const trainOnto = (
  material: Material,
  prefix: string,
  { heads, weight }: { heads: readonly Head[]; weight: number },
): ReturnType<typeof pack> => {
  const kept = unpack(WEIGHTS);
  return packed((head) =>
    heads.includes(head) ? fitOnto(head, kept[head], material, { prefix, seed: SEED, weight }) : kept[head],
  );
};

const packed = (fitted: (head: Head) => Fitted): ReturnType<typeof pack> =>
  pack({
    tone: fitted('tone'),
    redLines: fitted('redLines'),
    answer: fitted('answer'),
    manner: fitted('manner'),
    act: fitted('act'),
  });

/** What has files of its own: facts asked for, when the customer hears back, and what nobody on the desk can know. */
const fitOthers = (material: Material): void => {
  const asked = bagsOf(readAsked(), askables());
  writeFileSync(ASKED_FILE, `${JSON.stringify(fitAsked(asked).map((weight) => Number(weight.toFixed(4))))}\n`);
  process.stdout.write(`${ASKED_FILE}: ${asked.length} pairs of a line and a fact\n`);
  const timed = readUndertakings('calls-back');
  writeFileSync(HEARS_BACK_FILE, callBackWeights(timed));
  const { precision, recall } = crossValidated(timed);
  process.stdout.write(
    `${HEARS_BACK_FILE}: ${timed.length} lines, cross-validated precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
  const guesses = readGuesses();
  writeFileSync(GUESSES_FILE, guessWeights(guesses, material));
  const slights = readSlights();
  writeFileSync(SLIGHTS_FILE, slightWeights(slights, material));
  process.stdout.write(`${SLIGHTS_FILE}: ${slights.length} lines\n`);
  process.stdout.write(`${GUESSES_FILE}: ${guesses.length} lines\n`);
};

if (process.argv[1]?.endsWith('train.ts')) {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: { onto: { type: 'string' }, weight: { type: 'string' }, 'own-files': { type: 'boolean' } },
  });
  const heads = HEAD_NAMES.filter((head) => positionals.includes(head));
  const weight = Number(values.weight ?? ONTO_WEIGHT);
  const ownFiles = values['own-files'] === true;
  const isUsage =
    heads.length === positionals.length &&
    (values.onto === undefined) === (heads.length === 0) &&
    !(ownFiles && values.onto !== undefined) &&
    weight > 0;
  if (!isUsage) stop(USAGE);
  const material = trainingMaterial();
  if (!ownFiles) {
    const weights = values.onto === undefined ? train(material) : trainOnto(material, values.onto, { heads, weight });
    const text = `${JSON.stringify({ seed: SEED, lines: material.digest, ...weights })}\n`;
    writeFileSync(FILE, text);
    process.stdout.write(`${FILE}: ${material.lines.length} lines, ${Math.round(text.length / 1024)} kB\n`);
  }
  if (values.onto === undefined) fitOthers(material);
}
