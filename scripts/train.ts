/**
 * Trains the classifier on the labelled lines (`tests/language/lines`) and writes `server/language/classifier/weights.ts`:
 * `npm run train` (one head alone: `npm run train -- tone`). The same lines give the same file; `tests/language/classifier.test.ts` notices lines it hasn't seen.
 */
import { writeFileSync } from 'node:fs';
import { BUCKETS } from '#language/classifier/features.ts';
import { HEAD_NAMES, HEADS, type Head } from '#language/classifier/heads.ts';
import { WEIGHTS } from '#language/classifier/weights.ts';
import { pack } from './train/encode.ts';
import { type Fitted, fitWeights, withGaps, withoutRare } from './train/fit.ts';
import { examplesOf, trainingLines } from './train/lines.ts';
import { unpack } from './train/unpack.ts';

const SEED = 20261120;
/** Found by five-fold cross-validation, the same customer text never on both sides. */
const HOW: Record<Head, { epochs: number; rate: number; decay: number; least: number; gaps: number }> = {
  tone: { epochs: 20, rate: 0.5, decay: 0.0001, least: 3, gaps: 0 },
  redLines: { epochs: 15, rate: 2, decay: 0, least: 8, gaps: 0 },
  answer: { epochs: 8, rate: 0.5, decay: 0.0001, least: 3, gaps: 3 },
};

/** Fits every head to `lines`; with `only` that one, the others staying as they are shipped. */
export function train(lines: Parameters<typeof examplesOf>[1], only: Head | null = null): ReturnType<typeof pack> {
  const fitHead = (head: Head): Fitted =>
    fitWeights(withGaps(withoutRare(examplesOf(head, lines), HOW[head].least), HOW[head].gaps, SEED), {
      ...HOW[head],
      outputs: HEADS[head].outputs.length,
      kind: HEADS[head].kind,
      seed: SEED,
      buckets: BUCKETS,
    });
  if (only !== null) return pack({ ...unpack(WEIGHTS), [only]: fitHead(only) });
  return pack({ tone: fitHead('tone'), redLines: fitHead('redLines'), answer: fitHead('answer') });
}

if (process.argv[1]?.endsWith('train.ts')) {
  const { lines, digest } = trainingLines();
  const only = HEAD_NAMES.find((head) => head === process.argv[2]) ?? null;
  const packed = train(lines, only);
  const file = 'server/language/classifier/weights.ts';
  const text = `/** Written by \`npm run train\` from the labelled lines; not edited by hand. */
export const WEIGHTS = {
  seed: ${SEED},
  /** Digest of the lines it was trained on. */
  lines: '${digest}',
  heads: ${JSON.stringify(packed.heads)},
  rows: '${packed.rows}',
};
`;
  writeFileSync(file, text);
  process.stdout.write(`${file}: ${lines.length} lines, ${Math.round(text.length / 1024)} kB\n`);
}
