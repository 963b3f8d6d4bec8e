/** What the shipped cases take for an answer, for tests that nobody is shown it before their report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContentData, Question, Scenario } from '#engine/model/content.ts';
import { library } from '#tests/support/library.ts';

/** Parts of good replies by case, beat and point, as `npm run scenarios:exemplars` writes them. */
const exemplarsFile = z.record(
  z.string(),
  z.looseObject({ found: z.record(z.string(), z.record(z.string(), z.array(z.string()))) }),
);
const EXEMPLARS = join(import.meta.dirname, '../../scenarios/exemplars.json');

/** Shorter ones (运费店铺出) are words of the trade, and anybody's page may hold them. */
export const MIN_CHARACTERS = 8;

const wordingsOf = ({ points, model }: Question): string[] => [
  ...(model === null ? [] : [model]),
  ...points.flatMap((point) => [
    point.says,
    ...(point.also ?? []),
    ...(point.contradicts ?? []),
    ...(point.wrongs ?? []).flatMap(({ says }) => says),
    ...(point.examples?.yes ?? []),
    ...(point.examples?.no ?? []),
    ...(point.exemplars ?? []),
  ]),
];

const wordings = ({ beats, customer }: Scenario): string[] => [
  ...beats.flatMap(({ asks }) => asks.flatMap(wordingsOf)),
  ...customer.knows.flatMap(({ model }) => model ?? []),
];

/** What a shop shows every visitor: its cards, goods and quick replies. An answer that only repeats one of them gives nothing away. */
const shownIn = ({ shops }: Pick<ContentData, 'shops'>): string =>
  shops
    .flatMap(({ policies, products, quickReplies, authority }) => [
      ...policies.flatMap(({ title, text }) => [title, text]),
      ...products.flatMap(({ facts, doubts }) => [...facts, ...doubts.flatMap(({ asks, answer }) => [asks, answer])]),
      ...quickReplies.flatMap(({ title, text }) => [title, text]),
      ...authority.map(({ text }) => text),
    ])
    .join('\n');

/** Every answer of the shipped cases, right or wrong, of so many characters, and the case it is of. */
export const answerWords = (): Map<string, string> => {
  const shown = shownIn({ shops: [...library.shops.values()] });
  const found = new Map<string, string>();
  const add = (id: string, texts: readonly string[]): void => {
    for (const text of texts.map((one) => one.trim()))
      if (text.length >= MIN_CHARACTERS && !shown.includes(text)) found.set(text, id);
  };
  for (const scenario of library.scenarios.values()) add(scenario.id, wordings(scenario));
  for (const [id, plan] of library.testplans)
    for (const { replies } of ['model', 'second-model', 'good'].flatMap((name) => plan[name] ?? []))
      add(
        id,
        replies.flatMap(({ say }) => say.flatMap((one) => ('text' in one ? one.text : []))),
      );
  for (const [id, exemplars] of Object.entries(exemplarsFile.parse(JSON.parse(readFileSync(EXEMPLARS, 'utf8')))))
    add(
      id,
      Object.values(exemplars.found).flatMap((points) => Object.values(points).flat()),
    );
  return found;
};

const indexes = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, readonly string[]>>();

/** The answers by their first characters; made once for each map, as it takes longer than most texts. */
const indexOf = (words: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const known = indexes.get(words);
  if (known !== undefined) return known;
  const byStart = new Map<string, string[]>();
  for (const word of words.keys()) {
    const start = word.slice(0, MIN_CHARACTERS);
    const own = byStart.get(start);
    if (own === undefined) byStart.set(start, [word]);
    else own.push(word);
  }
  indexes.set(words, byStart);
  return byStart;
};

/** Those that stand in the text, each with its case. */
export const answersIn = (words: ReadonlyMap<string, string>, text: string): string[] => {
  const plain = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  // The text is gone through once: looking for each of six thousand answers by itself took half a minute.
  const byStart = indexOf(words);
  const found = new Set<string>();
  for (let at = 0; at + MIN_CHARACTERS <= plain.length; at++)
    for (const word of byStart.get(plain.slice(at, at + MIN_CHARACTERS)) ?? [])
      if (plain.startsWith(word, at)) found.add(word);
  return [...found].map((word) => `${word} (${words.get(word)})`);
};
