import { caresFor } from '#language/acts/soothing.ts';
import { chancesOf, WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import { partsOf } from '#language/classifier/parts.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { memoize } from '#language/reading/memoize.ts';
import { MANNER, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { TONES, type Tone } from '#language/terms/verdicts.ts';
import { bubbleAt, type WorstPart, worstPart } from './parts.ts';
import { asksHowManyOrWhich } from './plain-questions.ts';
import { rudeWords } from './rude.ts';
import { takesUpWish } from './taken-up.ts';
import { type RuledTone, SENT_AWAY, sparesCustomer, toneByRules } from './tone-patterns.ts';

export type ToneVerdict = { tone: Tone; confidence: number; span: { start: number; end: number } | null };

/**
 * One of five tones, its chance (0–1) and the words that show it. The whole turn is weighed with the customer's words;
 * each bubble and clause is also judged by itself, so that warm ones hide no hostile one. Ill manners are sure where a
 * bubble and its worst part both sound so; otherwise they stay below `VERDICT_THRESHOLDS.tone.told`. `hasAbuse`: the
 * reply holds an insult or a threat. `features` must hold exactly what `addReplyFeatures` put in.
 */
export const toneOf = (reading: Reading, customerText: string, hasAbuse: boolean, features: Features): ToneVerdict => {
  const toneVerdict = weighTone(reading, customerText, hasAbuse, features);
  if (isIllMannered(toneVerdict.tone) && toneVerdict.confidence >= VERDICT_THRESHOLDS.tone.told) return toneVerdict;
  for (const { text, start, end, isBubble } of partsOf(reading)) {
    const rude = isBubble ? rudeWords(text) : null;
    if (!rude) continue;
    const textStart = reading.text.indexOf(text, start) < 0 ? null : reading.text.indexOf(text, start);
    const span = textStart === null ? { start, end } : { start: textStart + rude.start, end: textStart + rude.end };
    // A turn that sounds contemptuous as a whole is no better for one of its words being only irritated: 妈的，烦死了.
    const tone = toneVerdict.tone === 'hostile' ? 'hostile' : rude.tone;
    return { tone, confidence: MANNER.told, span };
  }
  return toneVerdict;
};

/** The tone by classifier and patterns together. */
const weighTone = (reading: Reading, customerText: string, hasAbuse: boolean, features: Features): ToneVerdict => {
  const byRules = toneByRules(reading, hasAbuse);
  const isUpset = soundsUpset(customerText);
  const shared = features.count;
  addToneFeatures(features, byRules, reading, isUpset);
  const chances = chancesOf('tone', features);
  features.truncate(shared);
  const isSpared = (bubble: string): boolean => sparesCustomer(bubble) || takesUpWish(bubble, customerText);
  const worst = worstPart(reading, isSpared);
  const isAlone = hasAbuse || isOneBubble(reading.text);
  if (!isAlone && worst && worst.chance > MANNER.beside)
    return partTone(asBubble(worst), readText(bubbleAt(reading, worst.start)), isUpset);
  const settledTone = isAlone
    ? settleTone(chances, worst, byRules.tone, reading.text.length < MIN_CHARS)
    : civilTone(chances);
  const tone =
    byRules.tone === 'cold' && isIllMannered(settledTone) && SENT_AWAY.test(reading.text) ? 'cold' : settledTone;
  const chance = chances[TONES.indexOf(tone)] ?? 0;
  if (!isIllMannered(tone)) return { tone, confidence: chance, span: null };
  if (tone === 'cold' ? isSpared(reading.text) : takesUpWish(reading.text, customerText))
    return { tone: 'neutral', confidence: chance, span: null };
  const hasRudeWords = isIllMannered(byRules.tone);
  const { sure, likely } = agreementOf(
    reading,
    illMannerChance(chances),
    worst ?? NO_PART,
    hasRudeWords,
    tone === 'cold' ? MANNER.agreedCold : MANNER.agreed,
  );
  const confidence = sure || hasAbuse ? Math.max(chance, MANNER.told) : doubtChance(likely);
  return { tone, confidence, span: hasRudeWords ? byRules.span : worst };
};

const EITHER_WAY = /(.)不\1/;
const NO_PART = { chance: 0, isBubble: false };

/**
 * Whether a bubble and its worst part agree that it is ill-mannered, and the chance. `least`: the chance needed without
 * words that show it. Questions sound like reproaches (你膝盖疼不疼), so they need more. Without such words a single clause
 * (价又不会变) doesn't decide, unless bubble and part are sure together.
 */
const agreementOf = (
  { text, clauses }: Reading,
  bubbleChance: number,
  { chance: partChance, isBubble }: Pick<WorstPart, 'chance' | 'isBubble'>,
  hasRudeWords: boolean,
  least: number,
) => {
  const likely = bubbleChance * partChance;
  const isAsking = !hasRudeWords && clauses.some(({ isQuestion }) => isQuestion);
  // 你投不投我都照办, 嫌不嫌重: the choice is left to the customer, so it isn't ill-mannered.
  if (!hasRudeWords && (EITHER_WAY.test(text) || caresFor(text) || asksHowManyOrWhich(text)))
    return { sure: false, likely: 0 };
  if (isAsking && likely < MANNER.asking) return { sure: false, likely: 0 };
  const isClear = hasRudeWords
    ? partChance >= MANNER.alone || (bubbleChance >= MANNER.alone && partChance >= MANNER.other)
    : isBubble && partChance >= MANNER.sure && bubbleChance >= MANNER.likely;
  return { sure: isClear || likely >= (hasRudeWords ? MANNER.agreedSigned : least), likely };
};

/** The whole bubble in place of a clause of it, where it sounds as ill-mannered by itself: 自己点的啊 系统又不会乱点. */
const asBubble = (part: WorstPart): WorstPart =>
  part.isBubble || isBlunt(part.pattern) || part.bubble.chance < MANNER.sureSigned
    ? part
    : { ...part, ...part.bubble, isBubble: true };

/** The tone of one part of the turn, judged with the bubble it stands in. */
const partTone = (
  { tone, chance, pattern, isBubble, start, end }: WorstPart,
  bubble: Reading,
  isUpset: boolean,
): ToneVerdict => {
  BUBBLE_FEATURES.clear();
  addReplyFeatures(BUBBLE_FEATURES, bubble);
  addToneFeatures(BUBBLE_FEATURES, toneByRules(bubble, false), bubble, isUpset);
  const isBluntPart = isBlunt(pattern);
  const { sure, likely } = agreementOf(
    bubble,
    illMannerChance(chancesOf('tone', BUBBLE_FEATURES)),
    { chance, isBubble },
    isBluntPart,
    MANNER.agreedBeside,
  );
  // Behind an answer a cold 不知道 is a fair reply, and a clause cut out of its bubble with 你 (收件写你同学是吧) only sounds like
  // scorn: unless words show it, it counts for nothing, not even a doubt.
  const mayCount = (isBluntPart || isBubble) && !(tone === 'cold' && (pattern === 'cold' || end - start <= SHORT_NO));
  const isSure = mayCount && sure && chance >= MANNER.sureSigned;
  const confidence = isSure ? Math.max(chance, MANNER.told) : doubtChance(mayCount ? likely : 0);
  return { tone, confidence, span: { start, end } };
};

/** Whether a turn is one bubble; the same bubble sent twice counts as one. */
const isOneBubble = (text: string): boolean => !text.includes('\n') || new Set(text.split('\n')).size === 1;
/** Ill-mannered, in whatever degree. */
export const isIllMannered = (tone: Tone): boolean => tone === 'cold' || tone === 'impatient' || tone === 'hostile';
const isBlunt = (sign: Tone | null): boolean => sign === 'hostile' || sign === 'impatient';
const BUBBLE_FEATURES = new Features(WEIGHTED_BUCKETS);
const illMannerChance = ([warm = 0, neutral = 0]: Float64Array): number => 1 - warm - neutral;
const civilTone = ([warm = 0, neutral = 0]: Float64Array): Tone => (warm > neutral ? 'warm' : 'neutral');
const doubtChance = (chance: number): number =>
  Math.min(chance * VERDICT_THRESHOLDS.tone.told, VERDICT_THRESHOLDS.tone.told - 0.01);
const SHORT_NO = 5;

const UPSET =
  /投诉|差评|垃圾|骗|烂|破|气|失望|不满|太差|真差|恶心|怎么还|还没|再也不|坑|什么玩意|不值|不会再|12315|曝光|退钱|丢人|态度|不专业|无语|离谱|过分|烦|凭什么|受不了|别家|不买了|算了|难看|难吃|不好/;
const soundsUpset = memoize((customer) => UPSET.test(customer));
const SWEET =
  /太好了|恭喜|祝|谢谢|感谢|开心就好|慢慢|慢走|棒|厉害|优秀|好哒|好嘞|呀|哟|[\uE001\uE003]|希望您|佩服|羡慕|真会/;
const CARES =
  /抱歉|对不起|不好意思|对不住|理解|马上|帮您|给您(?:换|补|退|查|安排|处理|登记|重)|我来|我这就|辛苦您|怪我们|我们的/;

/** Characters: below this (你好, 谢谢) the classifier has too little to judge by; the rules know the curt ones. */
const MIN_CHARS = 4;
const settleTone = (chances: Float64Array, worst: WorstPart | null, ruledTone: Tone, isShort: boolean): Tone => {
  if (isShort && isIllMannered(ruledTone)) return ruledTone;
  const partChance = worst?.chance ?? 0;
  const illChance = (1 - MANNER.partsSay) * illMannerChance(chances) + MANNER.partsSay * partChance;
  // A clause that words show to be rude (…你自己不会数吗) counts whatever answer stands before it.
  const isLoud = worst !== null && isBlunt(worst.pattern) && partChance >= MANNER.alone;
  if (!isLoud && illChance <= (isIllMannered(ruledTone) ? MANNER.signed : isShort ? 1 : MANNER.likely))
    return civilTone(chances);
  const [, , aloof = 0, irritated = 0, contemptuous = 0] = chances;
  const highest = Math.max(aloof, irritated, contemptuous);
  // A tone that words show and the whole sounds most like needs no support from a part.
  if (isIllMannered(ruledTone) && chances[TONES.indexOf(ruledTone)] === highest) return ruledTone;
  const likely = (tone: Tone) => (chances[TONES.indexOf(tone)] ?? 0) + (worst?.tone === tone ? partChance : 0);
  const [cold, impatient, hostile] = [likely('cold'), likely('impatient'), likely('hostile')];
  if (hostile >= impatient && hostile >= cold) return 'hostile';
  return impatient >= cold ? 'impatient' : 'cold';
};

/** Adds what the rules found, for the classifier to weigh. */
export const addToneFeaturesOf = (reading: Reading, customer: string, hasAbuse: boolean, features: Features): void => {
  addToneFeatures(features, toneByRules(reading, hasAbuse), reading, soundsUpset(customer));
};

const addToneFeatures = (
  features: Features,
  { tone, warmth }: RuledTone,
  { text }: Reading,
  isUpset: boolean,
): void => {
  features.addNamed(FEATURE.tone, TONES.indexOf(tone));
  features.addNamed(FEATURE.kind, Math.min(Math.floor(warmth), 5));
  if (isIllMannered(tone)) features.addNamed(FEATURE.toneBad);
  // 太好了 suits a pleased customer and mocks one who never comes again.
  features.addNamed(FEATURE.upset, isUpset);
  features.addNamed(FEATURE.sweet, isUpset, SWEET.test(text), CARES.test(text));
};
