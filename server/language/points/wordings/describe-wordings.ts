/** What the program made of an author's wordings, in words an author can read. */

import { readText } from '#language/reading/clauses.ts';
import { sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { Compiled } from './compiled.ts';
import type { Wording } from './wording.ts';

export type DescribedWording = {
  /** The author's wording and what is compared of it: words and characters, values, a denial, who pays. */
  text: string;
  words: readonly string[];
  values: readonly string[];
  denied: boolean;
  side: '店铺' | '买家' | null;
};

export type DescribedWordings = {
  right: readonly DescribedWording[];
  wrong: readonly DescribedWording[];
  about: readonly DescribedWording[];
  unless: readonly DescribedWording[];
  /** Sentences of the testplan that count as they stand. */
  exemplars: readonly string[];
  frame: Frame;
};

/** What a point fixes by value, payer or denial: no likeness makes up for it. */
export type Frame = {
  /** One of them must be said, as the author wrote them; another value of its kind is wrong. */
  values: readonly { text: string; kind: Value['kind'] }[];
  /** Who pays: the other side is wrong. `split`: each pays a part. */
  payer: '店铺' | '买家' | null;
  split: boolean;
  /** At least three in four right wordings deny (改不了): affirming the same doesn't say the point. False: none do; null: some. */
  denied: boolean | null;
};

/** The wordings of a point as they are compared with replies. */
export function describeWordings({ compiled, exemplars }: CompiledPoint): DescribedWordings {
  const keys = compiled as Compiled;
  return {
    right: [...keys.right, ...keys.yes].map(describeWording),
    wrong: [...keys.wrong.map(({ wording }) => wording), ...keys.no].map(describeWording),
    about: keys.about.map(describeWording),
    unless: keys.unless.map(describeWording),
    exemplars: exemplars ?? [],
    frame: frameOf(keys),
  };
}

function frameOf({ right, essential, payer, split, typed, figure }: Compiled): Frame {
  const stated = right.flatMap(({ folded, values }) =>
    values.map((value) => ({ value, text: folded.slice(value.start, value.end) })),
  );
  const values = essential.map((value) => {
    const said = stated.find((known) => sameValue(known.value, value));
    return { text: value === typed ? figure : (said?.text ?? figure), kind: value.kind };
  });
  const denying = right.filter(({ denials }) => denials > 0).length;
  const denied = denying * 4 >= right.length * 3 ? true : denying === 0 ? false : null;
  return { values, payer: sideOf(payer), split, denied };
}

function sideOf(payer: Party | null): '店铺' | '买家' | null {
  if (payer === null) return null;
  return payer === 'shop' ? '店铺' : '买家';
}

function describeWording({ text, folded, values, denials, payer }: Wording): DescribedWording {
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
