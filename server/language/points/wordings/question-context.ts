/** What the customer's open question already says: an answer needn't repeat it. */
import type { Reading } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import type { Value } from '#language/reading/value.ts';
import { bigramId, charId } from './text-units.ts';

export type QuestionContext = {
  readonly reading: Reading | null;
  readonly unitIds: ReadonlySet<number>;
  readonly conceptGroups: ReadonlySet<number>;
  readonly charCodes: ReadonlySet<number>;
  /** The words of its yes-or-no questions: a clear yes or no to them is an answer, however short. */
  readonly yesNoConcepts: ReadonlySet<number>;
  /** The one clause that a yes or no means when more words follow it; -1 when there is none or several. */
  readonly objectClause: number;
  /** The clauses a bare yes or no may mean: one question, perhaps in two wordings; empty when it could be several. */
  readonly objectClauses: readonly number[];
  /** Kinds of value the question asks for: 几天到, 多少钱. */
  readonly wantedKinds: ReadonlySet<Value['kind']>;
};

const YES_NO = /想|我要|帮我|吗|么|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧/;
const ASKS_WHETHER = /吗|么(?!样)|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧|是否|真的\?/;
const OPEN_QUESTION = /多少|什么|哪|几|怎么|多[久长大重]/;

export const NO_QUESTION: QuestionContext = {
  reading: null,
  unitIds: new Set(),
  conceptGroups: new Set(),
  charCodes: new Set(),
  yesNoConcepts: new Set(),
  objectClause: -1,
  objectClauses: [],
  wantedKinds: new Set(),
};

/** Customers' words come from the scenario and are the same in every drill of it: readings of the last few are kept. */
const CONTEXTS = new Map<string, QuestionContext>();
const MAX_CONTEXTS = 256;

/**
 * Reads a customer's folded text; the same text always gives the same answer. `titles`: the texts of the open
 * questions. A line that equals one of them repeats what the customer's own words ask.
 */
export const questionContext = (text: string, titles: readonly string[] = []): QuestionContext => {
  if (text === '') return NO_QUESTION;
  const cacheText = titles.length === 0 ? text : `${titles.join('\n')}\n\n${text}`;
  const cached = CONTEXTS.get(cacheText);
  if (cached) return cached;
  const context = readQuestion(
    readText(text),
    new Set(titles.flatMap((title) => readText(title).clauses.map(({ plain }) => plain))),
  );
  if (cacheText.length <= 600) {
    if (CONTEXTS.size >= MAX_CONTEXTS) CONTEXTS.clear();
    CONTEXTS.set(cacheText, context);
  }
  return context;
};

const readQuestion = (question: Reading, titles: ReadonlySet<string>): QuestionContext => {
  const unitIds = new Set<number>();
  const conceptGroups = new Set<number>();
  const yesNoConcepts = new Set<number>();
  const charCodes = new Set<number>();
  const texts = question.clauses.map(({ start, end }) => question.text.slice(start, end));
  const isYesNo = texts.map((text) => YES_NO.test(text) && !OPEN_QUESTION.test(text));
  for (const token of question.tokens) {
    unitIds.add(token.id);
    conceptGroups.add(token.group);
    if (isYesNo[token.clauseIndex]) yesNoConcepts.add(token.id);
  }
  for (const { plain } of question.clauses) {
    for (let index = 0; index < plain.length; index++) {
      charCodes.add(plain.charCodeAt(index));
      unitIds.add(charId(plain.charCodeAt(index)));
      if (index + 1 < plain.length) unitIds.add(bigramId(plain.charCodeAt(index), plain.charCodeAt(index + 1)));
    }
  }
  return {
    reading: question,
    unitIds,
    conceptGroups,
    charCodes,
    yesNoConcepts,
    objectClause: objectClauseOf(question, texts),
    objectClauses: objectClausesOf(question, texts, titles),
    wantedKinds: wantedKindsIn(question.text),
  };
};

