/** Adds one example to a case's YAML by cutting it into the author's own text: every other byte stays as it is. */
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from '#library/diagnostics/diagnostics.ts';

export type ExampleList = 'yes' | 'no';
type Splice = { at: number; insert: string };

/**
 * The text with `sentence` at the end of `examples.yes` or `examples.no` of the point at `path`. Missing lists and maps
 * are made, written like those around them. Null where the point isn't written as a map, or its examples aren't lists.
 */
export const withExample = (text: string, path: Path, list: ExampleList, sentence: string): string | null => {
  const doc = parseDocument(text, { keepSourceTokens: true });
  const point = doc.getIn(path);
  if (doc.errors.length > 0 || !isMap(point)) return null;
  const splice = spliceFor(text, point, list, asScalar(sentence));
  return splice === null ? null : text.slice(0, splice.at) + splice.insert + text.slice(splice.at);
};

const spliceFor = (text: string, point: YAMLMap, list: ExampleList, item: string): Splice | null => {
  const examples = pairOf(point, 'examples');
  if (examples === null) return newPair(text, point, 'examples', { [list]: item });
  if (!isMap(examples.value)) return null;
  const knownPairs = pairOf(examples.value, list);
  if (knownPairs === null) return newPair(text, examples.value, list, item);
  return isSeq(knownPairs.value) ? newItem(text, knownPairs.value, item) : null;
};

const pairOf = (map: YAMLMap, key: string): Pair | null =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) ?? null;

/** `value`: a list's only item, or a map with one list of one item. */
const newPair = (
  text: string,
  map: YAMLMap,
  key: string,
  value: string | Readonly<Record<string, string>>,
): Splice | null => {
  const flow = typeof value === 'string' ? `[${value}]` : `{${Object.entries(value).map(([k, v]) => `${k}: [${v}]`)}}`;
  const first = map.items[0];
  const last = map.items.at(-1);
  if (map.flow === true) {
    const inside = (map.range?.[1] ?? 0) - 1;
    return { at: trimmedEnd(text, inside), insert: `${comma(text, inside)}${key}: ${flow}` };
  }
  const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
  if (start === undefined || last === undefined) return null;
  const indent = ' '.repeat(columnOf(text, start));
  const lines =
    typeof value === 'string'
      ? [`${indent}${key}: ${flow}`]
      : [`${indent}${key}:`, ...Object.entries(value).map(([k, v]) => `${indent}  ${k}: [${v}]`)];
  return newLines(text, endOf(last), lines);
};

const newItem = (text: string, seq: YAMLSeq, item: string): Splice | null => {
  const last = seq.items.at(-1);
  if (seq.flow === true) {
    const indent = (seq.range?.[1] ?? 0) - 1;
    if (!isNode(last)) return { at: trimmedEnd(text, indent), insert: item };
    const offset = last.range?.[1] ?? indent;
    return { at: offset, insert: `, ${item}` };
  }
  if (!isNode(last) || !last.range) return null;
  // Searched backwards from the item's start: the dash of the item.
  const dash = text.lastIndexOf('-', last.range[0] - 1);
  return newLines(text, last.range[1], [`${' '.repeat(columnOf(text, dash))}- ${item}`]);
};

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value);

/** The end of a pair's value; of a pair without a value, the end of its key. */
const endOf = (pair: Pair): number => {
  const value = isNode(pair.value) ? pair.value.range?.[1] : undefined;
  return value ?? (isNode(pair.key) ? (pair.key.range?.[1] ?? 0) : 0);
};

/** Adds lines behind the line that holds `end`; a comment behind the value stays on its line. */
const newLines = (text: string, end: number, lines: readonly string[]): Splice => {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const inLine = end > 0 && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', inLine);
  if (next < 0) return { at: text.length, insert: `${eol}${lines.join(eol)}` };
  return { at: next + 1, insert: `${lines.join(eol)}${eol}` };
};

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const trimmedEnd = (text: string, end: number): number => {
  let offset = end;
  while (offset > 0 && /\s/.test(text[offset - 1] ?? '')) offset -= 1;
  return offset;
};

const comma = (text: string, innerText: number): string => {
  const textBefore = text[trimmedEnd(text, innerText) - 1];
  return textBefore === '{' ? '' : textBefore === ',' ? ' ' : ', ';
};

const PLAIN = /^[\p{Script=Han}A-Za-z][^\s\][{}:,#&*!|>'"%@`\\]*$/u;
const WORDS_OF_YAML = /^(?:true|false|null|yes|no|on|off|y|n|\.inf|\.nan)$/i;

/** The sentence as a plain scalar where YAML can read it as nothing else; otherwise in double quotes. */
const asScalar = (sentence: string): string =>
  PLAIN.test(sentence) && !WORDS_OF_YAML.test(sentence) ? sentence : JSON.stringify(sentence);
