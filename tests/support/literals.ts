/**
 * Texts in a file of TypeScript: what stands in quotes, in templates and between tags. Comments and regular expressions
 * are passed over. A tokenizer by hand, because the compiler's own has no library to ask.
 */

/** Behind one of these a slash begins a regular expression; behind a name, a number or a bracket it divides. */
const BEFORE_REGEX = new Set('(,=:[!&|?{;+-*%~^');
const WORDS_BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|void|yield|await|default)$/;
/** How far back a word before a slash is looked for. */
const LONGEST_WORD = 12;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
/** A text in quotes ends at the end of its line at the latest, so that an apostrophe between tags opens none. */
const QUOTED = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
/** Names in Chinese (a key without quotes) and text between tags. */
const BARE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/y;

const startsRegex = (before: string): boolean =>
  before === '' || before.endsWith('=>') || BEFORE_REGEX.has(before.at(-1) ?? '') || WORDS_BEFORE_REGEX.test(before);

/** Each text once, in the order of their ends; a template's own text, without the values filled in. */
export const literalsOf = (raw: string): string[] => {
  const found: string[] = [];
  let at = 0;
  /** The end of the code so far, with spaces only between words; it decides what a slash means. */
  let before = '';
  let spaced = false;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const taken = pattern.exec(raw)?.[0] ?? null;
    if (taken !== null) at += taken.length;
    return taken;
  };

  const template = (): void => {
    at += 1;
    let said = '';
    while (at < raw.length && raw[at] !== '`') {
      if (raw.startsWith('${', at)) {
        at += 2;
        before = '{';
        code('}');
        said += '…';
      } else if (raw[at] === '\\') {
        said += raw.slice(at, at + 2);
        at += 2;
      } else {
        said += raw[at];
        at += 1;
      }
    }
    at += 1;
    found.push(said);
    before = '`';
  };

  /** Reads code up to the bracket that closes it, and at the top up to the end. */
  const code = (end: '}' | null): void => {
    for (let depth = 0; at < raw.length; ) {
      const char = raw[at] ?? '';
      if (/\s/.test(char)) {
        at += 1;
        spaced = true;
      } else if (take(COMMENT) !== null) continue;
      else if (char === '/' && startsRegex(before) && take(REGEX) !== null) before = 'x';
      else if (char === '`') template();
      else {
        const text = take(QUOTED)?.slice(1, -1) ?? take(BARE);
        if (text !== null) {
          found.push(text);
          before = 'x';
          continue;
        }
        at += 1;
        if (char === '{') depth += 1;
        if (char === '}' && depth === 0 && end !== null) return;
        if (char === '}') depth -= 1;
        before = `${before}${spaced && /\w/.test(char) ? ' ' : ''}${char}`.slice(-LONGEST_WORD);
        spaced = false;
      }
    }
  };
  code(null);
  return found;
};
