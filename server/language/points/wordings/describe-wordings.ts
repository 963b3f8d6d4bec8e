/** What the program made of an author's wordings, in words an author can read. */

import { readText } from '#language/reading/clauses.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Party } from '#language/terms/party.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import type { CompiledWordings } from './compiled.ts';
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
export const describeWordings = ({ compiled, exemplars }: CompiledPoint): DescribedWordings => {
  const compiledWordings = compiled as CompiledWordings;
  return {
    right: [...compiledWordings.rightWordings, ...compiledWordings.yesWordings].map(describeWording),
    wrong: [...compiledWordings.wrongWordings.map(({ wording }) => wording), ...compiledWordings.noWordings].map(
      describeWording,
    ),
    about: compiledWordings.aboutWordings.map(describeWording),
    unless: compiledWordings.unlessWordings.map(describeWording),
    exemplars: exemplars ?? [],
    frame: frameOf(compiledWordings),
  };
};

const frameOf = ({
  rightWordings,
  essentialValues,
  payer,
  isCostSplit,
  typed,
  figureText,
}: CompiledWordings): Frame => {
  const statedValues = rightWordings.flatMap(({ folded, values }) =>
    values.map((value) => ({ value, text: folded.slice(value.start, value.end) })),
  );
  const values = essentialValues.map((value) => {
    const matching = statedValues.find((known) => isSameValue(known.value, value));
    return {
      text: typed?.kind === 'value' && value === typed.value ? figureText : (matching?.text ?? figureText),
      kind: value.kind,
    };
  });
  const denyingCount = rightWordings.filter(({ denialCount }) => denialCount > 0).length;
  const denied = denyingCount * 4 >= rightWordings.length * 3 ? true : denyingCount === 0 ? false : null;
  return { values, payer: sideLabel(payer), split: isCostSplit, denied };
};

const sideLabel = (payer: Party | null): '店铺' | '买家' | null => {
  if (payer === null) return null;
  return payer === 'shop' ? '店铺' : '买家';
};

const describeWording = ({ text, folded, values, denialCount, payer }: Wording): DescribedWording => {
  const reading = readText(folded);
  const knownWords = new Set(reading.tokens.map(({ start, end }) => folded.slice(start, end)));
  const coveredChars = new Set([...knownWords].flatMap((word) => [...word]));
  const otherChars = reading.clauses.flatMap(({ plain }) => [...plain]).filter((char) => !coveredChars.has(char));
  const statedTexts = values.map(({ start, end }) => folded.slice(start, end));
  const figureChars = new Set(statedTexts.flatMap((value) => [...value]));
  return {
    text,
    words: [
      ...knownWords,
      ...new Set(otherChars.filter((char) => !figureChars.has(char) && /[\u4e00-\u9fff]/.test(char))),
    ],
    values: statedTexts,
    denied: denialCount > 0,
    side: sideLabel(payer),
  };
};
