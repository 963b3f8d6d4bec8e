/** What was made of an author's wordings, in words an author can read. */

import type { CompiledPoint } from '../judgement.ts';
import { readText } from '../reading/clauses.ts';
import type { Compiled } from './compiled.ts';
import type { Wording } from './wording.ts';

export type DescribedKey = {
  /** The author's wording, and what is listened for in it: words and characters, values, a denial, who pays. */
  text: string;
  words: readonly string[];
  values: readonly string[];
  denied: boolean;
  side: '店铺' | '买家' | null;
};

export type DescribedKeys = {
  right: readonly DescribedKey[];
  wrong: readonly DescribedKey[];
  about: readonly DescribedKey[];
  unless: readonly DescribedKey[];
  /** Sentences of the testplan that count as they stand. */
  exemplars: readonly string[];
  /** The value that makes an answer right; another of its kind is wrong. */
  value: string | null;
  /** Who pays makes an answer right. */
  payer: '店铺' | '买家' | null;
};

/** The keys of a point as they are listened for. */
export function describeKeys({ compiled, exemplars }: CompiledPoint): DescribedKeys {
  const keys = compiled as Compiled;
  return {
    right: [...keys.right, ...keys.yes].map(describeWording),
    wrong: [...keys.wrong.map(({ wording }) => wording), ...keys.no].map(describeWording),
    about: keys.about.map(describeWording),
    unless: keys.unless.map(describeWording),
    exemplars: exemplars ?? [],
    value: keys.essential.length > 0 && keys.figure !== '' ? keys.figure : null,
    payer: sideOf(keys.payer),
  };
}

function sideOf(payer: -1 | 0 | 1): '店铺' | '买家' | null {
  if (payer === 0) return null;
  return payer > 0 ? '店铺' : '买家';
}

function describeWording({ text, folded, values, denials, payer }: Wording): DescribedKey {
  const reading = readText(folded);
  const known = new Set(reading.tokens.map(({ start, end }) => folded.slice(start, end)));
  const covered = new Set([...known].flatMap((word) => [...word]));
  const rest = reading.clauses.flatMap(({ plain }) => [...plain]).filter((char) => !covered.has(char));
  const stated = values.map(({ start, end }) => folded.slice(start, end));
  const figures = new Set(stated.flatMap((value) => [...value]));
  return {
    text,
    words: [...known, ...new Set(rest.filter((char) => !figures.has(char) && /[\u4e00-\u9fff]/.test(char)))],
    values: stated,
    denied: denials > 0,
    side: sideOf(payer),
  };
}
