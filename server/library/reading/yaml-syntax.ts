/** Why the parser gave up, in an author's words: most syntax errors in cases are one of a few slips. */
import { say } from '#i18n/say.ts';
import type { Code } from '#library/diagnostics/codes.ts';

type Slip = { code: Code; offset: number; message: string };

const COLON_ERRORS = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY']);
const LEADING_BRACE = /(?:[:[,-]\s*)(\{[^{}:]*\}\s*[^\s,\]}])/;
/** A # with no space behind it: it wasn't meant as a comment and swallowed half a sentence. */
const SWALLOWING_HASH = /\S\s+(#[^\s#])/;

/** A key with a Chinese colon (「id：shop/a」), which the parser doesn't read as a key. */
const WIDE_COLON = /^[ \t]*(?:- +)?[a-z][\w-]*[ \t]*(：)/m;
/** The parser's errors for which there is a sentence. */
const TOLD = ['TAB_AS_INDENT', 'MISSING_CHAR', 'BAD_SCALAR_START', 'BAD_INDENT', 'UNEXPECTED_TOKEN'] as const;

/** The place of a key's Chinese colon; null when there is none. Looked for first when a file can't be read. */
export const wideColon = (text: string): Slip | null => {
  const colon = WIDE_COLON.exec(text);
  if (colon === null) return null;
  const offset = colon.index + colon[0].length - 1;
  return { code: 'yaml-wide-colon', offset, message: say('checker:yaml.wide-colon') };
};

/** The parser's error (its code and offset) → ours. */
export const explainSyntax = (error: string, offset: number, text: string): Slip => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, endOfLine(text, offset));
  if (error === 'DUPLICATE_KEY') return { code: 'duplicate-id', offset, message: say('checker:yaml.key-twice') };
  const colon = wideColon(text);
  if (colon) return colon;
  const brace = LEADING_BRACE.exec(line);
  if (brace) {
    const offset = start + brace.index + brace[0].indexOf('{');
    return { code: 'yaml-leading-brace', offset: offset, message: say('checker:yaml.brace') };
  }
  const hash = hashBefore(text, offset);
  if (hash !== null) return { code: 'yaml-hash-in-bare', offset: hash, message: say('checker:yaml.hash') };
  if (COLON_ERRORS.has(error)) return { code: 'yaml-colon-in-bare', offset, message: say('checker:yaml.colon') };
  const explanation = TOLD.find((code) => code === error);
  const message = explanation ? say(`checker:yaml.slip.${explanation}`) : say('checker:yaml.unreadable', { error });
  return { code: 'yaml-syntax', offset, message };
};

/** The place of a # in this or the two lines before: it swallows a closing bracket too, so the parser stumbles only later. */
const hashBefore = (text: string, offset: number): number | null => {
  const textBefore = text.slice(0, endOfLine(text, offset)).split('\n').slice(-3);
  let start = endOfLine(text, offset) - textBefore.join('\n').length;
  for (const line of textBefore) {
    const hash = SWALLOWING_HASH.exec(line);
    if (hash) return start + hash.index + hash[0].indexOf('#');
    start += line.length + 1;
  }
  return null;
};

const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};
