import { chancesOf, KNOWN } from '../classifier/classifier.ts';
import { CUE } from '../classifier/cue-families.ts';
import { Features } from '../classifier/features.ts';
import { HEADS } from '../classifier/heads.ts';
import { SURE_TONE, TONES, type Tone } from '../judgement.ts';
import type { Reading } from '../reading/clauses.ts';
import { hears, pattern } from '../signs/pattern.ts';
import { remembering } from '../signs/remembering.ts';
import { asksPlainly } from './plain-questions.ts';
import { type Told, toneByRules } from './tone-signs.ts';

/**
 * One of five tones, how sure (0–1) and the words that told. The classifier weighs the whole reply with what the rules
 * heard; where it alone hears ill manners the confidence stays below `SURE_TONE`, so that no mark hangs on it.
 * `abuse`: the reply holds an insult or a threat. `features`: what `hearReply` heard, and nothing else.
 */
export function toneOf(
  reading: Reading,
  customer: string,
  abuse: boolean,
  features: Features,
): { tone: Tone; confidence: number; at: { start: number; end: number } | null } {
  const told = toneByRules(reading, abuse);
  const upset = isUpset(customer);
  const shared = features.count;
  hearTone(features, told, reading, upset);
  const chances = chancesOf('tone', features);
  features.keep(shared);
  const tone = settle(chances, told.tone, upset, reading.text.length < SHORTEST);
  const chance = chances[TONES.indexOf(tone)] ?? 0;
  if (!isBad(tone)) return { tone, confidence: chance, at: null };
  // 脚宽不宽 is no short no either, which is all the rules could hear in it.
  if ((told.tone === 'cold' || !isBad(told.tone)) && asksPlainly(reading.text))
    return { tone: 'neutral', confidence: Math.max(chances[TONES.indexOf('neutral')] ?? 0, EVEN), at: null };
  if (!isBad(told.tone)) {
    const at = likeliest(reading, tone);
    const words = at ? reading.text.slice(at.start, at.end) : '';
    if (ASKING_LEAVE.test(words) || SUGGESTS.test(words))
      return { tone: 'neutral', confidence: Math.max(chances[TONES.indexOf('neutral')] ?? 0, EVEN), at: null };
    return { tone, confidence: Math.min(chance * SURE_TONE, SURE_TONE - 0.01), at };
  }
  return {
    tone,
    confidence: told.tone === tone ? Math.max(chance, 0.75) : Math.max(chance * 0.8, SURE_TONE),
    at: told.at,
  };
}

const UPSET =
  /投诉|差评|垃圾|骗|烂|破|气|失望|不满|太差|真差|恶心|怎么还|还没|再也不|坑|什么玩意|不值|不会再|12315|曝光|退钱|丢人|态度|不专业|无语|离谱|过分|烦|凭什么|受不了|别家|不买了|算了|难看|难吃|不好/;
/** Whether a customer speaks as somebody displeased. */
const isUpset = remembering((customer) => UPSET.test(customer));
/** 我就问一句 opens a question; customers in a temper open theirs so too, which is where the classifier knows it from. */
const ASKING_LEAVE = /^我?(?:[就只再多想先]){0,3}问(?:您|下)?一[句下][:,]?$/;
/** 你可以问问他们打什么测的 shows a way; 你可以自己看 sends one off. */
const SUGGESTS = /^(?:[您你]也?)可以(?:先|去)?(?:问问|看看|试试|比比|(?:问|看|试|点|对)一?下)(?!.*自己)/;
const SWEET = pattern(
  /太好了|恭喜|祝|谢谢|感谢|开心就好|慢慢|慢走|棒|厉害|优秀|好哒|好嘞|呀|哟|[\uE001\uE003]|希望您|佩服|羡慕|真会/,
);
const CARES = pattern(
  /抱歉|对不起|不好意思|对不住|理解|马上|帮您|给您(?:换|补|退|查|安排|处理|登记|重)|我来|我这就|辛苦您|怪我们|我们的/,
);

/** Of so few characters (你好, 谢谢) the classifier has nothing to go by; the rules know the curt ones. */
const SHORTEST = 4;
/** How likely ill manners must be before they are named where no rule hears any: real polite replies stay polite. */
const LIKELY_BAD = 0.6;
/** Of a question without manner the classifier's own chance says nothing. */
const EVEN = 0.5;
/** Irony makes warm and hostile look alike: with this much of a chance of the other, neither is said … */
const TORN = 0.1;
/** … and with this much to an upset customer, who is the one to be mocked. */
const TORN_UPSET = 0.03;

function settle(chances: Float64Array, heard: Tone, upset: boolean, short: boolean): Tone {
  const [warm = 0, neutral = 0, cold = 0, impatient = 0, hostile = 0] = chances;
  if (cold + impatient + hostile <= (isBad(heard) ? 0.5 : short ? 1 : LIKELY_BAD))
    return warm > neutral && hostile < (upset ? TORN_UPSET : TORN) ? 'warm' : 'neutral';
  if (hostile >= impatient && hostile >= cold && (heard === 'hostile' || warm < TORN_UPSET)) return 'hostile';
  return impatient >= cold ? 'impatient' : 'cold';
}

/** What the rules heard, for the classifier to weigh. */
export function toneCues(reading: Reading, customer: string, abuse: boolean, features: Features): void {
  hearTone(features, toneByRules(reading, abuse), reading, isUpset(customer));
}

function hearTone(features: Features, { tone, warmth }: Told, { text }: Reading, upset: boolean): void {
  features.cue(CUE.tone, TONES.indexOf(tone));
  features.cue(CUE.kind, Math.min(Math.floor(warmth), 5));
  if (isBad(tone)) features.cue(CUE.toneBad);
  // 太好了 to somebody who is pleased, and to somebody who never comes again.
  features.cue(CUE.upset, upset);
  features.cue(CUE.sweet, upset, hears(SWEET, text), hears(CARES, text));
}

function isBad(tone: Tone): boolean {
  return tone === 'cold' || tone === 'impatient' || tone === 'hostile';
}

const SOLE = new Features(KNOWN);
/** The clause that sounds most like `tone`, to be quoted. */
function likeliest(reading: Reading, tone: Tone): { start: number; end: number } | null {
  const output = HEADS.tone.outputs.indexOf(tone);
  let best: { start: number; end: number } | null = null;
  let most = -1;
  for (const { start, end } of reading.clauses.slice(0, 12)) {
    SOLE.begin();
    SOLE.grams(reading.text.slice(start, end));
    const chance = chancesOf('tone', SOLE)[output] ?? 0;
    if (chance <= most) continue;
    most = chance;
    best = { start, end };
  }
  return best;
}
