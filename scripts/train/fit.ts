/** Logistic regression by AdaGrad with a seeded order: the same lines and seed give the same weights on every machine. */

/** `features`: bucket ids, each counting once. `labels`: indices of the outputs that are right. `weight`: 1 unless told. `unknown`: outputs nothing is learned of. `chances`: what every output shall say, in place of the labels. */
export type Example = {
  features: Int32Array;
  labels: readonly number[];
  weight?: number;
  unknown?: readonly number[];
  chances?: Float64Array;
};

export type FitOptions = {
  outputs: number;
  /** `one`: one output is right (softmax); `each`: every output is a yes or no of its own (sigmoid). */
  kind: 'one' | 'each';
  epochs: number;
  rate: number;
  /** The movement each weight starts with in AdaGrad: the larger it is, the less a word seen once counts. */
  inertia: number;
  /** L2 penalty per step. */
  decay: number;
  seed: number;
  buckets: number;
  /** Weights to begin with; without them every weight begins at 0. */
  from?: Fitted;
  /** What every output says of a text of unknown words, before the logistic function; without it, it is learned. */
  bias?: number;
};

/** Weights as rows of `outputs` per bucket, and one bias per output. */
export type Fitted = { weights: Float64Array; bias: Float64Array };

export const fitWeights = (examples: readonly Example[], options: FitOptions): Fitted => {
  const { outputs, buckets, epochs, rate, inertia, decay } = options;
  const weights = options.from?.weights.slice() ?? new Float64Array(buckets * outputs);
  const speed = new Float64Array(buckets * outputs).fill(inertia);
  const bias = options.from?.bias.slice() ?? new Float64Array(outputs).fill(options.bias ?? 0);
  const biasSpeed = new Float64Array(outputs).fill(options.from ? inertia : 1e-8);
  const order = examples.map((_, index) => index);
  const random = seeded(options.seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const chances = chancesOf(example.features, { weights, bias }, options);
      const scale = scaleOf(example.features.length);
      for (let output = 0; output < outputs; output++) {
        if (example.unknown?.includes(output)) continue;
        const wanted = example.chances?.[output] ?? (example.labels.includes(output) ? 1 : 0);
        const error = ((chances[output] ?? 0) - wanted) * (example.weight ?? 1);
        if (Math.abs(error) < 1e-4) continue;
        biasSpeed[output] = (biasSpeed[output] ?? 0) + error * error;
        if (options.bias === undefined)
          bias[output] = (bias[output] ?? 0) - (rate * error) / Math.sqrt(biasSpeed[output] ?? 1);
        for (const feature of example.features) {
          const index = feature * outputs + output;
          const slope = error * scale + decay * ((weights[index] ?? 0) - (options.from?.weights[index] ?? 0));
          speed[index] = (speed[index] ?? 0) + slope * slope;
          weights[index] = (weights[index] ?? 0) - (rate * slope) / Math.sqrt(speed[index] ?? 1);
        }
      }
    }
  }
  return { weights, bias };
};

/** The mean of several fits: with few lines the result of one fit depends on its random order. */
export const averaged = (fits: readonly Fitted[]): Fitted => {
  const mean = (part: (fit: Fitted) => Float64Array): Float64Array => {
    const sum = new Float64Array(fits[0] ? part(fits[0]).length : 0);
    for (const fit of fits)
      for (const [at, value] of part(fit).entries()) sum[at] = (sum[at] ?? 0) + value / fits.length;
    return sum;
  };
  return { weights: mean(({ weights }) => weights), bias: mean(({ bias }) => bias) };
};

/** Divides by the root of the number of features: a long text has more features, and that alone must not make it more certain. */
export const scaleOf = (features: number): number => {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
};

/** Chances of every output for one text. */
export const chancesOf = (
  features: Int32Array,
  { weights, bias }: Fitted,
  { outputs, kind }: Pick<FitOptions, 'outputs' | 'kind'>,
): Float64Array => {
  const sums = new Float64Array(outputs);
  for (const feature of features)
    for (let output = 0; output < outputs; output++)
      sums[output] = (sums[output] ?? 0) + (weights[feature * outputs + output] ?? 0);
  const scale = scaleOf(features.length);
  for (let output = 0; output < outputs; output++) sums[output] = (sums[output] ?? 0) * scale + (bias[output] ?? 0);
  if (kind === 'each') return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

const shuffle = (order: number[], random: () => number): void => {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
};

/** mulberry32: small, and the same everywhere. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * The examples without features heard in fewer than `least` of them: those are chance, and would only make the file
 * big.
 */
export const withoutRare = (examples: readonly Example[], least: number): Example[] => {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return examples.map((example) => ({
    ...example,
    features: example.features.filter((feature) => (counts.get(feature) ?? 0) >= least),
  }));
};

/** The examples with only the `most` features of the largest weights: with all of them the file would be three times as big. */
export const keepTopFeatures = (
  examples: readonly Example[],
  { weights }: Fitted,
  outputs: number,
  most: number,
): readonly Example[] => {
  const worth = new Float64Array(weights.length / outputs);
  for (let index = 0; index < weights.length; index++) {
    const bucket = Math.floor(index / outputs);
    worth[bucket] = Math.max(worth[bucket] ?? 0, Math.abs(weights[index] ?? 0));
  }
  const least = Float64Array.from(worth).sort().at(-most) ?? 0;
  if (least === 0) return examples;
  return examples.map((example) => ({
    ...example,
    features: example.features.filter((feature) => (worth[feature] ?? 0) >= least),
  }));
};

/**
 * Each example whole, and `copies` times with a part of its features left out: the rest must tell by itself, so that a
 * text of unknown words is judged by its manner. `only`: the examples to copy.
 */
export const withFeatureDropout = (
  examples: readonly Example[],
  { copies, kept, seed }: { copies: number; kept: number; seed: number },
  only: (example: Example) => boolean = () => true,
): Example[] => {
  const random = seeded(seed);
  return examples.flatMap((example) => [
    example,
    ...Array.from({ length: only(example) ? copies : 0 }, () => ({
      ...example,
      features: example.features.filter(() => random() < kept),
    })),
  ]);
};
