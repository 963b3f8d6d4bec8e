/** Fits the weights that tell whether the time in a clause is when the customer hears back (`server/language/answers/hears-back.ts`). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addCallBackFeatures } from '#language/answers/hears-back.ts';
import { BUCKETS, Features } from '#language/classifier/features.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { type Example, fitWeights, keepTopFeatures, scaleOf, withoutRare } from './fit.ts';
import { type KeptWeights, keptWeights } from './kept-weights.ts';

export const HEARS_BACK_FILE = 'server/language/answers/hears-back.json';
export const UNDERTAKING_EXAMPLES = 'tests/language/lines/undertaking-train.jsonl';
const SEED = 20261126;
const OUTPUTS = { outputs: 1, kind: 'each' } as const;
/** Found by cross-validation. */
const HOW = { epochs: 20, rate: 0.5, inertia: 1e-3, decay: 1e-4, seed: SEED, buckets: BUCKETS, ...OUTPUTS };
const LEAST = 2;
const MOST_FEATURES = 1500;

/**
 * One labelled line: `clause` of `reply` undertakes an operation (`undertakes`) or says when the customer hears back
 * (`calls-back`), or it doesn't (`expect`).
 */
export type LabelledUndertaking = {
  id: string;
  act: 'undertakes' | 'calls-back';
  reply: string;
  clause: string;
  expect: boolean;
  source: string;
};

/** The labelled lines of one act. */
export const readUndertakings = (of: LabelledUndertaking['act']): LabelledUndertaking[] =>
  readFileSync(UNDERTAKING_EXAMPLES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledUndertaking)
    .filter(({ act }) => act === of);

/** The line's clause as an example. Throws where the clause isn't one of the reply's. */
export const callBackExample = ({ id, reply, clause, expect }: LabelledUndertaking): Example => {
  const reading = readText(normalise(reply).text);
  const plain = normalise(clause).text;
  const from = reading.text.indexOf(plain);
  const own = reading.clauses.flatMap(({ start, end }, at) => (start < from + plain.length && end > from ? [at] : []));
  // Where the reading parts what was labelled as one clause, the part with the time is meant.
  const index = own.find((at) => reading.values.some(({ clauseIndex }) => clauseIndex === at)) ?? own[0];
  if (from < 0 || index === undefined) throw new Error(`${id}: ${clause} is no clause of ${reply}`);
  const features = new Features();
  addCallBackFeatures(features, reading, index);
  return { features: features.ids.slice(0, features.count), labels: expect ? [0] : [] };
};

/** The weights of some examples, rounded as they are kept. */
export const fitCallBack = (examples: readonly Example[]): KeptWeights => {
  const common = withoutRare(examples, LEAST);
  return keptWeights(fitWeights(keepTopFeatures(common, fitWeights(common, HOW), 1, MOST_FEATURES), HOW));
};

const FOLDS = 10;

/** Precision and recall on lines left out of the fit, a tenth at a time. */
export const crossValidated = (lines: readonly LabelledUndertaking[]): { precision: number; recall: number } => {
  const own = lines.map((line) => ({ expect: line.expect, ...callBackExample(line) }));
  const verdicts = Array.from({ length: FOLDS }, (_, fold) => {
    const { bias, scale, buckets, weights } = fitCallBack(own.filter((_line, index) => index % FOLDS !== fold));
    const weightOf = new Map(buckets.map((bucket, at) => [bucket, (weights[at] ?? 0) * scale]));
    return own
      .filter((_line, index) => index % FOLDS === fold)
      .map(({ features, expect }) => {
        const known = [...features].flatMap((feature) => weightOf.get(feature) ?? []);
        const sum = known.reduce((total, weight) => total + weight, 0);
        return { said: bias + sum * scaleOf(known.length) >= 0, expect };
      });
  }).flat();
  const right = verdicts.filter(({ said, expect }) => said && expect).length;
  return {
    precision: right / verdicts.filter(({ said }) => said).length,
    recall: right / verdicts.filter(({ expect }) => expect).length,
  };
};

/** A mark of the lines the weights come from. */
export const examplesDigest = (): string =>
  createHash('sha256')
    .update(readFileSync(UNDERTAKING_EXAMPLES, 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex')
    .slice(0, 16);

/** The file's text, from the labelled lines. */
export const callBackWeights = (lines: readonly LabelledUndertaking[]): string =>
  `${JSON.stringify({ lines: examplesDigest(), ...fitCallBack(lines.map(callBackExample)) })}\n`;
