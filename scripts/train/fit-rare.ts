/** Fits one rare manner against plain talk, for classifiers with weights in a file of their own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUCKETS } from '#language/classifier/features.ts';
import { averaged, type Example, fitWeights, keepTopFeatures, withFeatureDropout, withoutRare } from './fit.ts';
import { type KeptWeights, keptWeights } from './kept-weights.ts';

const OUTPUTS = { outputs: 1, kind: 'each' } as const;
const HOW = { epochs: 12, rate: 1, inertia: 1e-3, decay: 1e-5, buckets: BUCKETS, ...OUTPUTS };
const SEEDS = [1, 2, 3];

/**
 * `least`: examples a feature must occur in; `most`: features kept; `copies`: copies of each example of the manner with
 * a part of its features left out, of which the share `kept` (0–1) remains.
 */
export type RareOptions = { least: number; most: number; copies: number; kept: number; bias?: number };

/** The weights that tell the examples with a label from those without. The same examples give the same weights. */
export const fitRare = (
  examples: readonly Example[],
  { least, most, copies, kept, bias }: RareOptions,
): KeptWeights => {
  const common = withoutRare(examples, least);
  const isLabelled = ({ labels }: Example): boolean => labels.length > 0;
  const weightsOf = (learned: readonly Example[]) =>
    averaged(
      SEEDS.map((seed) =>
        fitWeights(withFeatureDropout(learned, { copies, kept, seed: 1 }, isLabelled), {
          ...HOW,
          seed,
          ...(bias !== undefined && { bias }),
        }),
      ),
    );
  return keptWeights(weightsOf(keepTopFeatures(common, weightsOf(common), OUTPUTS.outputs, most)));
};

/** A mark of a file of labelled lines, kept with the weights they gave. */
export const fileDigest = (file: string): string =>
  createHash('sha256').update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
