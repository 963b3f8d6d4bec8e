/** What was made of an author's wordings, in words an author can read. */

import type { CompiledPoint } from '../judgement.ts';
import { readText } from '../reading/clauses.ts';
import type { Key } from './keys.ts';
import type { Compiled } from './point-judging.ts';

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
  /** The value that makes an answer right; another of its kind is wrong. */
  value: string | null;
};

/** The keys of a point as they are listened for. */
export function describeKeys({ compiled }: CompiledPoint): DescribedKeys {
  const keys = compiled as Compiled;
  const wrong = keys.wrong.map((one) => one.key);
  return {
    right: [...keys.right, ...keys.yes].map(describeKey),
    wrong: [...wrong, ...keys.no].map(describeKey),
    about: keys.about.map(describeKey),
    unless: keys.unless.map(describeKey),
    value: keys.essential.length > 0 && keys.figure !== '' ? keys.figure : null,
  };
}

function describeKey(key: Key): DescribedKey {
  const reading = readText(key.plain);
  const known = new Set(reading.tokens.map(({ start, end }) => key.plain.slice(start, end)));
  const covered = new Set([...known].flatMap((word) => [...word]));
  const rest = reading.clauses.flatMap(({ plain }) => [...plain]).filter((char) => !covered.has(char));
  const values = key.values.map(({ start, end }) => key.plain.slice(start, end));
  const stated = new Set(values.flatMap((value) => [...value]));
  return {
    text: key.text,
    words: [...known, ...new Set(rest.filter((char) => !stated.has(char) && /[\u4e00-\u9fff]/.test(char)))],
    values,
    denied: key.parts.some((part) => part.explicit && part.axis === 0 && part.sign < 0),
    side: key.payer > 0 ? '店铺' : key.payer < 0 ? '买家' : null,
  };
}
