/** What an answer to a policy reading comes to: its sentences against the points and the card, and its tone (RULES G5–G7). */
import type { Shop } from '#engine/model/shop.ts';
import { cardWordings, goodsWordings, rightTextsOf } from '#language/cards/card-wordings.ts';
import { countStartsOf } from '#language/cards/count-starts.ts';
import { noGuessCardOf } from '#language/cards/guesses.ts';
import { unguaranteedTopics } from '#language/cards/overpromises.ts';
import { originalWayCardOf } from '#language/cards/refund-ways.ts';
import { anewCardsOf } from '#language/cards/warranty-starts.ts';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { CompiledPoint, PointVerdict, RedLineHit, Tone } from '#language/terms/verdicts.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import type { ShopReading } from './load.ts';

/** `unsure`: perhaps told, or perhaps told wrong: the program can't say. */
export type ReadingPoint = { id: string; says: string; state: 'told' | 'unsure' | 'wrong' | 'missed' };
export type ReadingSentence = {
  text: string;
  /** Points told here, and told wrong here. */
  tells: string[];
  wrong: string[];
  /** Cards that it contradicts; `surely`: beyond doubt. */
  against: { card: string; said: string; surely: boolean }[];
  redLines: { code: RedLineHit['code']; said: string; surely: boolean }[];
  tone: IllTone | null;
};
export type IllTone = Exclude<Tone, 'warm' | 'neutral'>;
export type ReadingResult = {
  /** 1: it passes; 0.5: it would, but for doubt, length or the card's own words; 0: it doesn't. */
  credit: 0 | 0.5 | 1;
  sentences: ReadingSentence[];
  points: ReadingPoint[];
  /** Of the whole, or of its first sentence that has one; null: nothing to mind. */
  tone: IllTone | null;
  /** More than two sentences. */
  isLong: boolean;
  /** The card's text as it stands, in place of plain words. */
  isCopied: boolean;
};

export const MOST_SENTENCES = 2;
/** A greeting or 好的 is none: it says nothing. */
const SHORTEST_SENTENCE = 7;
/** So many characters of the card in one piece are read out, not said. */
const COPIED_AT = 24;

type Compiled = { points: readonly CompiledPoint[]; cards: NonNullable<Parameters<typeof judge>[0]['cards']> };
const compiled = new WeakMap<ShopReading, Compiled>();

const compiledOf = (reading: ShopReading, { policies, products }: Pick<Shop, 'policies' | 'products'>): Compiled => {
  const known = compiled.get(reading);
  if (known !== undefined) return known;
  const goodsNames = goodsNamesOf(products);
  const made = {
    points: reading.points.map((point) => compilePoint(point, goodsNames)),
    cards: {
      wordings: [...cardWordings(policies), ...goodsWordings(products)],
      goodsIds: [],
      rightTexts: rightTextsOf([reading.model, ...reading.points.flatMap(({ says, also }) => [says, ...also])]),
      // What other cards leave open is no matter of this one.
      openTopics: unguaranteedTopics(
        policies.filter(({ id }) => id === reading.card),
        [reading.card],
      ),
      noGuessCard: noGuessCardOf(policies.filter(({ id }) => id === reading.card)),
      starts: countStartsOf(policies),
      anewWarranty: anewCardsOf(policies),
      originalWay: originalWayCardOf(policies, [reading.model]),
      // Who reads one card is asked about that one.
      shopTexts: [],
    },
  };
  compiled.set(reading, made);
  return made;
};

/** Where the sentences of a reply begin and end, with their signs. */
const sentencesOf = (reply: string): { start: number; end: number; text: string }[] => {
  return [...reply.matchAll(/[^。！？!?\n]+[。！？!?]*/g)].flatMap((found) => {
    const text = found[0].trim();
    return text === '' ? [] : [{ start: found.index, end: found.index + found[0].length, text }];
  });
};

const stateOf = ({ state, confidence }: PointVerdict): ReadingPoint['state'] => {
  if (state === 'covered') return confidence >= VERDICT_THRESHOLDS.covered.told ? 'told' : 'unsure';
  if (state === 'wrong') return confidence >= VERDICT_THRESHOLDS.wrong.told ? 'wrong' : 'unsure';
  return state === 'not-recognised' && confidence >= VERDICT_THRESHOLDS.covered.doubt ? 'unsure' : 'missed';
};

