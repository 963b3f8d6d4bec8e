/** Which of the things a customer knows a reply asks for: each clause that asks is compared with what the fact is about. */
import { wantedKindsIn } from '#language/points/wordings/question-context.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { isToldBack } from '#language/reading/embedded.ts';
import { folded } from '#language/reading/folded.ts';
import { SIMILARITY_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { askingFeatures } from './asking.ts';
import { isAddressed } from './outright.ts';
import { cosine, sharedWeight, type TextWeights, type Weights, weightsOf } from './text-weights.ts';
import WEIGHTS from './weights.json' with { type: 'json' };

/** A fact to ask the customer for: what the customer will say, and example questions that ask for it. */
export type AskableFact = {
  readonly id: string;
  readonly says: string;
  readonly asks: readonly string[];
  /** Nothing in the case wants it (RULES T71): it never changes how another fact is heard. */
  readonly isSide?: boolean;
};
export type RequestDetectors = readonly {
  readonly id: string;
  readonly isSide: boolean;
  readonly askTexts: readonly string[];
  readonly asks: readonly (TextWeights & { total: number })[];
  /** All the example questions together: a topic that several of them name weighs more. */
  readonly together: TextWeights;
  readonly says: TextWeights & { kinds: ReadonlySet<string> };
}[];
/** `named`: asked in the very words of an example question; `aside`: the same words likelier ask for a side fact. */
export type Asked = { id: string; chance: number; named: boolean; aside?: true; start: number; end: number };

/** Made once for a case. Never throws. */
export const compileRequestDetectors = (facts: readonly AskableFact[]): RequestDetectors => {
  const weightsOfAll = (reading: Reading): TextWeights => weightsOf(reading, reading.clauses.keys());
  return facts.map((fact) => {
    const asks = fact.asks.map((text) => weightsOfAll(readText(folded(text))));
    const topics = new Map<number, number>();
    for (const ask of asks) for (const [id, weight] of ask.topics) topics.set(id, weight + (topics.get(id) ?? 0));
    const units = new Map(asks.flatMap((ask) => [...ask.units]));
    const answerReading = readText(folded(fact.says));
    const says = { ...weightsOfAll(answerReading), kinds: new Set(answerReading.values.map(({ kind }) => kind)) };
    return {
      id: fact.id,
      isSide: fact.isSide ?? false,
      askTexts: fact.asks.map(folded),
      asks: asks.map((ask) => ({ ...ask, total: sumOf(ask.units) })),
      together: { units, topics },
      says,
    };
  });
};

const sumOf = (units: Weights): number =>
  Math.max(
    0.5,
    [...units.values()].reduce((sum, weight) => sum + weight, 0),
  );
/** The places in a row of the figure that tells how surely the clause asks, its likeness to one example, the share of one it has. */
const [MANNER_COLUMN, LIKENESS_COLUMN, SHARE_COLUMN] = [14, 15, 16];

/**
 * Whether a clause that asks, asks for a side fact: the less sure the weights are, the more it must be like an example and have of it.
 * What they learned of wanted facts alone hears 给好评了吗 as 给谁买的. Each row: least chance, likeness, share.
 */
const SIDE_FACT_LEASTS = [
  [0.9, 0, 0],
  [0.85, 0.2, 0],
  [0.6, 0.4, 0],
  [0.3, 0.6, 0.5],
  [0.1, 0.6, 0.9],
] as const;
const isSideAsked = (chance: number, row: readonly number[]): boolean => {
  const [likeness = 0, share = 0] = [row[LIKENESS_COLUMN], row[SHARE_COLUMN]];
  return SIDE_FACT_LEASTS.some(([sure, like, has]) => chance >= sure && likeness >= like && share >= has);
};

/** For each fact a row of figures on one clause: manner, likeness, likeness × how surely it asks; null where it asks nothing. */
export const featureRowsOf = (
  reading: Reading,
  index: number,
  detectors: RequestDetectors,
  chance: number,
): number[][] | null => {
  const manner = askingFeatures(reading, index, chance);
  const askingChance = manner.at(-1) ?? 0;
  const clause = reading.clauses[index];
  if (askingChance < SIMILARITY_THRESHOLDS.asked || detectors.length === 0 || !clause) return null;
  const { units, topics } = weightsOf(reading, [index]);
  const wantedKinds = wantedKindsIn(reading.text.slice(clause.start, clause.end));
  const total = sumOf(units);
  const likenesses = detectors.map((fact) => Math.max(...fact.asks.map((ask) => cosine(units, ask.units))));
  const topicLikenesses = detectors.map(({ together }) => cosine(topics, together.topics));
  return detectors.map((fact, index) => {
    const bestOther = (figures: readonly number[]): number =>
      Math.max(0, ...figures.filter((_, i) => i !== index && (fact.isSide ? true : detectors[i]?.isSide === false)));
    const [best = 0, topic = 0, shared] = [
      likenesses[index],
      topicLikenesses[index],
      sharedWeight(units, fact.together.units),
    ];
    const sharedAnswer = Math.min(sharedWeight(units, fact.says.units), 4) / 4;
    const kind = Number(
      [...wantedKinds].some(
        (kind) => fact.says.kinds.has(kind) || (kind === 'measure' && fact.says.kinds.has('number')),
      ),
    );
    const covered = Math.max(...fact.asks.map((ask) => sharedWeight(ask.units, units) / ask.total));
    const named = Math.max(...fact.asks.map((ask) => cosine(topics, ask.topics)));
    const apart = [best - bestOther(likenesses), topic - bestOther(topicLikenesses)];
    const says = [
      cosine(units, fact.says.units),
      cosine(topics, fact.says.topics),
      sharedAnswer,
      kind,
      kind * sharedAnswer,
    ];
    const part = shared / total;
    const likeness = [best, covered, part, Math.min(shared, 4) / 4, best * part, topic, named, ...apart, ...says];
    return [...manner, ...likeness, ...likeness.map((feature) => feature * askingChance), 1];
  });
};

const chanceOf = (features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, feature, column) => sum + feature * (WEIGHTS[column] ?? 0), 0)));

