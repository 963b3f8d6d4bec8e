/** What a shop's cards and the pages of a case's goods claim, clause by clause, and what is right in the case beside them. */
import type { Scenario } from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readAuthored } from './authored-texts.ts';
import { goodsOf, pointsOf, sourcesOf } from './known-figure-sources.ts';
import { type Claim, claimIn, onlyNames } from './signed-claims.ts';

/** `words`: as it is written there. */
export type ShopClaim = { claim: Claim; card: string; words: string };
/** `right`: what the case and its shop say anywhere, and may be said again. */
export type ShopClaims = { told: readonly ShopClaim[]; right: readonly Claim[] };

/** Clauses that hold only where something else does, or tell the staff what not to say: they claim nothing by themselves. */
const UNSUITED = /才|除|[不别莫](?:许|能)?(?:说|报|编|跟着)|保证|包票/;
/** 内塞铝膜拆了，为不完好: what has happened is the case of a rule, and claims nothing by itself (RULES T262). */
const HAS_HAPPENED = /[了过]$/;
/** A shorter clause speaks of what the one before it names; 有轻微涂层味属正常 names nothing, but claims by itself. */
const SHORT = 6;
const CLAIMS = /[是属有为算]/;
const PIECES = /[，,。；;！!？?\n]/;

const isUnsuited = (reading: Reading, index: number): boolean => {
  const { start, end, isQuestion } = reading.clauses[index] as Reading['clauses'][number];
  return isQuestion || UNSUITED.test(reading.text.slice(start, end));
};

/** What has a figure or a payer is told wrong by these, and accuses nobody by its sign. */
const isPlain = (reading: Reading, index: number): boolean => {
  const hasFigure = reading.values.some(({ clauseIndex }) => clauseIndex === index);
  return !hasFigure && reading.clauses[index]?.payer === null && !isUnsuited(reading, index);
};

/** The claims of one text; `subject`: the question it answers; `isToldOf`: whether others are held against them. */
const claimsOf = (text: string, isToldOf: boolean, subject = ''): { claim: Claim; words: string }[] => {
  const pieces = text.split(PIECES).filter((piece) => piece !== '');
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1] ?? subject;
    const isShort = piece.length <= SHORT && before !== '' && onlyNames(before) && !CLAIMS.test(before);
    const spoken = isShort || subject !== '' ? `${before}，` : '';
    const reading = readAuthored(spoken + piece);
    const last = reading.clauses.length - 1;
    if (last < 0 || (isToldOf ? HAS_HAPPENED.test(piece) || !isPlain(reading, last) : isUnsuited(reading, last)))
      return [];
    const own = claimIn(reading, last);
    const named = reading.clauses.slice(0, last).map((_, index) => claimIn(reading, index).units);
    const units = new Map([...named.flatMap((each) => [...each]), ...own.units]);
    return [{ claim: { ...own, units }, words: subject === '' ? spoken + piece : `${subject}？${piece}` }];
  });
};

/** The cards that a case's points and operations rest on: nothing is denied of a card that the case isn't about (RULES T276). */
const cardsOf = (scenario: Scenario): Set<string> => {
  const points = pointsOf(scenario);
  const needs = [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties];
  const grounds = [...points, ...needs].flatMap(({ ground }) => ground ?? []);
  return new Set([...points.flatMap(({ policy }) => policy ?? []), ...grounds.map(({ at }) => at)]);
};

export const shopClaimsOf = (scenario: Scenario, shop: Shop): ShopClaims => {
  const goods = goodsOf(scenario);
  const cited = cardsOf(scenario);
  const texts = [
    ...shop.policies.filter(({ id }) => cited.has(id)).map(({ id, text }) => ({ card: id, text, subject: '' })),
    ...shop.products
      .filter(({ id }) => goods.has(id))
      .flatMap(({ id, facts, doubts }) => [
        ...facts.map((text) => ({ card: id, text, subject: '' })),
        ...doubts.map(({ asks, answer }) => ({ card: id, text: answer, subject: asks })),
      ]),
  ];
  return {
    told: texts.flatMap(({ card, text, subject }) =>
      claimsOf(text, true, subject).map((claim) => ({ card, ...claim })),
    ),
    right: sourcesOf(scenario, shop)
      .filter(({ isOfOtherGoods }) => isOfOtherGoods !== true)
      .flatMap(({ text }) => claimsOf(text, false).map(({ claim }) => claim)),
  };
};
