/** Vows, haste and verdicts of a reply on what a card leaves open: 周六肯定能到. Words tell it; no figure is needed. */

import { statesFact } from '#language/deeds/deeds.ts';
import type { Reading } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { folded } from '#language/reading/folded.ts';
import { RULE_CONFIDENCE } from '#language/terms/thresholds.ts';
import type { Contradicted, JudgedPolicyCard } from './card-wordings.ts';
import * as patterns from './overpromise-patterns.ts';

/** Per card the words for what nobody may vow, promise at once, date, rule on or pledge. */
export type UnguaranteedTopic = { card: string } & Record<Kind, readonly string[]>;
const KINDS = [
  ...(['noVow', 'noHaste', 'noVerdict'] as const),
  ...(['noDay', 'noMishap', 'noOutcome', 'noPledge'] as const),
];
type Kind = (typeof KINDS)[number];

/** At most this many characters may stand between a vow and its matter. */
const MAX_VOW_GAP = 8;
/** The same for a mishap, which has more words before it: 保证一个骚扰电话都没有. */
const MAX_MISHAP_GAP = 12;
/** 到 alone counts only where it isn't the end of another verb (做到). */
const ARRIVE = '到';

/** `cited`: cards this case rests on; words that rule (`noVerdict`) are taken from these alone. */
export const unguaranteedTopics = (
  cards: readonly JudgedPolicyCard[],
  cited: readonly string[],
): UnguaranteedTopic[] => {
  return cards.flatMap((card) => {
    const wordsOf = (kind: Kind): string[] =>
      kind === 'noVerdict' && !cited.includes(card.id) ? [] : (card[kind] ?? []).map((word) => folded(word));
    const words = Object.fromEntries(KINDS.map((kind) => [kind, wordsOf(kind)])) as Record<Kind, string[]>;
    return KINDS.some((kind) => card[kind] !== undefined) ? [{ card: card.id, ...words }] : [];
  });
};

/** The text behind each vow of a clause, without the vows that a word before them undoes. */
const textsBehindVows = (text: string, vowPattern: RegExp): string[] =>
  [...text.matchAll(vowPattern)].flatMap((vow) =>
    patterns.UNVOWED.test(text.slice(0, vow.index)) ? [] : [text.slice(vow.index + vow[0].length)],
  );

/** The place of a word in `text` where it tells of goods coming, not 做到 or 到账; -1 if there is none. */
const arrivalAt = (text: string, word: string): number => {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
    const rest = text.slice(index + word.length);
    if (patterns.ONCE_ARRIVED.test(rest)) continue;
    if (word !== ARRIVE || !(patterns.NOT_ARRIVAL.test(text.slice(0, index)) || patterns.ARRIVED_COUNT.test(rest)))
      return index;
  }
  return -1;
};

/** Whether a vow stands close before one of the words, with no denial between. */
const isVowed = (text: string, words: readonly string[], vowPattern: RegExp): boolean =>
  textsBehindVows(text, vowPattern).some((textBehind) =>
    words.some((word) => {
      const at = arrivalAt(textBehind, word);
      return at >= 0 && at <= MAX_VOW_GAP && !patterns.NEGATION_BETWEEN.test(textBehind.slice(0, at));
    }),
  );

/** Whether a clause ends in a vow of one of the words right before it: 周六之前送到家肯定没问题. */
const isVowedBehind = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    const at = arrivalAt(text, word);
    return (
      at >= 0 &&
      patterns.VOWED_BEHIND.test(text.slice(at + word.length)) &&
      !patterns.NEGATION_BETWEEN.test(text.slice(0, at)) &&
      !patterns.UNVOWED.test(text.slice(0, at))
    );
  });

/** 皮不起 of 起皮: what a mishap's verb is about stands before it, denied. */
const isDeniedTurned = (text: string, word: string): boolean => {
  const [verb, what, ...more] = word;
  if (verb === undefined || what === undefined || more.length > 0) return false;
  const at = text.indexOf(what);
  return at >= 0 && at <= MAX_MISHAP_GAP && patterns.DENIED_VERB.test(text.slice(at + 1).split(verb)[0] ?? '');
};

