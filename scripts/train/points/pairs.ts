/**
 * Which characters stand for which in other words of the same fact (掏 for 付, 邮 for 运), learned from wordings of one point
 * and from replies that say it: IBM's first model in both directions, the smaller of the two chances kept.
 */
import { writeFileSync } from 'node:fs';
import { charWeight } from '#language/points/wordings/text-units.ts';
import { contentOf } from '#language/points/wordings/wording.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { loadLibrary } from '#library/load.ts';
import { contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { trainingExamples } from './material.ts';

type Pair = readonly [from: readonly string[], to: readonly string[]];

const ROUNDS = 8;
const MIN_SEEN = 4;
const MIN_CHANCE = 0.03;
/** If either text has more characters of its own than this, the two hardly say the same fact. */
const MAX_OWN = 14;
const NOTHING = '';

const contentIn = (text: string): string => {
  const reading = readText(normalise(text).text);
  return reading.clauses.map((clause, index) => contentOf(reading, clause, index).text).join('');
};

/** The characters that one text has and the other doesn't; null if the two are hardly one fact in two wordings. */
const apart = (a: string, b: string): Pair | null => {
  const [first, other] = [new Set(contentIn(a)), new Set(contentIn(b))];
  const from = [...first].filter((char) => !other.has(char) && charWeight(char.charCodeAt(0)) > 0.15);
  const to = [...other].filter((char) => !first.has(char) && charWeight(char.charCodeAt(0)) > 0.15);
  const shared = [...first].filter((char) => other.has(char)).length;
  if (from.length === 0 || to.length === 0 || from.length > MAX_OWN || to.length > MAX_OWN) return null;
  return shared >= 1 ? [from, to] : null;
};

/** Chances of `to` given `from`, by IBM's first model. */
const translate = (pairs: readonly Pair[]): Map<string, Map<string, number>> => {
  const chance = new Map<string, Map<string, number>>();
  for (const [from, to] of pairs)
    for (const a of [...from, NOTHING])
      for (const b of to) {
        const own = chance.get(a) ?? new Map<string, number>();
        chance.set(a, own);
        own.set(b, 1);
      }
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<string, Map<string, number>>();
    for (const [from, to] of pairs) {
      const all = [...from, NOTHING];
      for (const b of to) {
        const total = all.reduce((sum, a) => sum + (chance.get(a)?.get(b) ?? 0), 0);
        for (const a of all) {
          const own = counts.get(a) ?? new Map<string, number>();
          counts.set(a, own);
          own.set(b, (own.get(b) ?? 0) + (chance.get(a)?.get(b) ?? 0) / total);
        }
      }
    }
    for (const [a, own] of counts) {
      const total = [...own.values()].reduce((sum, weight) => sum + weight, 0);
      chance.set(a, new Map([...own].map(([b, count]) => [b, count / total])));
    }
  }
  return chance;
};

/** The table: a character and those that stand for it, with how surely. */
export const wordPairs = (texts: readonly (readonly [string, string])[]): Record<string, string> => {
  const pairs = texts.map(([a, b]) => apart(a, b)).filter((pair) => pair !== null);
  const there = translate(pairs);
  const back = translate(pairs.map(([from, to]): Pair => [to, from]));
  const seen = new Map<string, number>();
  for (const [from, to] of pairs) for (const a of from) for (const b of to) seen.set(a + b, (seen.get(a + b) ?? 0) + 1);
  const table: Record<string, string> = {};
  for (const [a, own] of [...there].sort(([x], [y]) => (x < y ? -1 : 1))) {
    if (a === NOTHING) continue;
    const kept = [...own]
      .map(
        ([b, chance]) =>
          [
            b,
            Math.min(chance, back.get(b)?.get(a) ?? 0) ** 0.5 * Math.max(chance, back.get(b)?.get(a) ?? 0) ** 0.5,
          ] as const,
      )
      .filter(([b, chance]) => chance >= MIN_CHANCE && (seen.get(a + b) ?? 0) >= MIN_SEEN)
      .sort(([x, p], [y, q]) => q - p || (x < y ? -1 : 1));
    if (kept.length > 0) table[a] = kept.map(([b]) => b).join('');
  }
  return table;
};

const FILE = 'server/language/points/wordings/word-pairs.json';
/** Wordings further apart in a list than this were mostly not written together. */
const NEIGHBOURS = 4;
const LONGEST_CLAUSE = 24;

/**
 * Learns the pairs from the wordings of cases and labelled lines, and from clauses that share characters with a
 * wording, and writes them.
 */
export const writeWordPairs = (): void => {
  const texts: [string, string][] = [];
  const together = (wordings: readonly string[]): void => {
    wordings.forEach((wording, index) => {
      wordings.forEach((other, place) => {
        if (index !== place && Math.abs(index - place) <= NEIGHBOURS) texts.push([wording, other]);
      });
    });
  };
  for (const { points } of contextsOf(loadLibrary('scenarios').library))
    for (const { says, also } of points) together([says, ...(also ?? [])]);
  const seen = new Set<string>();
  for (const { points, reply, expect } of trainingExamples().filter(({ task }) => task === 'points'))
    for (const { id, says, also } of points) {
      const wordings = [says, ...(also ?? [])];
      if (!seen.has(wordings.join())) together(wordings);
      seen.add(wordings.join());
      if (!expect.covered.includes(id)) continue;
      for (const clause of reply.split(/[\n，,。！!；;~～]/))
        for (const wording of wordings)
          if (clause.length <= LONGEST_CLAUSE && sharedIn(wording, clause) >= 2)
            texts.push([wording, clause], [clause, wording]);
    }
  const table = wordPairs(texts);
  writeFileSync(FILE, `${JSON.stringify(table).replaceAll('","', '",\n"')}\n`);
};

const sharedIn = (a: string, b: string): number => {
  const own = new Set(a);
  return [...new Set(b)].filter((char) => own.has(char)).length;
};
