/** What a text is about, as weights: its characters, pairs, concepts, and the topics service asks about (`topics.json`). */
import { bigramId, charId, charWeight } from '#language/points/wordings/text-units.ts';
import { contentOf } from '#language/points/wordings/wording.ts';
import type { Reading } from '#language/reading/clause.ts';
import TOPICS from './topics.json' with { type: 'json' };

export type Weights = ReadonlyMap<number, number>;
export type TextWeights = { readonly units: Weights; readonly topics: Weights };

/** Of characters, pairs of them and concepts beside each other, and of a topic's word that is a single character. */
const WEIGHT = { character: 0.8, pair: 1, concept: 1.2, shortWord: 0.6 };
/** Question characters: they occur in questions on any topic, so they tell nothing about it. */
const QUESTION_CHARACTERS = new Set([...'什啥哪谁怎几多少何咋'].map((char) => char.charCodeAt(0)));
/** The topics each word names (six characters at most); a word that names several weighs less for each. */
const MAX_LENGTH = 6;
const TOPICS_BY_WORD = new Map<string, number[]>();
for (const [topic, line] of TOPICS.entries())
  for (const word of line.slice(line.indexOf(': ') + 2).split(' '))
    TOPICS_BY_WORD.set(word, [...(TOPICS_BY_WORD.get(word) ?? []), topic]);
const STARTS = new Set([...TOPICS_BY_WORD.keys()].map((word) => word.charAt(0)));

/** The weights of the clauses with these indices. */
export const weightsOf = (reading: Reading, indices: Iterable<number>): TextWeights => {
  const units = new Map<number, number>();
  const topics = new Map<number, number>();
  const addWeight = (map: Map<number, number>, id: number, weight: number) =>
    map.set(id, Math.max(weight, map.get(id) ?? 0));
  for (const index of indices) {
    const clause = reading.clauses[index];
    if (!clause) continue;
    const { text } = contentOf(reading, clause, index);
    for (let i = 0, previous = 0; i < text.length; i++) {
      const charCode = text.charCodeAt(i);
      if (!QUESTION_CHARACTERS.has(charCode))
        addWeight(units, charId(charCode), WEIGHT.character * charWeight(charCode));
      if (previous > 0)
        addWeight(
          units,
          bigramId(previous, charCode),
          (WEIGHT.pair * (charWeight(previous) + charWeight(charCode))) / 2,
        );
      previous = charCode;
    }
    for (const token of reading.tokens)
      if (token.clauseIndex === index) addWeight(units, token.id, WEIGHT.concept * token.weight);
    for (let i = clause.start; i < clause.end; i++)
      for (let end = i + 1; STARTS.has(reading.text.charAt(i)) && end <= Math.min(clause.end, i + MAX_LENGTH); end++) {
        const topicIds = TOPICS_BY_WORD.get(reading.text.slice(i, end)) ?? [];
        for (const topic of topicIds)
          addWeight(topics, topic, (end - i > 1 ? 1 : WEIGHT.shortWord) / Math.sqrt(topicIds.length));
      }
  }
  return { units, topics };
};

/** The sum of those weights of `first` whose ids `second` has too. */
export const sharedWeight = (first: Weights, second: Weights): number => {
  let sum = 0;
  for (const [id, weight] of first) if (second.has(id)) sum += weight;
  return sum;
};

/** The cosine of two sets of weights, 0–1. */
export const cosine = (first: Weights, second: Weights): number => {
  let dot = 0;
  for (const [id, weight] of first) dot += weight * (second.get(id) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(squareSum(first) * squareSum(second));
};

const SQUARED = new WeakMap<Weights, number>();
const squareSum = (weights: Weights): number => {
  let sum = SQUARED.get(weights) ?? 0;
  if (sum > 0) return sum;
  for (const weight of weights.values()) sum += weight * weight;
  SQUARED.set(weights, sum);
  return sum;
};
