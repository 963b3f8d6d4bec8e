/** Authored files → the bank that papers are drawn from, and the texts that a source stands for. */
import type { PolicyCard, Shop } from '#engine/model/shop.ts';
import type { AuthoredBlueprint, AuthoredQuestion, AuthoredQuestions } from '#library/schema/questions.ts';
import type { LawRow } from '#library/schema/schema.ts';
import { type Draw, TO_THE_CENT } from './calculation.ts';
import type { Citation, Question, QuestionBank } from './question.ts';

/** What sources are looked up in. */
export type Sources = {
  shops: ReadonlyMap<string, Shop>;
  law: readonly LawRow[];
  /** Sections of docs/trade.md: `2 响应时间`. */
  trade: AuthoredBlueprint['trade'];
};

const TRADE = 'trade-';

/** The text behind a source; null: there is none. A general question may rest on a card that every shop has. */
export const citationOf = (
  source: string,
  shopId: string | undefined,
  { shops, law, trade }: Sources,
): Citation | null => {
  if (source.startsWith(TRADE)) return tradeSection(source, trade);
  const row = law.find(({ id }) => id === source);
  if (row !== undefined)
    return {
      section: 'law',
      id: row.id,
      title: row.name,
      text: row.rule,
      source: row.article,
      date: row.date,
      shop: null,
    };
  const shop = shopId === undefined ? null : shops.get(shopId);
  if (shop !== null) return shop === undefined ? null : inShop(source, shop);
  const cards = [...shops.values()].map(({ policies }) => policies.find(({ id }) => id === source));
  const [card] = cards;
  return card === undefined || cards.includes(undefined) ? null : cardCitation(card, null);
};

const tradeSection = (source: string, trade: Sources['trade']): Citation | null => {
  const number = source.slice(TRADE.length);
  const section = trade.find((title) => title.startsWith(`${number} `));
  if (section === undefined) return null;
  const title = section.slice(number.length + 1);
  return { section: 'trade', id: source, title, text: '', source: null, date: null, shop: null };
};

const inShop = (source: string, shop: Shop): Citation | null => {
  const { id: shopId, policies, products, authority } = shop;
  if (source === 'authority') {
    const text = authority.map((line) => `${line.level} ${line.text}`).join('；');
    return { section: 'authority', id: 'A', title: shop.name, text, source: null, date: null, shop: shopId };
  }
  const card = policies.find(({ id }) => id === source);
  if (card !== undefined) return cardCitation(card, shopId);
  const product = products.find(({ id }) => id === source);
  if (product === undefined) return null;
  const { id, name, facts } = product;
  return { section: 'products', id, title: name, text: facts.join('；'), source: null, date: null, shop: shopId };
};

const cardCitation = ({ id, title, text, source, date }: PolicyCard, shop: string | null): Citation => ({
  section: 'policies',
  id,
  title,
  text,
  source,
  date,
  shop,
});

export const sourcesOf = ({ source }: Pick<AuthoredQuestion, 'source'>): readonly string[] =>
  typeof source === 'string' ? [source] : source;

/** What a judge question's answer says of its stem, in the order they are shown in. */
const JUDGEMENTS = ['right', 'wrong'] as const;
export const isJudged = (answer: string | undefined): answer is (typeof JUDGEMENTS)[number] =>
  answer === 'right' || answer === 'wrong';

const FIRST_LETTER = 'A'.charCodeAt(0);
/** Places of the right options, by letters; of a judgement 0 is right. */
export const rightPlaces = ({ kind, answer, options = [] }: AuthoredQuestion): readonly number[] | null => {
  if (kind === 'judge') return isJudged(answer) ? [JUDGEMENTS.indexOf(answer)] : null;
  if (kind === 'order') return options.map((_, place) => place);
  if (kind === 'calculate' || answer === undefined) return null;
  return [...answer].map((letter) => letter.charCodeAt(0) - FIRST_LETTER);
};

/** Null: it isn't a calculation, or lacks a part of one, which the checks report. */
export const calculationOf = ({
  kind,
  draw,
  reckon,
  never,
  answer,
  unit,
  tolerance,
}: AuthoredQuestion): Draw | null => {
  if (kind !== 'calculate' || draw === undefined || answer === undefined || unit === undefined) return null;
  return { draw, reckon, never, answer, unit, tolerance: tolerance ?? TO_THE_CENT };
};

/** Questions without a key, or without a text to rest on, are left out. */
export const toBank = (files: readonly AuthoredQuestions[], sources: Sources): Omit<QuestionBank, 'hash'> => {
  const questions = files.flatMap(({ topic, questions: authored }) =>
    authored.flatMap((question): Question[] => {
      const { id, kind, level, shop, stem, why } = question;
      const [right, calculation] = [rightPlaces(question), calculationOf(question)];
      const citations = sourcesOf(question).flatMap((source) => citationOf(source, shop, sources) ?? []);
      if ((right === null && calculation === null) || citations.length === 0) return [];
      const options = question.options ?? [];
      return [{ id, topic, kind, level, shop: shop ?? null, stem, options, right, calculation, why, citations }];
    }),
  );
  const topics = files.map(({ topic, name }) => ({ id: topic, name }));
  return { topics, questions };
};
