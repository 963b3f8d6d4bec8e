/** Why the parser gave up, in an author's words: most syntax errors in cases are one of four slips. */
import type { Code } from '#library/codes.ts';

type Slip = { code: Code; offset: number; message: string };

const COLON_ERRORS = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY']);
const LEADING_BRACE = /(?:[:[,-]\s*)(\{[^{}:]*\}\s*[^\s,\]}])/;
/** A comment written as one has a space after its #; a # that swallowed half a sentence has none. */
const SWALLOWING_HASH = /\S\s+(#[^\s#])/;

/** The parser's error (its code and offset) → ours. */
export function explainSyntax(error: string, offset: number, text: string): Slip {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, endOfLine(text, offset));
  if (error === 'DUPLICATE_KEY')
    return { code: 'duplicate-id', offset, message: '同一个键写了两次：删掉一个，或合成一个' };
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
  return { code: 'yaml-syntax', offset, message: `YAML 读不下去（${error}）：看这里的缩进、括号和引号是否成对` };
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