type Manner = { tone: Tone; toneConfidence: number };
/** What is surely ill-mannered in such a judgement, else null. */
const illToneIn = ({ tone, toneConfidence }: Manner): IllTone | null =>
  tone === 'warm' || tone === 'neutral' || toneConfidence < VERDICT_THRESHOLDS.tone.told ? null : tone;
/** The same of one sentence: a fact said shortly sounds cold without the sentence beside it. */
const rudenessIn = (manner: Manner): IllTone | null => {
  const tone = illToneIn(manner);
  return tone === 'cold' ? null : tone;
};

/** Pure: the same reading, shop and reply give the same result. `shop`: the one that the card is of. */
export const judgeReading = (
  reading: ShopReading,
  shop: Pick<Shop, 'policies' | 'products'>,
  reply: string,
): ReadingResult => {
  const { points: open, cards } = compiledOf(reading, shop);
  const goodsNames = goodsNamesOf(shop.products);
  const heard = judge({
    reply,
    customer: reading.customer,
    points: open,
    cards,
    goodsNames,
  });
  const spans = sentencesOf(reply);
  const points = reading.points.map(({ id, says }): ReadingPoint => {
    const verdict = heard.points.find((one) => one.id === id);
    return { id, says, state: verdict === undefined ? 'missed' : stateOf(verdict) };
  });
  const quote = ({ start, end }: { start: number; end: number }): string => reply.slice(start, end);
  const against = heard.contradictions.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.doubt);
  const redLines = heard.redLines.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.redLine.doubt);
  const sentences = spans.map((span): ReadingSentence => {
    const isHere = ({ start, end }: { start: number; end: number }) =>
      end > start && start >= span.start && start < span.end;
    const saidHere = (state: 'told' | 'wrong') =>
      heard.points.flatMap((verdict) =>
        isHere(verdict) && stateOf(verdict) === state ? (points.find(({ id }) => id === verdict.id)?.says ?? []) : [],
      );
    return {
      text: span.text,
      tells: saidHere('told'),
      wrong: saidHere('wrong'),
      against: against
        .filter(isHere)
        .map((one) => ({ card: one.card, said: quote(one), surely: one.chance >= VERDICT_THRESHOLDS.card.told })),
      redLines: redLines
        .filter(isHere)
        .map((one) => ({ code: one.code, said: quote(one), surely: one.confidence === 'high' })),
      // A kind sentence doesn't make up for a rude one.
      tone: rudenessIn(judge({ reply: span.text, customer: reading.customer, goodsNames })),
    };
  });
  const tone = illToneIn(heard) ?? sentences.find((sentence) => sentence.tone !== null)?.tone ?? null;
  const isLong = spans.filter(({ text }) => text.length >= SHORTEST_SENTENCE).length > MOST_SENTENCES;
  const card = shop.policies.find(({ id }) => id === reading.card);
  const isCopied = card !== undefined && sharesPiece(plain(card.text), plain(reply));
  return { credit: creditOf({ points, sentences, tone, isLong, isCopied }), sentences, points, tone, isLong, isCopied };
};

const creditOf = ({ points, sentences, tone, isLong, isCopied }: Omit<ReadingResult, 'credit'>): 0 | 0.5 | 1 => {
  const found = sentences.flatMap((sentence) => [...sentence.against, ...sentence.redLines]);
  const isFailed =
    points.some(({ state }) => state === 'missed' || state === 'wrong') ||
    found.some(({ surely }) => surely) ||
    tone !== null;
  if (isFailed) return 0;
  const isDoubtful = points.some(({ state }) => state === 'unsure') || found.length > 0;
  return isDoubtful || isLong || isCopied ? 0.5 : 1;
};

const plain = (text: string): string => text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');

/** Whether a piece of the card of such a length stands in the reply as it is; of a shorter card the whole. */
const sharesPiece = (card: string, reply: string): boolean => {
  const length = Math.min(COPIED_AT, card.length);
  for (let start = 0; start + length <= card.length; start++)
    if (reply.includes(card.slice(start, start + length))) return true;
  return false;
};
