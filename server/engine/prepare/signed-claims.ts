/**
 * What a clause claims, read so that another can be held against it: its characters with their weights, and the sign of its
 * predicate, which is that of the last word in it that affirms or denies. Denials before it belong to what is spoken of (没付款的能改,
 * 退不了的按标价扣) and are kept with the characters behind them.
 */
import { charId, charWeight, partnerIds } from '#language/points/wordings/text-units.ts';
import type { Reading } from '#language/reading/clause.ts';

/** `tokens`: the lexicon's concepts of the words of two characters and more that the character stands in. */
type Unit = { weight: number; isDenied: boolean; tokens: readonly number[] };
export type Units = ReadonlyMap<string, Unit>;

/** How a predicate is told: by a word that allows (能), by one that says it needn't be (不用), by any other denial, or barely. */
export type Manner = 'allowed' | 'needless' | 'denied' | 'bare';

export type Claim = {
  units: Units;
  sign: 1 | -1;
  manner: Manner;
  /** What is denied, without what is spoken of; empty where nothing is, or nothing stands behind the denial. */
  denied: Units;
  /** The last character that tells something. */
  head: string | null;
  /** 没揭, 未批: something hasn't happened, which denies nothing that may be done. */
  isEvent: boolean;
  /** Two denials of one predicate: 没叫您别举报, 不烂不空. */
  isTwofold: boolean;
};

const oneOf = (words: string): string => words.split(' ').join('|');
const ALLOWS = oneOf('不影响 不耽误 不妨碍 没关系 没问题 没事 不要紧 不打紧 无妨 可以 能 会 支持 照样 照常 可');
const DENIES_NOTHING = oneOf(
  '差不多 不好意思 不客气 没错 不过 不错 不同 不管 不但 不仅 不如 不然 要不 无理由 无论 无线 无痕 非常 特别 识别 区别 分别 个别 级别 性别 辨别 类别 别的 别家 别人 未来 是不是 能不能 会不会 有没有 要不要 可是 可惜 能力 功能 智能 会员 机会',
);
const DENIES = `(?:${oneOf('不 没有 没 无 未 别 勿 非 甭 莫 冇 禁')})(?:${oneOf('可以 能 会 支持 要 用 需要 必 建议 适合 宜')})*`;
/** 洗得掉, 听得见: what was done comes about. In 洗不掉 it doesn't, which 不 says. */
const COMES_ABOUT = '(?<=\\p{Script=Han})得(?=[掉下上了见着动开到起住进成])';
const MARKS = new RegExp(`(${DENIES_NOTHING})|(${ALLOWS}|${COMES_ABOUT})|(${DENIES})`, 'gu');
const NEEDLESS = /用|需|必/;
/** How it comes about is no part of what is spoken of: 见 of 听得见, 着 of 听不着. */
const OUTCOME = /(?<=[得不])[掉下上了见着动开到起住进成]/g;
/** A denial with these and more behind it belongs to what is spoken of. */
const SPOKEN_OF = /^[^的就也都还您你再先]{1,7}(?:的|就|也都?|都|还|您|你|再|先)(?![的了呢哦哈呀啊吧嘛]*$)/;
const EVENT = /^[没未](?!有)/;
const TOPIC_END = /[的就也都]|的话/;
/** So many characters behind a denial are denied with it where it belongs to what is spoken of. */
const REACH = 2;
/** Characters that tell less than this are no head: 的, 可, 里. */
const MIN_HEAD = 0.25;

const tokensAt = ({ tokens }: Reading, at: number): number[] =>
  tokens.flatMap(({ id, start, end }) => (end - start > 1 && start <= at && at < end ? [id] : []));

const unitsIn = (reading: Reading, start: number, end: number, deniedAt: ReadonlySet<number>): Map<string, Unit> => {
  const outcomes = new Set([...reading.text.slice(start, end).matchAll(OUTCOME)].map(({ index }) => start + index));
  const units = new Map<string, Unit>();
  for (let at = start; at < end; at++) {
    const char = reading.text.charAt(at);
    const weight = charWeight(char.charCodeAt(0));
    if (weight === 0 || units.has(char) || outcomes.has(at)) continue;
    units.set(char, { weight, isDenied: deniedAt.has(at), tokens: tokensAt(reading, at) });
  }
  return units;
};

/** What the clause at `index` of a reading claims, and with the clause before it where that only names something. */
export const claimIn = (reading: Reading, index: number): Claim => {
  const { start, end } = reading.clauses[index] as Reading['clauses'][number];
  const text = reading.text.slice(start, end);
  const marks = [...text.matchAll(MARKS)].filter(([, nothing]) => nothing === undefined);
  const last = marks.at(-1);
  const behind = last === undefined ? text.length : last.index + last[0].length;
  const isDenial = last?.[3] !== undefined;
  const isOfTopic = isDenial && SPOKEN_OF.test(text.slice(behind));
  const deniedAt = new Set(
    (isOfTopic ? marks : marks.slice(0, -1)).flatMap(({ index: at, 0: mark, 3: denial }) =>
      denial === undefined ? [] : Array.from({ length: REACH }, (_, next) => start + at + mark.length + next),
    ),
  );
  const isDenied = isDenial && !isOfTopic;
  const units = unitsIn(reading, start, end, deniedAt);
  return {
    units,
    sign: isDenied ? -1 : 1,
    manner: mannerOf(isDenied ? last[0] : null, last?.[2] !== undefined),
    denied: isDenied ? unitsIn(reading, start + behind, end, new Set()) : new Map(),
    isEvent: isDenied && EVENT.test(last[0]),
    isTwofold:
      isDenied &&
      marks
        .slice(0, -1)
        .some(
          ({ index: at, 0: mark, 3: denial }) =>
            denial !== undefined && !TOPIC_END.test(text.slice(at + mark.length, last.index)),
        ),
    head: [...units].findLast(([, { weight }]) => weight >= MIN_HEAD)?.[0] ?? null,
  };
};

const mannerOf = (denial: string | null, isAllowed: boolean): Manner => {
  if (denial !== null) return NEEDLESS.test(denial) ? 'needless' : 'denied';
  return isAllowed ? 'allowed' : 'bare';
};

/** Whether a text neither affirms nor denies: it only names what the next clause speaks of. */
export const onlyNames = (text: string): boolean =>
  [...text.matchAll(MARKS)].every(([, nothing]) => nothing !== undefined);

/** A character that others use for it tells nearly as much, and so does one in another word of the same meaning. */
export const ALIKE = 0.8;

/** The characters of some that may stand for another: itself alone where it is among them, else all that mean the same. */
export const charsLike = (units: Units, char: string, { tokens }: Unit): string[] => {
  if (units.has(char)) return [char];
  const partners = partnerIds(charId(char.charCodeAt(0)));
  return [...units].flatMap(([other, unit]) =>
    partners.includes(charId(other.charCodeAt(0))) || unit.tokens.some((id) => tokens.includes(id)) ? [other] : [],
  );
};

/** The unit of some that is a character, or means the same. */
export const unitLike = (units: Units, char: string, unit: Unit): Unit | null => {
  const [like] = charsLike(units, char, unit);
  const found = like === undefined ? undefined : units.get(like);
  if (found === undefined) return null;
  return like === char ? found : { ...found, weight: found.weight * ALIKE };
};