/** The facts asked for, each with the clause most likely to ask for it; `chances`: for each clause, that it asks something. */
export const askedIn = (reading: Reading, detectors: RequestDetectors, chances: ArrayLike<number>): Asked[] => {
  const found = new Map<string, Asked>();
  reading.clauses.forEach(({ start, end }, index) => {
    const clauseText = reading.text.slice(start, end);
    const asked = (featureRowsOf(reading, index, detectors, chances[index] ?? 0) ?? []).flatMap((row, factIndex) => {
      const { id, isSide, askTexts } = detectors[factIndex] as RequestDetectors[number];
      const asksChance = row[MANNER_COLUMN] as number;
      const { named, told, sideAsks } = VERDICT_THRESHOLDS.asked;
      const namedAt = firstPlace(clauseText, askTexts);
      const isNamed = asksChance >= (isSide ? sideAsks : named) && namedAt >= 0;
      const chance = Math.max(chanceOf(row), Number(isNamed));
      // 把支付密码换掉 tells the customer what to do. A side fact out of place irritates, one that isn't told costs nothing.
      const isHeard = isSide ? asksChance >= sideAsks && (isNamed || isSideAsked(chance, row)) : chance >= told;
      const item = isNamed ? itemAt(clauseText, namedAt) : null;
      return isHeard ? [{ id, isSide, item, chance, named: isNamed, start, end }] : [];
    });
    for (const { isSide: _, item: __, ...ask } of withOneSide(asked))
      found.set(ask.id, likelier(reading, found.get(ask.id), ask));
  });
  return [...found.values()];
};

/**
 * The likelier of two clauses that ask for one thing, in the place of the one put to the customer: of 看几个人吃：3L是259元，您家几口人
 * the last is the question (RULES Q93).
 */
const likelier = ({ text }: Reading, known: Asked | undefined, ask: Asked): Asked => {
  if (known === undefined) return ask;
  const [likeliest, other] = ask.chance > known.chance ? [ask, known] : [known, ask];
  const isPut = ({ start, end }: Asked): boolean => isAddressed(text, start, end);
  const { start, end } = isPut(likeliest) || !isPut(other) ? likeliest : other;
  return { ...likeliest, start, end };
};

/** Where the first of these words stands in a clause; -1: none does. */
const firstPlace = (clauseText: string, words: readonly string[]): number =>
  clauseText.indexOf(words.find((word) => clauseText.includes(word)) ?? '\0');

/** In which item of a list a place of the clause lies: 哪天用、寄哪个省 has two. */
const itemAt = (clauseText: string, place: number): number => clauseText.slice(0, place).split('、').length;