/** Whether a vow stands before a mishap that is denied: 绝对不会再黑, 保证一个骚扰电话都没有, 保您一点皮不起. */
const isMishapDenied = (text: string, words: readonly string[]): boolean =>
  textsBehindVows(text, patterns.STAKES).some((textBehind) =>
    words.some((word) => {
      if (isDeniedTurned(textBehind, word)) return true;
      const at = textBehind.indexOf(word);
      if (at < 0 || at > MAX_MISHAP_GAP) return false;
      if (patterns.DENIED_BEHIND.test(textBehind.slice(at + word.length))) return true;
      const denied = [...textBehind.slice(0, at).matchAll(patterns.DENIES_MISHAP)].at(-1);
      return denied !== undefined && at - denied.index - denied[0].length <= MAX_VOW_GAP / 2;
    }),
  );

/** Whether a clause names the day goods come as a fact: 今天下单今天到. */
const isDayPromised = (text: string, words: readonly string[]): boolean =>
  !patterns.FORESEEN.test(text) &&
  words.some((word) => {
    const at = arrivalAt(text, word);
    const textBefore = text.slice(0, Math.max(0, at));
    return patterns.DAY_NAMED.test(textBefore) && !patterns.NEEDED_BY.test(textBefore);
  });

/** 腰包退不回来的: 包 ends the name of a bag, and pledges nothing. */
const BAG = /[腰肩背书钱挎提]包/g;
const isPledged = (text: string, words: readonly string[]): boolean =>
  containsAny(text.replace(BAG, ' '), words) && !containsAny(text, patterns.GRANTED) && !patterns.UNVOWED.test(text);

const isHurried = (text: string, words: readonly string[]): boolean => {
  const word = words.find((word) => text.includes(word));
  if (word === undefined) return false;
  const at = text.indexOf(word);
  return patterns.HURRIED.test(text.slice(0, at + 1)) && !patterns.NEGATION_BETWEEN.test(text.slice(0, at));
};

const isDecided = (text: string, words: readonly string[]): boolean =>
  containsAny(text, words) &&
  !containsAny(text, patterns.LEFT_TO_OTHERS) &&
  !containsAny(text, patterns.NOT_TOLD) &&
  (containsAny(text, patterns.DENIES) || containsAny(text, patterns.ADMITS));

/** `isVowBeside`: the clause beside it is only a vow; `isOfMoney`: money comes, not goods. */
type ClauseInContext = { text: string; isVowBeside: boolean; isOfMoney: boolean };

const breaksTopic = ({ text, isVowBeside, isOfMoney }: ClauseInContext, topic: UnguaranteedTopic): boolean => {
  const vowText = isVowBeside ? `保证${text}` : text;
  const vowable = isOfMoney ? topic.noVow.filter((word) => word !== ARRIVE) : topic.noVow;
  return (
    isVowed(vowText, vowable, patterns.VOWED) ||
    isVowedBehind(text, vowable) ||
    isVowed(vowText, topic.noOutcome, patterns.STAKES) ||
    isMishapDenied(vowText, topic.noMishap) ||
    (!isOfMoney && isDayPromised(text, topic.noDay)) ||
    isPledged(text, topic.noPledge) ||
    isHurried(text, topic.noHaste) ||
    isDecided(text, topic.noVerdict)
  );
};

/** Clauses that settle what a card leaves open, each with its card. Where `customerText` asks for money, 到 is no parcel. */
export const overpromisesIn = (
  reading: Reading,
  topics: readonly UnguaranteedTopic[],
  customerText: string,
): Contradicted[] => {
  if (topics.length === 0) return [];
  const clauseText = (index: number): string => {
    const clause = reading.clauses[index];
    return clause === undefined ? '' : reading.text.slice(clause.start, clause.end).replace(patterns.POSITIVE, '保证');
  };
  return reading.clauses.flatMap((clause, index): Contradicted[] => {
    const { start, end, isHedged } = clause;
    const text = clauseText(index);
    if (containsAny(text, patterns.LEFT_OPEN) || patterns.TAKEN_BACK.test(text) || !statesFact(reading, index))
      return [];
    const nearbyTexts = [index - 1, index, index + 1].map(clauseText);
    const isVowBeside = nearbyTexts.some((words) => words !== text && patterns.BARE_VOW.test(words));
    const isOfMoney =
      patterns.ASKS_MONEY.test(customerText) || nearbyTexts.some((words) => patterns.OF_MONEY.test(words));
    const brokenTopic = topics.find((topic) => breaksTopic({ text, isVowBeside, isOfMoney }, topic));
    if (brokenTopic === undefined) return [];
    return [
      {
        card: brokenTopic.card,
        chance: isHedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain,
        start,
        end,
        open: true,
      },
    ];
  });
};
