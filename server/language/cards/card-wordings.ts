/** Figures fixed by cards and products, compiled once to find where a reply tells them otherwise. */
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import { CLASSIFIERS } from '#language/reading/units.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

/** As authors write it: 几 stands for the figure, … for a few characters: {is: [15天], says: [价保…几]}. */
export type CardFigure = { is: readonly string[]; says: readonly string[]; firm?: boolean | undefined };
/**
 * Agents' words for what a card leaves open: not to vow (`noVow`), promise at once (`noHaste`) or rule on (`noVerdict`); for
 * goods coming (`noDay`), mishaps (`noMishap`), good outcomes (`noOutcome`); and words that pledge by themselves.
 */
export type LeftOpen = {
  noVow?: readonly string[] | undefined;
  noHaste?: readonly string[] | undefined;
  noVerdict?: readonly string[] | undefined;
  noDay?: readonly string[] | undefined;
  noMishap?: readonly string[] | undefined;
  noOutcome?: readonly string[] | undefined;
  noPledge?: readonly string[] | undefined;
  /** No word list: what nobody on the desk can know isn't to be guessed (`guesses.ts`). */
  noGuess?: boolean | undefined;
};
export type JudgedPolicyCard = LeftOpen & { id: string; states?: readonly CardFigure[] | undefined };
export type NamedGoods = { id: string; facts: readonly string[] };

/** The words before or behind the figure, in the order of the text; `allowsGap`: with a few characters between. */
type NearbyWords = { words: readonly string[]; allowsGap: boolean };
/** `isOfGoods`: holds only where that product is spoken of. `isFirm`: a time that others keep; naming a shorter one breaks it too. */
export type CardWording = {
  card: string;
  isOfGoods: boolean;
  isFirm: boolean;
  rightValues: readonly Value[];
  before: NearbyWords;
  after: NearbyWords;
};

const FIGURE_SLOT = '几';
const GAP = '…';
const NO_WORDS: NearbyWords = { words: [], allowsGap: false };

const nearbyWords = (text: string): NearbyWords => ({
  words: text.split(GAP).filter((word) => word !== ''),
  allowsGap: text.includes(GAP),
});

/** The wordings of policy cards. */
export const cardWordings = (cards: readonly JudgedPolicyCard[]): CardWording[] => {
  return cards.flatMap(({ id, states = [] }) =>
    states.flatMap(({ is, says, firm: isFirm = false }) => {
      const rightValues = is.flatMap((text) => valuesIn(folded(text)));
      return says.map((template): CardWording => {
        const [before = '', after = ''] = folded(template).split(FIGURE_SLOT);
        return {
          card: id,
          isOfGoods: false,
          isFirm,
          rightValues,
          before: nearbyWords(before),
          after: nearbyWords(after),
        };
      });
    }),
  );
};

/** Characters of the name a product's figure has: 打浆 of 打浆约78分贝, 炸篮 of 5升炸篮. */
const NAME_LENGTH = 2;
const LEAD_IN = /(?:约|共|最长|最多|最大|最高|最低|至少|不超过|不少于|是|有)+$/;
const NAME_AT_END = new RegExp(`[\\u4e00-\\u9fff]{${NAME_LENGTH}}$`);
const NAME_AT_START = new RegExp(`^[\\u4e00-\\u9fff]{${NAME_LENGTH}}`);
/** 后, 前 and 内 are part of no name: 开封后6个月内用完 has its figure behind 封后, which names nothing. */
const NOT_IN_NAME = /[后前内里上下时起的和或、]/;
const LOOKUP_ROW = /^(?:对|穿|选|到)/;
const ATTRIBUTE_KINDS = new Set<Value['kind']>(['measure', 'duration', 'percent']);

/** The text before a figure, without the near end of a range: 果径 of 果径75到80毫米. */
export const beforeFigure = (text: string): string => text.replace(/[\d.]+[到至~-]$/, '');

type Attribute = { goodsId: string; name: string; isNameBehind: boolean; value: Value };

const attributesOf = ({ id, facts }: NamedGoods): Attribute[] => {
  return facts.flatMap((fact) => {
    const { text, values, clauses } = readText(folded(fact));
    return values.flatMap((value): Attribute[] => {
      const clause = clauses[value.clauseIndex];
      if (!clause || !ATTRIBUTE_KINDS.has(value.kind) || CLASSIFIERS.includes(value.unit || '-')) return [];
      const before = beforeFigure(text.slice(clause.start, value.start)).replace(LEAD_IN, '');
      const name = NAME_AT_END.exec(before)?.[0];
      // 脚长245毫米对39码: customers look their own figure up by it; it describes no product.
      if (LOOKUP_ROW.test(text.slice(value.end))) return [];
      if (name !== undefined && !NOT_IN_NAME.test(name)) return [{ goodsId: id, name, isNameBehind: false, value }];
      const nameBehind = before === '' ? NAME_AT_START.exec(text.slice(value.end, clause.end))?.[0] : undefined;
      return nameBehind === undefined || NOT_IN_NAME.test(nameBehind)
        ? []
        : [{ goodsId: id, name: nameBehind, isNameBehind: true, value }];
    });
  });
};

const isSameUnit = (a: Value, b: Value): boolean => a.kind === b.kind && a.unit === b.unit;

/** The wordings of products. What any product has under the same name is right: nobody can tell which one is meant. */
export const goodsWordings = (products: readonly NamedGoods[]): CardWording[] => {
  const attributes = products.flatMap((product) => {
    const attributesOfProduct = attributesOf(product);
    // 脚长245对39码，250对40码: one name with several figures is a table, and any row may be meant.
    return attributesOfProduct.filter(
      ({ name, value }) =>
        !attributesOfProduct.some(
          (other) => other.name === name && isSameUnit(other.value, value) && !isSameFigure(other.value, value),
        ),
    );
  });
  return attributes.map(({ goodsId, name, isNameBehind, value }): CardWording => {
    const nameWords: NearbyWords = { words: [name], allowsGap: false };
    const namesakes = attributes.filter((attribute) => attribute.name === name && isSameUnit(attribute.value, value));
    return {
      card: goodsId,
      isOfGoods: true,
      isFirm: false,
      rightValues: namesakes.map((attribute) => attribute.value),
      before: isNameBehind ? NO_WORDS : nameWords,
      after: isNameBehind ? nameWords : NO_WORDS,
    };
  });
};

/** A text that is right in a case, with its figures. */
export type RightText = { text: string; values: readonly Value[] };

/** The texts of a case that name figures. */
export const rightTextsOf = (texts: readonly string[]): RightText[] => {
  return texts.flatMap((original) => {
    const text = folded(original);
    const values = valuesIn(text);
    return values.length === 0 ? [] : [{ text, values }];
  });
};

/** Whether a text that is right in the case names this figure together with a word of the wording. */
export const isRightInTexts = ({ before, after }: CardWording, value: Value, texts: readonly RightText[]): boolean => {
  const namingWords = [...before.words, ...after.words].filter(({ length }) => length > 1);
  return texts.some(
    ({ text, values }) =>
      namingWords.some((word) => text.includes(word)) && values.some((rightValue) => isSameFigure(rightValue, value)),
  );
};

/** Whether two values are the same figure; 减40 may lack its 元. */
export const isSameFigure = (a: Value, b: Value): boolean => {
  return (a.kind === b.kind || a.kind === 'number' || b.kind === 'number') && isSameValue(a, b);
};

/** `open`: the reply tells no figure otherwise, but settles what the card leaves open. */
export type Contradicted = {
  card: string;
  chance: number;
  start: number;
  end: number;
  open?: true;
  guess?: true;
};
