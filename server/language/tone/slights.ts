/**
 * What a reply does to the customer, in civil words or not: it blames them (您自己没看清), mocks them, hurries them (赶紧拍了吧),
 * threatens that things get worse (闹大了对您没好处), puts the fault on others (快递的锅，我们也没办法), or begs for a good review. One
 * small linear classifier a kind hears it over the words of one bubble or clause (`npm run train`); the labelled lines are
 * `tests/language/lines/slight-train.jsonl`.
 */
import { Features } from '#language/classifier/features.ts';
import type { OwnWeights } from '#language/classifier/own-weights.ts';
import { partsOf } from '#language/classifier/parts.ts';
import type { Reading } from '#language/reading/clause.ts';
import { SLIGHTED, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { SLIGHTS, type Slight, type SlightKind } from '#language/terms/verdicts.ts';
import { withoutGoodsNames } from '#language/whole-reply/goods-names.ts';
import WEIGHTS from './slights.json' with { type: 'json' };

/** A kind that nothing was learned of yet is heard nowhere: the weights of the others are needed to learn it. */
const UNLEARNED: OwnWeights = { bias: Number.NEGATIVE_INFINITY, scale: 0, buckets: [], weights: [] };
const LEARNED: Partial<Readonly<Record<SlightKind, OwnWeights>>> = WEIGHTS.kinds;
const weightsOf = (kind: SlightKind): OwnWeights => LEARNED[kind] ?? UNLEARNED;

/** The weights of all kinds side by side, a row for each bucket that any of them has: one look-up finds them all. */
const rowsOf = (): { rowOf: ReadonlyMap<number, number>; table: Float32Array } => {
  const buckets = [...new Set(SLIGHTS.flatMap((kind) => weightsOf(kind).buckets))];
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const table = new Float32Array(buckets.length * SLIGHTS.length);
  for (const [column, kind] of SLIGHTS.entries()) {
    const { scale, weights, buckets: own } = weightsOf(kind);
    for (const [at, bucket] of own.entries())
      table[(rowOf.get(bucket) ?? 0) * SLIGHTS.length + column] = (weights[at] ?? 0) * scale;
  }
  return { rowOf, table };
};
const { rowOf: ROW_OF, table: TABLE } = rowsOf();
/** Scratch, emptied for every part. */
const FEATURES = new Features();
const SUMS = new Float64Array(SLIGHTS.length);
const COUNTS = new Uint16Array(SLIGHTS.length);

/** Fills `features` with what tells a slight in the text of one bubble or clause. */
export const addSlightFeatures = (features: Features, text: string): void => {
  features.clear();
  features.addGrams(text);
};

/** The likeliest kind in the text of one bubble or clause, with its chance (0–1). */
const likeliestIn = (text: string): { kind: SlightKind; chance: number } => {
  addSlightFeatures(FEATURES, text);
  SUMS.fill(0);
  COUNTS.fill(0);
  for (let at = 0; at < FEATURES.count; at++) {
    const row = ROW_OF.get(FEATURES.ids[at] as number);
    if (row === undefined) continue;
    for (let column = 0; column < SLIGHTS.length; column++) {
      const weight = TABLE[row * SLIGHTS.length + column] as number;
      if (weight === 0) continue;
      SUMS[column] = (SUMS[column] as number) + weight;
      COUNTS[column] = (COUNTS[column] as number) + 1;
    }
  }
  let likeliest = { kind: SLIGHTS[0] as SlightKind, chance: 0 };
  for (const [column, kind] of SLIGHTS.entries()) {
    const chance =
      1 / (1 + Math.exp(-(weightsOf(kind).bias + (SUMS[column] as number) / Math.sqrt(COUNTS[column] || 1))));
    if (chance > likeliest.chance) likeliest = { kind, chance };
  }
  return likeliest;
};

/** Characters of 的话 right before, which may stand in another part of the reply. */
const CONDITION_CHARS = 2;
/** 要赶就现在拍, 手机快没电的话现在就付更稳妥: advice to who is in a hurry of their own hurries nobody (RULES T215). */
const ON_A_CONDITION = /^(?:[您你])?(?:那|要是|如果|要|真|想)*(?:赶|急|着急)(?:着|用|的话)?|的话/;

/** 收件地址、姓名电话发在这里, 收件人写她的名字: whoever is asked for their own data is told nobody's (RULES T226). */
const ASKS_FOR_OWN = /(?:发|报|写|填|留)(?:给|在|到|来)?(?:我|这|一下|过来)|(?:收[件货]人|备注)[^,。]{0,2}[写填留]/;

/** 满意再拍，不满意咱不将就: what leaves the choice to them presses nobody (RULES T227). */
const LEAVES_FREE =
  /(?:满意|合适|合意|喜欢|想好|看好)了?(?:再|就)(?:现在|点[^,。]{0,3})?(?:拍|付|定|买|说)|不(?:将就|勉强|强求)|(?:买|拍|要)不(?:买|拍|要)[都随]/;

/** 碎的别扔先拍了再说: what is to be kept and photographed isn't to be bought (RULES T241). */
const PHOTOGRAPHS = /(?:别[扔丢拆动吃用洗]|留着|[碎坏烂破裂漏])[^,。]{0,6}拍/;

/**
 * Of each kind the part of a reply that is likeliest one, if it is likely enough (`VERDICT_THRESHOLDS.slight`). Offsets are the reading's;
 * `goodsNames`, folded, accuse nobody.
 */
export const slightsIn = (reading: Reading, goodsNames: readonly string[] = []): Slight[] => {
  const { clauses } = reading;
  const worst = new Map<SlightKind, Slight>();
  for (const { text: words, start, end } of partsOf(reading)) {
    const text = withoutGoodsNames(words, goodsNames);
    if (text.length < SLIGHTED.chars) continue;
    const { kind, chance } = likeliestIn(text);
    // 水箱那头没再漏水吧 asks about the goods: of a question only the clearest reproach counts.
    const isAsking = clauses.some((clause) => clause.isQuestion && clause.start < end && start < clause.end);
    if (
      chance < (isAsking ? SLIGHTED.asking : VERDICT_THRESHOLDS.slight.doubt) ||
      chance <= (worst.get(kind)?.chance ?? 0)
    )
      continue;
    const lead = reading.text.slice(Math.max(0, start - CONDITION_CHARS), end);
    if (kind === 'leaks' && ASKS_FOR_OWN.test(text)) continue;
    if ((kind === 'pressures' || kind === 'hurries') && (LEAVES_FREE.test(text) || PHOTOGRAPHS.test(text))) continue;
    if (kind === 'hurries' && (ON_A_CONDITION.test(text) || lead.startsWith('的话'))) continue;
    worst.set(kind, { kind, chance, start, end });
  }
  return [...worst.values()].sort((a, b) => b.chance - a.chance);
};
