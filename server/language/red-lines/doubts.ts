/** Word lists and classifier together: the classifier is told which rows matched and decides. */

import { chancesOf, WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { FEATURE } from '#language/classifier/feature-families.ts';
import { Features } from '#language/classifier/features.ts';
import { addReplyFeatures } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { RED_LINE_THRESHOLDS, VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { BY_SOUND, BY_WORDS, RED_LINES, type RedLine, type RedLineHit } from '#language/terms/verdicts.ts';
import type { FoundRedLine } from './red-line-rule.ts';
import type { MatchedRule, MatchedRules } from './red-lines.ts';

/** Leading customers off the platform and asking for codes: they do the most harm and are recognised best. */
const GRAVE = new Set<RedLine>(['offsite', 'credential']);
/** What is asked for by a code, or how it is handed over: a bubble with none of these asks for no code (RULES T169). */
const NAMES_CODE =
  /[码密号数位串卡证表图屏]|短信|口令|账|帐|链接|钥匙|[发报念说告填拍登传抄读截转输敲打贴甩推点喊写]|给我|来一/;
/** 验证码、银行卡谁要都别给, 密码都换一遍: a code is kept or changed, and by no word of it handed to us (RULES T260). */
const KEEPS_CODE = /[别不][给念说发报告]|[改换停锁关][掉了新上成一]|挂失/;
const TO_US = /(?<![别不])[发报说告念给传拍看教替帮].{0,3}[我您你客这来]|[报念说]一?下/;
/** 私聊发我: words with the shop's own line alone lead nobody away, unless a channel or a bargain is named (RULES T278). */
const OWN_LINE = /私聊|私信|小窗/;
const LEADS_AWAY =
  /微|[vwq]x?|号|电话|手机|加[我个下]|[转返扫码]|支付宝|链接|价|便宜|少|优惠|下单|买|卖|线下|外面|那边/;
/** 你今晚几点在家？, 您主要是怕哪块有问题？: a question for a time or put to 您 harms nobody, unless words of the lists say so (RULES T178). */
const ASKS_KINDLY = /几点|几时|哪天|(?:啥|什么)时候|您(?!.*(?:没事|有[病毛]|是不是|[能会]不[能会]))/;
const MIN_CHARS = 4;
/** 你打吧, 一样一样来: a clause of fewer characters must sound as surely as 念给我 before it is doubted (RULES T198). */
const SHORT = { chars: 6, told: 0.84 };
const CHINESE = /[\u4e00-\u9fff]/;
/** Bubbles of one turn that are judged by themselves: nobody types more. */
const MAX_BUBBLES = 24;
/** Two codes for one deed: where one is told, the other adds nothing. */
const TWIN_CODES: Partial<Record<RedLine, RedLine>> = { threat: 'block-complaint', 'block-complaint': 'threat' };

type WeighedHit = RedLineHit & { loose?: true };
const UNLIKE = { confidence: 'low', chance: RED_LINE_THRESHOLDS.unlike } as const;
const unlike = (rule: string): string => `${rule}${BY_WORDS}`;

/** Scratch for a bubble or clause asked by itself. */
const PART_FEATURES = new Features(WEIGHTED_BUCKETS);
const chancesIn = (features: Features): Float64Array => chancesOf('redLines', features);

/** Adds to `features`, which hold the reply's characters, the rows of the word lists that matched. */
export const addRuleFeatures = (features: Features, { rows, plain, about }: MatchedRules): void => {
  if (plain !== null) features.addGrams(plain);
  addRuleRows(features, rows);
  for (const topic of about) features.addNamed(FEATURE.about, topic);
};

const addRuleRows = (features: Features, rows: readonly MatchedRule[]): void => {
  for (const { index, code, denied } of rows) {
    features.addNamed(FEATURE.row, index >> 4, index & 15, denied);
    features.addNamed(FEATURE.rowCode, RED_LINES.indexOf(code), denied);
  }
  if (rows.length === 0) features.addNamed(FEATURE.noRow);
};

/** The chance of a code or of its twin, whichever is higher. */
const chanceOf = (chances: Float64Array | null, code: RedLine): number => {
  const twin = TWIN_CODES[code] ?? code;
  return Math.max(chances?.[RED_LINES.indexOf(code)] ?? 0, chances?.[RED_LINES.indexOf(twin)] ?? 0);
};

/** `matched`: the rows that matched. `features` must hold exactly what `addReplyFeatures` put in. */
export const weighRedLines = (reading: Reading, matched: MatchedRules, features: Features): RedLineHit[] => {
  const shared = features.count;
  const chancesOfWords = matched.told.some(({ loose }) => loose) ? withoutRows(reading, matched, features) : null;
  addRuleFeatures(features, matched);
  const chances = chancesIn(features);
  features.truncate(shared);
  raiseByBubbles(matched, reading.text, chances);
  const chanceOfCode = (code: RedLine): number => chanceOf(chances, code);
  // The classifier knows which row matched, so for everyday words its yes only repeats the row: it must hear them without it.
  const confirmed = ({ loose, ...hit }: WeighedHit): RedLineHit =>
    !loose || hit.confidence === 'low' || chanceOf(chancesOfWords, hit.code) >= RED_LINE_THRESHOLDS.alone
      ? hit
      : { ...hit, ...UNLIKE, rule: unlike(hit.rule) };
  const topChance = Math.max(0, ...matched.told.map(({ code }) => chanceOfCode(code)));
  // A street door is told as a doubt, so the name beside it is one too; what the order knows of both is checked later.
  const doubted = new Set(matched.told.flatMap(({ code, confidence }) => (confidence === 'low' ? [code] : [])));
  const found = bestOfEach(
    matched.told
      .flatMap((hit) => weighedHits(hit, chanceOfCode(hit.code), topChance, doubted.has(hit.code)))
      .map(confirmed),
  );
  if (reading.text.length < MIN_CHARS || !CHINESE.test(reading.text)) return found;
  const isAnySure = found.some(({ confidence }) => confidence === 'high');
  for (const code of RED_LINES) {
    const chance = chances[RED_LINES.indexOf(code)] ?? 0;
    const isRefused = matched.rows.some((row) => row.denied && row.code === code);
    const byItself = GRAVE.has(code) ? RED_LINE_THRESHOLDS.grave : RED_LINE_THRESHOLDS.likely;
    const minChance = isAnySure || isRefused ? RED_LINE_THRESHOLDS.beside : byItself;
    if (chance < minChance || found.some((hit) => hit.code === code || hit.code === TWIN_CODES[code])) continue;
    const place = likeliestClause(reading, RED_LINES.indexOf(code));
    const bubble = bubbleAround(reading.text, place.start);
    if (code === 'credential' && (!NAMES_CODE.test(bubble) || (KEEPS_CODE.test(bubble) && !TO_US.test(bubble))))
      continue;
    if (code === 'offsite' && OWN_LINE.test(bubble) && !LEADS_AWAY.test(bubble)) continue;
    if ((code === 'threat' || code === 'insult') && asksKindly(reading, place.start)) continue;
    const { checked } = VERDICT_THRESHOLDS.redLine;
    const told = checked + ((RED_LINE_THRESHOLDS.bothHear - checked) * (chance - minChance)) / (1 - minChance);
    if (place.end - place.start < SHORT.chars && told < SHORT.told) continue;
    found.push({ code, confidence: 'low', chance: told, rule: BY_SOUND, ...place });
  }
  return found;
};

/** Whether the clause at a place is a question for a time, or a plain one put to 您. */
const asksKindly = ({ text, clauses }: Reading, at: number): boolean =>
  clauses.some(
    ({ start, end, isQuestion }) => isQuestion && start <= at && at < end && ASKS_KINDLY.test(text.slice(start, end)),
  );

/** The bubble of a turn in which a place stands. */
const bubbleAround = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
};

/** The chances by the words alone, without the rows; of a long turn the highest of any bubble. */
const withoutRows = (reading: Reading, { plain }: MatchedRules, features: Features): Float64Array => {
  const shared = features.count;
  if (plain !== null) features.addGrams(plain);
  const chances = chancesIn(features);
  features.truncate(shared);
  raiseByBubbles({ rows: null, plain }, reading.text, chances);
  return chances;
};

/** One hit of each code: the surest, and of equals the first. */
const bestOfEach = (hits: readonly RedLineHit[]): RedLineHit[] => {
  const best = new Map<RedLine, RedLineHit>();
  for (const hit of hits) {
    const other = best.get(hit.code);
    const isSurer = hit.confidence === 'high' && other?.confidence === 'low';
    if (!other || isSurer || (hit.confidence === other.confidence && hit.chance > other.chance))
      best.set(hit.code, hit);
  }
  return [...best.values()];
};

/** `topChance`: the highest chance of all hits. Beside a surer one an unlikely hit is dropped: the same words seldom cross two. */
const weighedHits = (
  { sure, ...hit }: FoundRedLine,
  chance: number,
  topChance: number,
  isKept: boolean,
): WeighedHit[] => {
  if (hit.confidence === 'low')
    return [
      {
        ...hit,
        chance: chance >= RED_LINE_THRESHOLDS.confirms ? RED_LINE_THRESHOLDS.bothHear : RED_LINE_THRESHOLDS.even,
      },
    ];
  const confirms = GRAVE.has(hit.code) ? RED_LINE_THRESHOLDS.graveConfirms : RED_LINE_THRESHOLDS.confirms;
  if (chance >= confirms || (sure && chance >= RED_LINE_THRESHOLDS.sureUnlikely))
    return [{ ...hit, chance: RED_LINE_THRESHOLDS.bothHear }];
  if (sure) return [{ ...hit, confidence: 'low', chance: RED_LINE_THRESHOLDS.bothHear }];
  if (
    !isKept &&
    (chance < (hit.code === 'privacy' ? RED_LINE_THRESHOLDS.deaf : RED_LINE_THRESHOLDS.unlikely) ||
      topChance >= RED_LINE_THRESHOLDS.confirms)
  )
    return [];
  return [{ ...hit, ...UNLIKE, rule: unlike(hit.rule) }];
};

/** `rows`: null where the classifier isn't told the rows. */
type RaisedBy = { readonly rows: readonly MatchedRule[] | null; readonly plain: string | null };

/** Judges each bubble of a long turn again by itself and raises `chances`: the rest would hide one bad bubble. */
const raiseByBubbles = ({ rows, plain }: RaisedBy, foldedText: string, chances: Float64Array): void => {
  const text = plain ?? foldedText;
  if (!text.includes('\n')) return;
  let bubbleStart = 0;
  for (const bubble of text.split('\n').slice(0, MAX_BUBBLES)) {
    const bubbleEnd = bubbleStart + bubble.length;
    if (bubble.length >= MIN_CHARS) {
      PART_FEATURES.clear();
      addReplyFeatures(PART_FEATURES, readText(bubble));
      if (rows !== null)
        addRuleRows(
          PART_FEATURES,
          rows.filter(({ start, end }) => start < bubbleEnd && end > bubbleStart),
        );
      for (const [output, chance] of chancesIn(PART_FEATURES).entries())
        chances[output] = Math.max(chances[output] ?? 0, chance);
    }
    bubbleStart = bubbleEnd + 1;
  }
};

/** The clause that sounds most like this red line, to be quoted; else the whole reply. */
const likeliestClause = (reading: Reading, output: number): { start: number; end: number } => {
  let best = { start: 0, end: reading.text.length };
  let bestChance: number = RED_LINE_THRESHOLDS.even;
  for (const { start, end } of reading.clauses.slice(0, 12)) {
    PART_FEATURES.clear();
    PART_FEATURES.addGrams(reading.text.slice(start, end));
    const chance = chancesIn(PART_FEATURES)[output] ?? 0;
    if (chance <= bestChance) continue;
    bestChance = chance;
    best = { start, end };
  }
  return best;
};
