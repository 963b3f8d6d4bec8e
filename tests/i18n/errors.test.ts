/** Every refusal has its sentence in each language, and no sentence is left of a refusal that is gone. */
import { expect, test } from 'vitest';
import { ERRORS, type ErrorCode, failure, inReadersLanguage } from '#contract/errors.ts';
import { inLanguage, LANGUAGES } from '#i18n/language.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const english = (code: ErrorCode, detail?: string): string => inLanguage('en', () => failure(code, detail)).message;

test.each(LANGUAGES)('the catalogue in %s has the codes of the table, and no others', (language) => {
  const said = [...sentencesOf(language).keys()].filter((key) => key.startsWith('errors:'));
  expect(said.toSorted()).toEqual(CODES.map((code) => `errors:${code}`).toSorted());
});

test.each(CODES)('%s is told in English without a Chinese sign', (code) => {
  expect(english(code, '2')).not.toMatch(/[\u3000-\u303f\p{Script=Han}\uff00-\uffef]/u);
});

test('[X87] a closing that is refused says what may still come, and nothing of what was answered', () => {
  // Who weighs an order has been answered: 客户的事还没完 was untrue, and what is true only then would tell it in an exam.
  expect(failure('story-not-over').message).toMatch(/可能还要问、还要下单.*客户没有别的话了/);
});

test('a detail stands unchanged in its sentence, whatever it looks like', () => {
  for (const detail of ['$& $1', '{{detail}}', '$t(errors:internal)', '<b>&amp;', '王小明'])
    expect([failure('login-taken', detail).message, english('login-taken', detail)]).toEqual([
      `账号「${detail}」已经有人用了。`,
      `The account name “${detail}” is taken.`,
    ]);
});

test('a refusal is worded anew in the reader’s language when it leaves, and any other answer is left alone', () => {
  const refused = { ok: false, error: failure('login-taken', 'wang') } as const;
  expect(inLanguage('en', () => inReadersLanguage(refused))).toEqual({
    ok: false,
    error: { code: 'login-taken', message: 'The account name “wang” is taken.', detail: 'wang' },
  });
  const fine = { ok: true, value: 1 } as const;
  expect(inReadersLanguage(fine)).toBe(fine);
});
