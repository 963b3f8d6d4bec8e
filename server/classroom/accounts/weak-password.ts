/**
 * Whether a password is one of those tried first (docs/decisions/access/229). Wrong tries are slowed down by account, so
 * what matters is the first few thousand: a kept list, and what rules can say of keyboards, dates, names and the
 * account itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '#contract/errors.ts';
import { PASSWORD_WORDS } from './password-words.ts';

/** What others know of the account: none of it is a secret. */
export type GuessableFacts = { login: string; name: string; school: string };

/** Eight characters and more in lower case, one a line, the commonest first; `rules` below find the rest. */
const LIST = join(import.meta.dirname, 'common-passwords.txt');
let commonPasswords: ReadonlySet<string> | null = null;
const isListed = (text: string): boolean => {
  commonPasswords ??= new Set(readFileSync(LIST, 'utf8').split('\n'));
  return commonPasswords.has(text);
};

/** Keys beside each other and letters in a row. A password that walks along them, in either direction, is guessed first. */
const KEY_ROWS = [
  ...['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0'],
  ...['qazwsxedcrfvtgbyhnujmikolp', '147258369', '789456123', '!@#$%^&*()', '1!2@3#4$5%6^7&8*9(0)'],
];
const KEY_WALKS = KEY_ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_WALK = 3;
/** So many characters beside a key walk or a date don't make it a good password. */
const MAX_EXTRA_CHARACTERS = 2;

/** How many characters are left when all key walks of three keys and more are taken out. */
const charactersOutsideWalks = (text: string): number => {
  let outside = 0;
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && KEY_WALKS.some((walk) => walk.includes(text.slice(at, end + 1)))) end += 1;
    if (end - at >= SHORTEST_WALK) at = end;
    else {
      outside += 1;
      at += 1;
    }
  }
  return outside;
};

const DATE =
  /(?:19[3-9]\d|20[0-4]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01]){2}(?:19[3-9]\d|20[0-4]\d)/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Digits that stand for words: 我爱你, 一生一世, 发. */
const NUMBER_SAYINGS = /^(?:520|521|1314|5201314|5211314|1314520|1314521|168|518|666|888|999|996|007)+$/;
const YEAR = /^(?:19[3-9]\d|20[0-4]\d)$/;

const isRepeated = (text: string): boolean => new Set(text).size < 3 || /^(.{1,6})\1+$/.test(text);
const isGuessableTail = (lettersAndDigits: string): boolean =>
  lettersAndDigits.length <= 3 ||
  YEAR.test(lettersAndDigits) ||
  NUMBER_SAYINGS.test(lettersAndDigits) ||
  isRepeated(lettersAndDigits) ||
  charactersOutsideWalks(lettersAndDigits) === 0;

/** A word with marks and usual digits before or behind it. */
const isWordWithTail = (text: string): boolean => {
  const [, head = '', word = '', tail = ''] = /^([^a-z]*)([a-z]+)([^a-z]*)$/.exec(text) ?? [];
  return PASSWORD_WORDS.has(word) && [head, tail].every((part) => isGuessableTail(part.replace(/\D/g, '')));
};

const isBirthday = (text: string): boolean =>
  DATE.test(text) && text.replace(DATE, '').length <= MAX_EXTRA_CHARACTERS + 1;

const isCommonBy: readonly ((text: string) => boolean)[] = [
  isListed,
  isRepeated,
  (text) => charactersOutsideWalks(text) <= MAX_EXTRA_CHARACTERS,
  isBirthday,
  (text) => MOBILE.test(text),
  (text) => NUMBER_SAYINGS.test(text),
  isWordWithTail,
];

const MAX_COMMON_LENGTH = 30;
const MIN_ACCOUNT_WORD = 2;
/** What has to be left of a password without the account's own words. */
const MIN_REMAINDER = 5;

const normalized = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const isMadeOfAccount = (text: string, { login, name, school }: GuessableFacts): boolean => {
  const words = [login, login.split('@')[0] ?? '', name, school]
    .map(normalized)
    .filter((word) => word.length >= MIN_ACCOUNT_WORD);
  const remainder = words.reduce((left, word) => left.replaceAll(word, ''), text);
  if (remainder === text) return false;
  const lettersAndDigits = remainder.replace(/[^\p{L}\p{N}]/gu, '');
  return (
    lettersAndDigits.length < MIN_REMAINDER ||
    (/^\d+$/.test(lettersAndDigits) && (isGuessableTail(lettersAndDigits) || isBirthday(lettersAndDigits)))
  );
};

/** The refusal for a password that others would try first, or null. */
export const passwordFault = (
  password: string,
  facts: GuessableFacts,
): (ErrorCode & ('password-own' | 'password-common')) | null => {
  const text = normalized(password);
  if (isMadeOfAccount(text, facts)) return 'password-own';
  return text.length <= MAX_COMMON_LENGTH && isCommonBy.some((rule) => rule(text)) ? 'password-common' : null;
};
