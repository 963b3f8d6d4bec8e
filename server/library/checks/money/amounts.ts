/** Sums of money as a sentence names them, in cents. */
import { language } from '#i18n/language.ts';
import { normalise } from '#language/reading/normalise.ts';
import { valuesIn } from '#language/reading/values.ts';

/** Words before a bare number that make it money: 到手503, 退您269. */
const OF_MONEY = /(?:到手|实付|付了?|退给?您?|扣掉?|减掉?|卖|标价|补|便宜|赔|省)$/;
/** Words behind a number that make it no money: 退2件, 减3斤. */
const OF_THINGS =
  /^(?:号|码|件|个|箱|盒|斤|天|日|点|小时|分钟|次|枚|袋|米|双|只|条|套|单|台|张|月|年|周|%|％|折|倍|成|[-:：~到至])/;

/** Figures that are surely money, in cents: with a unit of money, or bare behind a word of paying. */
export const amountsIn = (text: string): number[] => {
  const folded = normalise(text).text;
  return valuesIn(folded).flatMap((value) => {
    const isBareSum =
      value.kind === 'number' &&
      OF_MONEY.test(folded.slice(0, value.start)) &&
      !OF_THINGS.test(folded.slice(value.end));
    return value.kind === 'amount' || isBareSum ? [Math.round(value.quantity * 100)] : [];
  });
};

/** The figure of a sum as written before 元 in Chinese (12.5 元) or behind ¥ in English (¥12.50). */
export const yuan = (cents: number): string => (language() === 'zh' ? String(cents / 100) : (cents / 100).toFixed(2));

/** Every number in a text read as yuan, in cents: an answer may repeat any number of a card. */
export const numbersOf = (text: string): number[] => {
  return valuesIn(normalise(text).text).flatMap(({ kind, quantity, low }) =>
    kind === 'clock' || kind === 'date' || kind === 'duration'
      ? []
      : [Math.round(quantity * 100), Math.round(low * 100)],
  );
};
