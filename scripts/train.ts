/**
 * Trains the classifier on the labelled lines (`tests/language/lines`) and what testplans say, and writes
 * `server/language/classifier/weights.json`: `npm run train`. The same lines give the same file.
 */
import { writeFileSync } from 'node:fs';
import { BUCKETS, Features } from '#language/classifier/features.ts';
import { HEADS, type Head } from '#language/classifier/heads.ts';
import type { Ears } from '#language/red-lines/doubts.ts';
import { pack } from './train/encode.ts';
import {
  averaged,
  chancesOf,
  type Example,
  type FitOptions,
  type Fitted,
  fitWeights,
  telling,
  withGaps,
  withoutRare,
} from './train/fit.ts';
import { examplesOf, type Material, trainingMaterial } from './train/lines.ts';

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
/** Found by cross-validation, the lines of one file or writer never on both sides. */
const HOW: Record<Head, How> = {
  tone: { epochs: 20, rate: 0.5, inertia: 1e-8, decay: 0.0001, least: 3, gaps: 0, kept: 1, most: EVERY, fits: 1 },
  redLines: { epochs: 15, rate: 2, inertia: 1e-8, decay: 0, least: 6, gaps: 0, kept: 1, most: EVERY, fits: 5 },
  answer: { epochs: 8, rate: 0.5, inertia: 1e-8, decay: 0.0001, least: 3, gaps: 3, kept: 0.5, most: EVERY, fits: 5 },
  manner: { epochs: 8, rate: 0.5, inertia: 1e-3, decay: 0.0001, least: 3, gaps: 2, kept: 0.6, most: 40_000, fits: 1 },
};
/** There is enough of what is fine: only the rare manners are learned with gaps. */
const rare = ({ labels }: Example): boolean => !labels.includes(0);

/** Fits one head to examples of it: with every feature, and where those are too many again with those that told most. */
export function fitHead(head: Head, examples: readonly Example[]): Fitted {
  const { least, gaps, kept, most, fits, ...how } = HOW[head];
  const { outputs, kind } = HEADS[head];
  const once = (learned: readonly Example[], seed: number): Fitted =>
    fitWeights(withGaps(learned, { copies: gaps, kept, seed }, head === 'manner' ? rare : undefined), {
      ...how,
      outputs: outputs.length,
      kind,
      seed,
      buckets: BUCKETS,
    });
  const common = withoutRare(examples, least);
  const learned = most === EVERY ? common : telling(common, once(common, SEED), outputs.length, most);
  return averaged(Array.from({ length: fits }, (_, more) => once(learned, SEED + more)));
}

/** Of no use to the head of red lines itself, which is fitted first. */
const DEAF: Ears = { part: new Features(), chances: () => new Float64Array(HEADS.redLines.outputs.length) };

/** Hears red lines with weights that aren't packed yet, as the judge will: the head of tone learns from what they tell. */
function earsOf(fitted: Fitted): Ears {
  const { outputs, kind } = HEADS.redLines;
  const known = ({ ids, count }: Features): Int32Array =>
    ids
      .slice(0, count)
      .filter((id) => fitted.weights.subarray(id * outputs.length, (id + 1) * outputs.length).some((one) => one !== 0));
  return {
    part: new Features(),
    chances: (features) => chancesOf(known(features), fitted, { outputs: outputs.length, kind }),
  };
}

/** Fits every head to the material and packs them. */
export function train(material: Material): ReturnType<typeof pack> {
  const redLines = fitHead('redLines', examplesOf('redLines', material, DEAF));
  const ears = earsOf(redLines);
  const fitted = (head: Head): Fitted => fitHead(head, examplesOf(head, material, ears));
  return pack({
    tone: fitted('tone'),
    redLines,
    answer: fitted('answer'),
    manner: fitted('manner'),
  });
}

if (process.argv[1]?.endsWith('train.ts')) {
  const material = trainingMaterial();
  const text = `${JSON.stringify({ seed: SEED, lines: material.digest, ...train(material) })}\n`;
  writeFileSync(FILE, text);
  process.stdout.write(`${FILE}: ${material.lines.length} lines, ${Math.round(text.length / 1024)} kB\n`);
}
