import { expect, test } from 'vitest';
import { WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { BUCKETS, Features } from '#language/classifier/features.ts';
import WEIGHTS from '#language/classifier/weights.json' with { type: 'json' };
import { trainingMaterial } from '#scripts/train/examples.ts';
import { keepTopFeatures, seeded, withFeatureDropout } from '#scripts/train/fit.ts';

test('the weights were trained on the lines in this folder (npm run train writes them anew)', () => {
  expect(WEIGHTS.lines).toBe(trainingMaterial().digest);
});

test('no blind or keyed line is read for training', () => {
  expect(trainingMaterial().lines.filter(({ id }) => /^(?:blind|keyed)-/.test(id))).toEqual([]);
});

test('the features with the greatest weights are kept, in every example', () => {
  const examples = [{ features: Int32Array.of(0, 1, 2), labels: [0] }];
  const weights = Float64Array.of(0.1, -0.2, 3, 0, 0, -2);
  const [kept] = keepTopFeatures(examples, { weights, bias: new Float64Array(2) }, 2, 2);
  expect([...(kept?.features ?? [])]).toEqual([1, 2]);
});

test('examples with gaps are made for the chosen labels, and are the same each time', () => {
  const examples = [0, 1].map((label) => ({
    features: Int32Array.from({ length: 40 }, (_, at) => at),
    labels: [label],
  }));
  const made = () =>
    withFeatureDropout(examples, { copies: 2, kept: 0.5, seed: 3 }, ({ labels }) => labels.includes(1));
  expect(made()).toEqual(made());
  expect(made().map(({ labels }) => labels[0])).toEqual([0, 1, 1, 1]);
  expect(made()[2]?.features.length).toBeLessThan(40);
  expect(seeded(3)()).toBe(seeded(3)());
});

test('a bucket keeps its place however many stand before it', () => {
  expect(WEIGHTED_BUCKETS.countBefore).toEqual(WEIGHTED_BUCKETS.countBefore.toSorted());
  const bits = new Int32Array(BUCKETS / 32).fill(-1);
  const all = new Features({ bits, countBefore: Uint32Array.from(bits, (_, group) => 32 * group) });
  const own = new Features();
  for (const features of [all, own]) features.addGrams('后面的桶也要找得到');
  expect(all.ids.slice(0, all.count)).toEqual(own.ids.slice(0, own.count));
});
