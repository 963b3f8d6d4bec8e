/** Why the parser gave up, in an author's words: most syntax errors in cases are one of a few slips. */
import type { Code } from '#library/diagnostics/codes.ts';

type Slip = { code: Code; offset: number; message: string };

const COLON_ERRORS = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY']);
const LEADING_BRACE = /(?:[:[,-]\s*)(\{[^{}:]*\}\s*[^\s,\]}])/;
/** A comment written as one has a space after its #; a # that swallowed half a sentence has none. */
const SWALLOWING_HASH = /\S\s+(#[^\s#])/;

/** 「id：shop/a」: typed with a Chinese keyboard, and no key to the parser. */
const WIDE_COLON = /^[ \t]*(?:- +)?[a-z][\w-]*[ \t]*(：)/m;
const BY_ERROR: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '行首是 Tab，YAML 只认空格：把缩进换成空格，一级两格',
  MISSING_CHAR: '引号或括号没有收尾：补上另一半',
  BAD_SCALAR_START: '句子以 @、% 或 ` 开头：整句加引号',
  BAD_INDENT: '这一行缩进不对，或上面的 [ { 没有收尾',
  UNEXPECTED_TOKEN: '这里多出来一段：多半是缩进和上一行对不齐',
};

/** The place of a key's Chinese colon, as the first reason why the file can't be read; null when there is none. */
export function wideColon(text: string): Slip | null {
  const found = WIDE_COLON.exec(text);
  if (found === null) return null;
  const offset = found.index + found[0].length - 1;
  return { code: 'yaml-wide-colon', offset, message: '键后面是中文冒号：换成英文冒号加一个空格' };
}

/** The parser's error (its code and offset) → ours. */
export function explainSyntax(error: string, offset: number, text: string): Slip {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, endOfLine(text, offset));
  if (error === 'DUPLICATE_KEY')
    return { code: 'duplicate-id', offset, message: '同一个键写了两次：删掉一个，或合成一个' };
  const colon = wideColon(text);
  if (colon) return colon;
  const brace = LEADING_BRACE.exec(line);
  if (brace) {
    const at = start + brace.index + brace[0].indexOf('{');
    return { code: 'yaml-leading-brace', offset: at, message: '句子以 { 开头：整句加引号，如 "{买家昵称}您好"' };
  }
  const hash = hashBefore(text, offset);
  if (hash !== null)
    return { code: 'yaml-hash-in-bare', offset: hash, message: '「 #」之后被当成注释：整句加引号，或去掉 # 前的空格' };
  if (COLON_ERRORS.has(error))
    return { code: 'yaml-colon-in-bare', offset, message: '句子里有「: 」：换成「：」，或整句加引号' };
  const told = BY_ERROR[error] ?? `YAML 读不下去（${error}）：看这里的缩进、括号和引号是否成对`;
  return { code: 'yaml-syntax', offset, message: told };
}

/** A swallowed half sentence also swallows the closing bracket, so the parser stumbles a line or two later. */
function hashBefore(text: string, offset: number): number | null {
  const before = text.slice(0, endOfLine(text, offset)).split('\n').slice(-3);
  let start = endOfLine(text, offset) - before.join('\n').length;
  for (const line of before) {
    const found = SWALLOWING_HASH.exec(line);
    if (found) return start + found.index + found[0].indexOf('#');
    start += line.length + 1;
  }
  return null;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
