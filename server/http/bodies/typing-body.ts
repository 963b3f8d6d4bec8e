/** Texts to type as a browser has them. */
import type { TypingTexts } from '#contract/wire/typing.ts';
import type { TypingLibrary, TypingText } from '#library/load-typing.ts';

export const typingBody = ({ rates, long, short, phrases }: TypingLibrary): TypingTexts => ({
  rates: rates === null ? null : { pass: rates.pass, excellent: rates.excellent },
  long: long.map(textBody),
  short: short.map(textBody),
  phrases:
    phrases === null
      ? null
      : {
          rounds: phrases.rounds,
          accuracy: phrases.accuracy,
          phrases: phrases.phrases.map(({ id, text }) => ({ id, text })),
        },
});

const textBody = ({ id, title, shop, shopName, text }: TypingText) => ({ id, title, shop, shopName, text });
