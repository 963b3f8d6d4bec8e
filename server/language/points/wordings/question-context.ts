/** What the customer's open question already says: an answer needn't repeat it. */
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import type { Value } from '#language/reading/value.ts';
import { gramId, loneId } from './units.ts';

export type QuestionContext = {
  readonly reading: Reading | null;
  readonly given: ReadonlySet<number>;
  readonly givenGroups: ReadonlySet<number>;
  readonly units: ReadonlySet<number>;
  /** The words of its yes-or-no questions: a clear yes or no to them is an answer, however short. */
  readonly asked: ReadonlySet<number>;
  /** The one clause that a yes or no means when more words follow it; -1 when there is none or several. */
  readonly objectOf: number;
  /** The clauses a bare yes or no may mean: one question, perhaps in two wordings; empty when it could be several. */
  readonly objects: readonly number[];
  /** Kinds of value the question asks for: 几天到, 多少钱. */
  readonly wanted: ReadonlySet<Value['kind']>;
};

const YES_NO = /想|我要|帮我|吗|么|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧/;
const ASKS_WHETHER = /吗|么(?!样)|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧|是否|真的\?/;
const OPEN = /多少|什么|哪|几|怎么|多[久长大重]/;

export const NOTHING_ASKED: QuestionContext = {
  reading: null,
  given: new Set(),
  givenGroups: new Set(),
  units: new Set(),
  asked: new Set(),
  objectOf: -1,
  objects: [],
  wanted: new Set(),
};

/** Customers' words come from the scenario and are the same in every drill of it: readings of the last few are kept. */
const READ = new Map<string, QuestionContext>();
const MAX_READ = 256;

/**
 * Reads a customer's folded text; the same text always gives the same answer. `titles`: the texts of the open
 * questions. A line that equals one of them repeats what the customer's own words ask.
 */
export function questionContext(text: string, titles: readonly string[] = []): QuestionContext {
  if (text === '') return NOTHING_ASKED;
  const key = titles.length === 0 ? text : `${titles.join('\n')}\n\n${text}`;
  const known = READ.get(key);
  if (known) return known;
  const heard = readQuestion(
    readText(text),
    new Set(titles.flatMap((title) => readText(title).clauses.map(({ plain }) => plain))),
  );
  if (key.length <= 600) {
    if (READ.size >= MAX_READ) READ.clear();
    READ.set(key, heard);
  }
  return heard;
}

function readQuestion(question: Reading, titles: ReadonlySet<string>): QuestionContext {
  const given = new Set<number>();
  const givenGroups = new Set<number>();
  const asked = new Set<number>();
  const chars = new Set<number>();
  const texts = question.clauses.map(({ start, end }) => question.text.slice(start, end));
  const yesNo = texts.map((text) => YES_NO.test(text) && !OPEN.test(text));
  for (const token of question.tokens) {
    given.add(token.id);
    givenGroups.add(token.group);
    if (yesNo[token.clause]) asked.add(token.id);
  }
  for (const { plain } of question.clauses) {
    for (let index = 0; index < plain.length; index++) {
      chars.add(plain.charCodeAt(index));
      given.add(loneId(plain.charCodeAt(index)));
      if (index + 1 < plain.length) given.add(gramId(plain.charCodeAt(index), plain.charCodeAt(index + 1)));
    }
  }
  return {
    reading: question,
    given,
    givenGroups,
    units: chars,
    asked,
    objectOf: objectOf(question, texts),
    objects: objectsOf(question, texts, titles),
    wanted: wantedIn(question.text),
  };
}

const WHEN = '啥时候|什么时候|何时|几时';
const WANTS: readonly (readonly [kind: Value['kind'], asked: RegExp])[] = [
  [
    'duration',
    new RegExp(`几(?:天|个?月|年|小时|个钟|周|个?礼拜|分钟|日)|多久|多长时间|多少(?:天|小时|年|个月|分钟)|${WHEN}`),
  ],
  ['date', new RegExp(`几号|哪天|哪日|${WHEN}`)],
  ['clock', new RegExp(`几点|${WHEN}`)],
  ['amount', /多少(?:钱|块|元|$|[?,。呀啊呢])|几块|多贵|[啥什么]+价|(?:加|抵|收|补|退|扣|减|赔)多少|(?:咋|怎么)收/],
  ['percent', /几折|几成|扣多少|多少点|几个点|百分之几|比例/],
  ['size', /[啥什么哪]个?[码号]|几码|多大码|[穿拍选买戴]多大/],
  [
    'measure',
    /多[重厚宽高长大粗深](?!时间)|几(?:斤|公斤|厘米|米|升|寸|瓦|度|层|片|件|个(?!月|钟|礼拜|工)|张|支|次|双|瓶|包|岁)|多少(?:斤|克|毫升|度|瓦|片|件|个(?!月)|张|次)|容量|承重|尺寸/,
  ],
];

/** Kinds of value a folded text asks for. */
export function wantedIn(question: string): ReadonlySet<Value['kind']> {
  return new Set(WANTS.flatMap(([kind, asked]) => (asked.test(question) ? [kind] : [])));
}

const asksWhether = (text: string): boolean => ASKS_WHETHER.test(text) && !OPEN.test(text);

const DENIED = /[不没别无](?!$)/;
/** 能换不, 到了没: the end of a question, no denial. */
const TAIL = /^(?:不|没有?)(?:[^\u4e00-\u9fff]|$)/;
const OR_NOT = /([\u4e00-\u9fff])[不没]\1|没事|不[?,]*$/g;

function objectOf({ clauses }: Reading, texts: readonly string[]): number {
  const asking = texts.flatMap((text, index) => (asksWhether(text) ? [index] : []));
  const [only] = asking;
  if (only === undefined || asking.length > 1) return -1;
  // 不辣的吗 may be agreed to by 对 or by 不, so it is left out; 薄吗 is denied by 不会 like any word.
  return clauses[only]?.polarityWords.some(({ sign }) => sign < 0) ? -1 : only;
}

function objectsOf(question: Reading, texts: readonly string[], titles: ReadonlySet<string>): number[] {
  const { clauses, tokens } = question;
  const asking = texts.flatMap((text, index) => (asksWhether(text) ? [index] : []));
  const isTitle = (index: number): boolean => titles.has(clauses[index]?.plain ?? '');
  const [named, own] = [asking.filter(isTitle), asking.filter((index) => !isTitle(index))];
  // 今天能发出来吧 under the title 今天能发出来吗 is one question asked twice, not two.
  const titled = new Set(named.map((index) => clauses[index]?.plain));
  if (own.length > 1 || titled.size > 1) return [];
  const denies = (index: number): boolean =>
    DENIED.test((texts[index] ?? '').replace(OR_NOT, '')) ||
    (clauses[index]?.polarityWords.some(({ sign, at }) => sign < 0 && !TAIL.test(question.text.slice(at))) ?? false);
  if (own.some(denies)) return [];
  // 麻不麻烦 under the title 能退吗: no to one is yes to the other.
  const isTurned = tokens.some(
    (token) => own.includes(token.clause) && token.axis === 'fact' && token.explicit && token.sign < 0,
  );
  return isTurned ? own : [...own, ...named.filter((index) => !denies(index))];
}
