/** What the customer's open question already says: it need not be repeated to be answered. */
import { type Reading, readText } from '../reading/clauses.ts';
import { gramId, loneId } from './keys.ts';

export type Heard = {
  readonly reading: Reading | null;
  readonly given: ReadonlySet<number>;
  readonly givenGroups: ReadonlySet<number>;
  /** Its characters, each once. */
  readonly chars: readonly number[];
  /** What a yes-or-no question asks about: a clear yes or no to it is an answer, however short. */
  readonly asked: ReadonlySet<number>;
  /** The one clause a bare yes or no can mean; -1 when there is none or several. */
  readonly objectOf: number;
};

const YES_NO = /想|我要|帮我|吗|么|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧/;
const ASKS_WHETHER = /吗|么(?!样)|([\u4e00-\u9fff])(?:不|没)\1|不$|没$|没有$|吧|是否|真的\?/;
const OPEN = /多少|什么|哪|几|怎么|多[久长大重]/;

export const NOTHING_ASKED: Heard = {
  reading: null,
  given: new Set(),
  givenGroups: new Set(),
  chars: [],
  asked: new Set(),
  objectOf: -1,
};

/** A customer's words come from the scenario, the same in every drill of it: the last few are kept read. */
const READ = new Map<string, Heard>();
const MOST_READ = 256;

/** Reads what the customer said, folded; the same text gives the same answer, kept or not. */
export function hearQuestion(text: string): Heard {
  if (text === '') return NOTHING_ASKED;
  const known = READ.get(text);
  if (known) return known;
  const heard = read(readText(text));
  if (text.length <= 400) {
    if (READ.size >= MOST_READ) READ.clear();
    READ.set(text, heard);
  }
  return heard;
}

function read(question: Reading): Heard {
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
    for (let at = 0; at < plain.length; at++) {
      chars.add(plain.charCodeAt(at));
      given.add(loneId(plain.charCodeAt(at)));
      if (at + 1 < plain.length) given.add(gramId(plain.charCodeAt(at), plain.charCodeAt(at + 1)));
    }
  }
  return { reading: question, given, givenGroups, chars: [...chars], asked, objectOf: objectOf(question, texts) };
}

function objectOf(question: Reading, texts: readonly string[]): number {
  const asking = texts.flatMap((text, index) => (ASKS_WHETHER.test(text) && !OPEN.test(text) ? [index] : []));
  const [only] = asking;
  if (only === undefined || asking.length > 1) return -1;
  // 不辣的吗 can be met by 对 or by 不 alike; 薄吗 is denied by 不会 as any word is.
  return question.clauses[only]?.govern.some((mark) => mark.sign < 0) ? -1 : only;
}