const WHEN_WORDS = '啥时候|什么时候|何时|几时';
const ASKS_FOR_KIND: readonly (readonly [kind: Value['kind'], asked: RegExp])[] = [
  [
    'duration',
    new RegExp(
      `几(?:天|个?月|年|小时|个钟|周|个?礼拜|分钟|日)|多久|多长时间|多少(?:天|小时|年|个月|分钟)|${WHEN_WORDS}`,
    ),
  ],
  ['date', new RegExp(`几号|哪天|哪日|${WHEN_WORDS}`)],
  ['clock', new RegExp(`几点|${WHEN_WORDS}`)],
  ['amount', /多少(?:钱|块|元|$|[?,。呀啊呢])|几块|多贵|[啥什么]+价|(?:加|抵|收|补|退|扣|减|赔)多少|(?:咋|怎么)收/],
  ['percent', /几折|几成|扣多少|多少点|几个点|百分之几|比例/],
  ['size', /[啥什么哪]个?[码号]|几码|多大码|[穿拍选买戴]多大/],
  [
    'measure',
    /多[重厚宽高长大粗深](?!时间)|几(?:斤|公斤|厘米|米|升|寸|瓦|度|层|片|件|个(?!月|钟|礼拜|工)|张|支|次|双|瓶|包|岁)|多少(?:斤|克|毫升|度|瓦|片|件|个(?!月)|张|次)|容量|承重|尺寸/,
  ],
];

/** Kinds of value a folded text asks for. */
export const wantedKindsIn = (question: string): ReadonlySet<Value['kind']> => {
  return new Set(ASKS_FOR_KIND.flatMap(([kind, asked]) => (asked.test(question) ? [kind] : [])));
};

const asksWhether = (text: string): boolean => ASKS_WHETHER.test(text) && !OPEN_QUESTION.test(text);

const DENIED = /[不没别无](?!$)/;
/** 能换不, 到了没: the end of a question, no denial. */
const QUESTION_TAIL = /^(?:不|没有?)(?:[^\u4e00-\u9fff]|$)/;
const OR_NOT = /([\u4e00-\u9fff])[不没]\1|没事|不[?,]*$/g;

const objectClauseOf = ({ clauses }: Reading, texts: readonly string[]): number => {
  const asking = texts.flatMap((text, index) => (asksWhether(text) ? [index] : []));
  const [only] = asking;
  if (only === undefined || asking.length > 1) return -1;
  // 不辣的吗 may be agreed to by 对 or by 不, so it is left out; 薄吗 is denied by 不会 like any word.
  return clauses[only]?.polarityWords.some(({ sign }) => sign < 0) ? -1 : only;
};

const objectClausesOf = (question: Reading, texts: readonly string[], titles: ReadonlySet<string>): number[] => {
  const { clauses, tokens } = question;
  const asking = texts.flatMap((text, index) => (asksWhether(text) ? [index] : []));
  const isTitle = (index: number): boolean => titles.has(clauses[index]?.plain ?? '');
  const [titledClauses, ownClauses] = [asking.filter(isTitle), asking.filter((index) => !isTitle(index))];
  // 今天能发出来吧 under the title 今天能发出来吗 is one question asked twice, not two.
  const titlesRepeated = new Set(titledClauses.map((index) => clauses[index]?.plain));
  if (ownClauses.length > 1 || titlesRepeated.size > 1) return [];
  const denies = (index: number): boolean =>
    DENIED.test((texts[index] ?? '').replace(OR_NOT, '')) ||
    (clauses[index]?.polarityWords.some(
      ({ sign, start }) => sign < 0 && !QUESTION_TAIL.test(question.text.slice(start)),
    ) ??
      false);
  if (ownClauses.some(denies)) return [];
  // 麻不麻烦 under the title 能退吗: no to one is yes to the other.
  const isTurned = tokens.some(
    (token) => ownClauses.includes(token.clauseIndex) && token.axis === 'fact' && token.isExplicit && token.sign < 0,
  );
  return isTurned ? ownClauses : [...ownClauses, ...titledClauses.filter((index) => !denies(index))];
};
