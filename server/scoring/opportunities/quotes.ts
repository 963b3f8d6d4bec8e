/** Words of a case or a customer, one after the other: 「甲」「乙」 in Chinese, “a”, “b” in English. */
import { say } from '#i18n/say.ts';

/** Empty where there are none. */
export const quotes = (texts: readonly string[]): string =>
  texts
    .map((text) => say('opportunities:quote.one', { text }))
    .reduce((first, other) => (first === '' ? other : say('opportunities:quote.and', { one: first, other })), '');
