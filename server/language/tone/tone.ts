import { chancesOf, KNOWN } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { memoize } from '#language/reading/memoize.ts';
import { MANNER, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { TONES, type Tone } from '#language/terms/verdicts.ts';
import { partsOf, type Worst, worstPart } from './parts.ts';
import { rudeWords } from './rude.ts';
import { type RuledTone, SENT_AWAY, toneByRules } from './tone-patterns.ts';

export type HeardTone = { tone: Tone; confidence: number; at: { start: number; end: number } | null };

/**
 * One of five tones, its chance (0–1) and the words that show it. The whole turn is weighed with the customer's words;
 * each bubble and clause is also judged by itself, so that warm ones hide no hostile one. Ill manners are sure where a
 * bubble and its worst part both sound so; otherwise they stay below `VERDICT_THRESHOLDS.tone.told`. `hasAbuse`: the
 * reply holds an insult or a threat. `features` must hold exactly what `addReplyFeatures` put in.
 */
export function toneOf(reading: Reading, customer: string, hasAbuse: boolean, features: Features): HeardTone {
  const weighed = weigh(reading, customer, hasAbuse, features);
  if (isBad(weighed.tone) && weighed.confidence >= VERDICT_THRESHOLDS.tone.told) return weighed;
  for (const { text, start, end, whole } of partsOf(reading)) {
    const rude = whole ? rudeWords(text) : null;
    if (!rude) continue;
    const from = reading.text.indexOf(text, start) < 0 ? null : reading.text.indexOf(text, start);
    const at = from === null ? { start, end } : { start: from + rude.start, end: from + rude.end };
    return { tone: rude.tone, confidence: MANNER.told, at };
  }
  return weighed;
}

/** The tone by classifier and patterns together. */
function weigh(reading: Reading, customer: string, hasAbuse: boolean, features: Features): HeardTone {
  const byRules = toneByRules(reading, hasAbuse);
  const isUpset = soundsUpset(customer);
  const shared = features.count;
  addToneFeatures(features, byRules, reading, isUpset);
  const chances = chancesOf('tone', features);
  features.keep(shared);
  const worst = worstPart(reading);
  const isAlone = hasAbuse || isOneBubble(reading.text);
  if (!isAlone && worst && worst.chance > MANNER.beside) return partTone(worst, bubbleWith(worst, reading), isUpset);
  const settled = isAlone ? settleTone(chances, worst, byRules.tone, reading.text.length < MIN_CHARS) : kindOf(chances);
  const tone = byRules.tone === 'cold' && isBad(settled) && SENT_AWAY.test(reading.text) ? 'cold' : settled;
  const chance = chances[TONES.indexOf(tone)] ?? 0;
  if (!isBad(tone)) return { tone, confidence: chance, at: null };
  const hasRudeWords = isBad(byRules.tone);
  const { sure, likely } = agreementOf(
    reading,
    badness(chances),
    worst ?? NO_PART,
    hasRudeWords,
    tone === 'cold' ? MANNER.agreedCold : MANNER.agreed,
  );
  const confidence = sure || hasAbuse ? Math.max(chance, MANNER.told) : unsure(likely);
  return { tone, confidence, at: hasRudeWords ? byRules.at : worst };
}

const EITHER_WAY = /(.)不\1/;
const NO_PART = { chance: 0, whole: false };

/**
 * Whether a bubble and its worst part agree that it is ill-mannered, and the chance. `least`: the chance needed without
 * words that show it. Questions sound like reproaches (你膝盖疼不疼), so they need more. Without such words a single clause
 * (价又不会变) doesn't decide, unless bubble and part are sure together.
 */
function agreementOf(
  { text, clauses }: Reading,
  bad: number,
  { chance: part, whole }: Pick<Worst, 'chance' | 'whole'>,
  hasRudeWords: boolean,
  least: number,
) {
  const likely = bad * part;
  const isAsking = !hasRudeWords && clauses.some(({ isQuestion }) => isQuestion);
  // 你投不投我都照办, 嫌不嫌重: the choice is left to the customer, so it isn't ill-mannered.
  if (!hasRudeWords && EITHER_WAY.test(text)) return { sure: false, likely: 0 };
  if (isAsking && likely < MANNER.asking) return { sure: false, likely: 0 };
  const isClear = hasRudeWords
    ? part >= MANNER.alone || (bad >= MANNER.alone && part >= MANNER.other)
    : whole && part >= MANNER.sure && bad >= MANNER.likely;
  return { sure: isClear || likely >= (hasRudeWords ? MANNER.agreedSigned : least), likely };
}

/** The tone of one part of the turn, judged with the bubble it stands in. */
function partTone({ tone, chance, sign, whole, start, end }: Worst, bubble: Reading, isUpset: boolean): HeardTone {
  ALONE.begin();
  addReplyFeatures(ALONE, bubble);
  addToneFeatures(ALONE, toneByRules(bubble, false), bubble, isUpset);
  const isBluntPart = isBlunt(sign);
  const { sure, likely } = agreementOf(
    bubble,
    badness(chancesOf('tone', ALONE)),
    { chance, whole },
    isBluntPart,
    MANNER.agreedBeside,
  );
  // Behind an answer a cold 不知道 is a fair reply, and a clause cut out of its bubble with 你 (收件写你同学是吧) only sounds like
  // scorn: unless words show it, it counts for nothing, not even a doubt.
  const mayCount = (isBluntPart || whole) && !(tone === 'cold' && (sign === 'cold' || end - start <= SHORT_NO));
  const isSure = mayCount && sure && chance >= MANNER.sureSigned;
  const confidence = isSure ? Math.max(chance, MANNER.told) : unsure(mayCount ? likely : 0);
  return { tone, confidence, at: { start, end } };
}

function bubbleWith({ start, end }: Worst, { text }: Reading): Reading {
  const stop = text.indexOf('\n', end);
  return readText(text.slice(text.lastIndexOf('\n', start) + 1, stop < 0 ? text.length : stop));
}

/** Whether a turn is one bubble; the same bubble sent twice counts as one. */
const isOneBubble = (text: string): boolean => !text.includes('\n') || new Set(text.split('\n')).size === 1;
/** Ill-mannered, in whatever degree. */
export const isBad = (tone: Tone): boolean => tone === 'cold' || tone === 'impatient' || tone === 'hostile';
const isBlunt = (sign: Tone | null): boolean => sign === 'hostile' || sign === 'impatient';
const ALONE = new Features(KNOWN);
const badness = ([warm = 0, neutral = 0]: Float64Array): number => 1 - warm - neutral;
const kindOf = ([warm = 0, neutral = 0]: Float64Array): Tone => (warm > neutral ? 'warm' : 'neutral');
const unsure = (chance: number): number =>
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
function settleTone(chances: Float64Array, worst: Worst | null, heard: Tone, isShort: boolean): Tone {
  if (isShort && isBad(heard)) return heard;
  const part = worst?.chance ?? 0;
  const bad = (1 - MANNER.partsSay) * badness(chances) + MANNER.partsSay * part;
  // A clause that words show to be rude (…你自己不会数吗) counts whatever answer stands before it.
  const isLoud = worst !== null && isBlunt(worst.sign) && part >= MANNER.alone;
  if (!isLoud && bad <= (isBad(heard) ? MANNER.signed : isShort ? 1 : MANNER.likely)) return kindOf(chances);
  const [, , aloof = 0, irritated = 0, contemptuous = 0] = chances;
  const most = Math.max(aloof, irritated, contemptuous);
  // A tone that words show and the whole sounds most like needs no support from a part.
  if (isBad(heard) && chances[TONES.indexOf(heard)] === most) return heard;
  const likely = (tone: Tone) => (chances[TONES.indexOf(tone)] ?? 0) + (worst?.tone === tone ? part : 0);
  const [cold, impatient, hostile] = [likely('cold'), likely('impatient'), likely('hostile')];
  if (hostile >= impatient && hostile >= cold) return 'hostile';
  return impatient >= cold ? 'impatient' : 'cold';
}

/** Adds what the rules found, for the classifier to weigh. */
export function toneFeatures(reading: Reading, customer: string, hasAbuse: boolean, features: Features): void {
  addToneFeatures(features, toneByRules(reading, hasAbuse), reading, soundsUpset(customer));
}

function addToneFeatures(features: Features, { tone, warmth }: RuledTone, { text }: Reading, isUpset: boolean): void {
  features.named(FEATURE.tone, TONES.indexOf(tone));
  features.named(FEATURE.kind, Math.min(Math.floor(warmth), 5));
  if (isBad(tone)) features.named(FEATURE.toneBad);
  // 太好了 suits a pleased customer and mocks one who never comes again.
  features.named(FEATURE.upset, isUpset);
  features.named(FEATURE.sweet, isUpset, SWEET.test(text), CARES.test(text));
}
