/** The sentences of a shop that are true as they stand, and what of them is taken for a wrong answer in its cases. */

import { judgedPoints } from '#language/judge.ts';
import { type ReadReply, readReply } from '#language/reading/read-reply.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { Library } from '#library/load.ts';
import { type Context, contextsOf } from '#scripts/accuracy/invariants/contexts.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** `read`: its text as read, once for all questions it is sent to. */
type Sentence = { from: string; text: string; goods: boolean; read: ReadReply };

/**
 * `row`: case and beat, point, where the sentence stands, and its words that were judged wrong. `own`: the point rests on
 * that very card; `rival`: the words are another figure of the kind asked for.
 */
export type Accused = { row: string; own: boolean; rival: boolean };

const OTHER_FIGURE = '，要点是「';

/** Shorter sentences are left out: 能 and 会有 answer only the doubt beside them. */
const SHORTEST = 4;

/** 不说“少量没事” names what isn't to be said. */
const quotesOthers = (text: string): boolean => /[“「]/.test(text);

const sentencesOf = (library: Library, folder: string): Sentence[] => {
  const shop = library.files.shops.find((one) => one.folder === folder);
  const found: Sentence[] = [];
  const add = (from: string, text: string, goods: boolean): void => {
    if (text.length >= SHORTEST && !quotesOthers(text)) found.push({ from, text, goods, read: readReply(text) });
  };
  for (const { id, text } of shop?.policies.value ?? [])
    for (const sentence of text.split(/[。；]/)) add(id, sentence.trim(), false);
  for (const { id, text, trap } of shop?.quickReplies.value ?? [])
    if (!trap && !text.includes('{')) add(id, text, false);
  for (const { id, facts, doubts } of shop?.products.value ?? [])
    for (const text of [...(facts ?? []), ...(doubts ?? []).map(({ answer }) => answer)]) add(id, text, true);
  return found;
};

/** The cards a point rests on. */
const cardsOf = (scenario: string, library: Library): ((point: CompiledPoint) => ReadonlySet<string>) => {
  const beats = library.scenarios.get(scenario)?.beats ?? [];
  const points = beats.flatMap(({ asks }) => asks.flatMap((question) => question.points));
  return ({ id }) => new Set(points.find((one) => one.id === id)?.ground?.map(({ at }) => at) ?? []);
};

/** Every question gets each twentieth sentence, the next question the next ones; in a sweep all of them. */
const SHARE = sweepsAll ? 1 : 20;

/**
 * Sends such sentences as the whole reply to every question of the shop's cases, and returns the points that are surely
 * wrong then. Facts of products are sent only in cases about those products, as they may be false of others. `isSaid` tells
 * whether the sentence of a row (`Accused`) was among them.
 */
export const accusedIn = (
  library: Library,
  folder: string,
): { said: number; accused: Accused[]; isSaid: (row: string) => boolean } => {
  const sentences = sentencesOf(library, folder);
  const contexts = contextsOf(library).filter(({ scenario }) => library.scenarios.get(scenario)?.shop === folder);
  const accused: Accused[] = [];
  const texts = new Map<string, string[]>();
  let said = 0;
  for (const [turn, context] of contexts.entries()) {
    // The plain case: a template also names the goods of its other variants.
    const plain = JSON.stringify(library.scenarios.get(context.scenario));
    const cards = cardsOf(context.scenario, library);
    for (const [i, sentence] of sentences.entries()) {
      if (sentence.goods && !plain.includes(`"${sentence.from}"`)) continue;
      if ((turn + i) % SHARE > 0) continue;
      said += 1;
      const place = `${context.name} ${sentence.from}`;
      texts.set(place, [...(texts.get(place) ?? []), sentence.text]);
      accused.push(...accusedBy(context, sentence, cards));
    }
  }
  // A row is `${name} ${point} ← ${from} ${words}`; a name and a place have no space in them, words may.
  const isSaid = (row: string): boolean => {
    const [, name = '', from = '', words = ''] = /^(.+) \S+ ← (\S+) ([\s\S]*)$/.exec(row) ?? [];
    return (texts.get(`${name} ${from}`) ?? []).some((text) => text.includes(words));
  };
  return { said, accused, isSaid };
};

const accusedBy = (
  { name, customer, questions, points }: Context,
  { from, text, read }: Sentence,
  cards: (point: CompiledPoint) => ReadonlySet<string>,
): Accused[] => {
  return judgedPoints({ reply: text, customer, questions, points }, read).flatMap(
    ({ id, state, confidence, start, end, rule }) => {
      const point = points.find((one) => one.id === id);
      if (!point || state !== 'wrong' || confidence < VERDICT_THRESHOLDS.wrong.told) return [];
      const words = text.slice(start, end);
      return [
        { row: `${name} ${id} ← ${from} ${words}`, own: cards(point).has(from), rival: rule.includes(OTHER_FIGURE) },
      ];
    },
  );
};