/**
 * Of what one clause asks for: the facts wanted, and the likeliest side fact, alone where just that is asked by name. Of a
 * list each item that names a side fact of its own asks for it (RULES J207).
 */
const withOneSide = <T extends Asked & { isSide: boolean; item: number | null }>(asked: readonly T[]): readonly T[] => {
  const sides = asked.filter(({ isSide }) => isSide).toSorted((a, b) => b.chance - a.chance);
  const [likeliest] = sides;
  const wanted = asked.filter(({ isSide, named }) => !isSide && (likeliest?.named ? named : true));
  return likeliest === undefined
    ? wanted
    : [
        ...wanted.map((ask) =>
          likeliest.chance - ask.chance >= VERDICT_THRESHOLDS.asked.aside ? { ...ask, aside: true as const } : ask,
        ),
        ...sides.filter(({ item }, index) => index === 0 || (item !== null && isNewItem(sides, item, index))),
      ];
};

/** Whether none of the likelier ones is asked for in that item, nor in one unknown. */
const isNewItem = (asked: readonly { item: number | null }[], item: number, index: number): boolean =>
  asked.slice(0, index).every((other) => other.item !== null && other.item !== item);

/** 换个亮处再拍一张, 重新拍下: a picture of the same thing once more. 下个月再拍 is an order, 不用重拍 spares it. */
const SHOOTS_AGAIN =
  /(?:再|重新?|补|另)(?:给我|帮我|您|来|去|多)?拍(?:[一两几]?[张段]|一?[下遍]|个?(?:照|图|视频|清楚?))|(?:^|麻烦您?|帮忙|请您?)重新?拍(?!单)/;
const SPARES = /(?:不用|不必|不要|甭|别|无需)[^,。!?]{0,4}拍/;
const shootsAgain = (words: string): boolean => SHOOTS_AGAIN.test(words) && !SPARES.test(words);

/** Whether a reply nearly asks for a fact: not clearly enough to be answered, too clearly to count as not asked. */
export const nearlyAsks = (reading: Reading, detectors: RequestDetectors, id: string): boolean => {
  const factIndex = detectors.findIndex((detector) => detector.id === id);
  const detector = detectors[factIndex];
  if (detector === undefined) return false;
  const isPictureAgain = detector.askTexts.some(shootsAgain);
  return reading.clauses.some(({ start, end }, index) => {
    if (isPictureAgain && shootsAgain(reading.text.slice(start, end))) return true;
    const { units } = weightsOf(reading, [index]);
    // 有录屏截图甩我也行 has no asking words, yet holds everything an example question is about.
    if (detector.asks.some((ask) => sharedWeight(ask.units, units) / ask.total >= SIMILARITY_THRESHOLDS.whole))
      return true;
    const row = featureRowsOf(reading, index, detectors, VERDICT_THRESHOLDS.asked.unheard)?.[factIndex];
    return row !== undefined && chanceOf(row) >= VERDICT_THRESHOLDS.asked.doubt;
  });
};

/** Whether the customer has already said most of what they would say when asked. */
export const isToldAlready = (reading: Reading, detectors: RequestDetectors, id: string): boolean => {
  const detector = detectors.find((detector) => detector.id === id);
  const { units } = weightsOf(reading, reading.clauses.keys());
  return detector !== undefined && cosine(units, detector.says.units) >= VERDICT_THRESHOLDS.asked.toldAlready;
};

/** The `words` that a clause which asks contains: the trainee asks by name for something the customer has told. */
export const namedIn = (reading: Reading, words: readonly string[], chances: ArrayLike<number>): Asked[] => {
  return words.flatMap((id) => {
    for (const [index, { start, end }] of reading.clauses.entries()) {
      const offset = reading.text.slice(start, end).indexOf(folded(id));
      // 看到您刚才问敏感肌能不能用: their own question told back asks nobody (RULES M49).
      const isTold = isToldBack(reading.text.slice(start, end + 1), reading.text.slice(start, start + offset));
      const chance = offset < 0 || isTold ? 0 : (askingFeatures(reading, index, chances[index] ?? 0).at(-1) ?? 0);
      if (chance >= VERDICT_THRESHOLDS.asked.named)
        return [{ id, chance, named: true, start: start + offset, end: start + offset + id.length }];
    }
    return [];
  });
};
