/**
 * Matters that one word of the trade names. A figure told of such a matter is held against the matter's own, even where
 * it is right of something else.
 */
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { SUM } from './matters.ts';

const list = (words: string): readonly string[] => words.split(' ');

/**
 * `kinds`: kinds of figure it is told in; `behind`: words right before a figure of this matter; `ofGoods`: every
 * product has its own, and those of other products clear nothing; `slip`: a case has many of it, and a figure is wrong
 * only where it is a digit off the right one; `clears`: customers have many words for it, so that it only clears a figure
 * that is right of it and proves none wrong.
 */
export type Named = {
  name: string;
  kinds: readonly string[];
  words: readonly string[];
  behind?: RegExp;
  ofGoods?: boolean;
  slip?: boolean;
  clears?: boolean;
};

export const DATE = 'date';
const CLOCK = 'clock';
const SPANS = ['days', 'hours'];
const NAMED: readonly Named[] = [
  { name: 'forwarding', kinds: [SUM], words: list('转寄') },
  { name: 'express', kinds: [SUM], words: list('特快') },
  { name: 'post-free', kinds: [SUM], words: list('包邮 免邮 免运费'), behind: /[满够到]$/ },
  { name: 'take-home', kinds: [SUM], words: list('到手'), behind: /到手(?:价|是|就|只要|才)*$/, slip: true },
  { name: 'difference', kinds: [SUM], words: list('差'), behind: /差(?:价|额|了|是|就|您)*$/, slip: true },
  { name: 'price-guard', kinds: SPANS, words: list('价保 保价 降价 降了 退差') },
  { name: 'no-reason', kinds: ['days'], words: list('无理由 不想要 不想留 不喜欢 不合适 后悔'), clears: true },
  { name: 'refund', kinds: ['days'], words: list('退款 到账 到帐 到卡 原路 打款 退给您 退给你 退到') },
  { name: 'booking', kinds: SPANS, words: list('预约'), ofGoods: true },
  { name: 'restock', kinds: [DATE], words: list('补货 到仓 补到 到货') },
  { name: 'application', kinds: [DATE], words: list('申请') },
  { name: 'renewal', kinds: [DATE], words: list('换新 换了台 换了一台 换的新 换过来 换的这台 换货那天') },
  { name: 'place', kinds: [SUM], words: list('序号 排'), behind: /(?:序号|排|第|是|在|到)$/ },
  { name: 'notice', kinds: [CLOCK], words: list('公示') },
];

/** The matters that a text names and that are told in figures of this kind. */
export const namedIn = (text: string, kind: string): readonly Named[] =>
  NAMED.filter(({ kinds, words }) => kinds.includes(kind) && words.some((word) => text.includes(word)));

const GOES_ON = /^[,\s]*$/;
/** Most characters, its figure aside, of a part that goes on from the part before it: 转寄费您出，6块起. */
const MAX_PART_CHARS = 6;

/** The matters that a figure's own clause names; where it names none, those of the clause it goes on from. */
const namedAround = ({ text, clauses, values }: Reading, value: StatedValue, kind: string): readonly Named[] => {
  const { start, end } = clauses[value.clauseIndex] as Clause;
  const own = namedIn(text.slice(start, end), kind);
  const before = clauses[value.clauseIndex - 1];
  if (own.length > 0 || !before || !GOES_ON.test(text.slice(before.end, start))) return own;
  const isLittle = end - start - (value.end - value.start) <= MAX_PART_CHARS;
  const hasOwn = values.some(({ clauseIndex }) => clauseIndex === value.clauseIndex - 1);
  return isLittle && !hasOwn ? namedIn(text.slice(before.start, before.end), kind) : [];
};

/** The matters that a figure is told of by their names; `title`: the heading over the text. */
export const namedFor = (reading: Reading, value: StatedValue, kind: string, title = ''): readonly Named[] => {
  const { start } = reading.clauses[value.clauseIndex] as Clause;
  const before = reading.text.slice(start, value.start);
  const named = [...namedAround(reading, value, kind), ...namedIn(title, kind)];
  return named.filter(({ behind }) => !behind || behind.test(before));
};
