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
export type KnownOfAccount = { login: string; name: string; school: string };

/** Eight characters and more in lower case, one a line, the commonest first; `rules` below find the rest. */
const LIST = join(import.meta.dirname, 'common-passwords.txt');
let commonPasswords: ReadonlySet<string> | null = null;
const isListed = (text: string): boolean => {
  commonPasswords ??= new Set(readFileSync(LIST, 'utf8').split('\n'));
  return commonPasswords.has(text);
};

/** Keys and letters in a row; read backwards, too. */
const ROWS = [
  ...['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0'],
  ...['qazwsxedcrfvtgbyhnujmikolp', '147258369', '789456123', '!@#$%^&*()', '1!2@3#4$5%6^7&8*9(0)'],
];
const ROADS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_ROAD = 3;
/** Characters that may stand beside such roads, dates and words without making a password of them. */
const BESIDE = 2;

/** How many characters are left when all roads of three keys and more are taken out. */
function besideRoads(text: string): number {
  let beside = 0;
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && ROADS.some((road) => road.includes(text.slice(at, end + 1)))) end += 1;
    if (end - at >= SHORTEST_ROAD) at = end;
    else {
      beside += 1;
      at += 1;
    }
  }
  return beside;
}

const DATE =
  /(?:19[3-9]\d|20[0-4]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01]){2}(?:19[3-9]\d|20[0-4]\d)/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Digits that stand for words: 我爱你, 一生一世, 发. */
const SAYINGS = /^(?:520|521|1314|5201314|5211314|1314520|1314521|168|518|666|888|999|996|007)+$/;
const YEAR = /^(?:19[3-9]\d|20[0-4]\d)$/;

const isRepeated = (text: string): boolean => new Set(text).size < 3 || /^(.{1,6})\1+$/.test(text);
const isUsualTail = (digits: string): boolean =>
  digits.length <= 3 || YEAR.test(digits) || SAYINGS.test(digits) || isRepeated(digits) || besideRoads(digits) === 0;

/** A word with marks and usual digits before or behind it. */
function isWordWithTail(text: string): boolean {
  const [, head = '', word = '', tail = ''] = /^([^a-z]*)([a-z]+)([^a-z]*)$/.exec(text) ?? [];
  return PASSWORD_WORDS.has(word) && [head, tail].every((part) => isUsualTail(part.replace(/\D/g, '')));
}

const isBirthday = (text: string): boolean => DATE.test(text) && text.replace(DATE, '').length <= BESIDE + 1;

const rules: readonly ((text: string) => boolean)[] = [
  isListed,
  isRepeated,
  (text) => besideRoads(text) <= BESIDE,
  isBirthday,
  (text) => MOBILE.test(text),
  (text) => SAYINGS.test(text),
  isWordWithTail,
];

const LONGEST_COMMON = 30;
const MIN_OWN = 2;
/** What has to be left of a password without the account's own words. */
const MIN_BESIDE_OWN = 5;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

function isOwn(text: string, { login, name, school }: KnownOfAccount): boolean {
  const words = [login, login.split('@')[0] ?? '', name, school].map(plain).filter((word) => word.length >= MIN_OWN);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  if (rest === text) return false;
  const digits = rest.replace(/[^\p{L}\p{N}]/gu, '');
  return digits.length < MIN_BESIDE_OWN || (/^\d+$/.test(digits) && (isUsualTail(digits) || isBirthday(digits)));
}

/** The refusal for a password that others would try first, or null. */
export function passwordFault(
  password: string,
  known: KnownOfAccount,
): (ErrorCode & ('password-own' | 'password-common')) | null {
  const text = plain(password);
  if (isOwn(text, known)) return 'password-own';
  return text.length <= LONGEST_COMMON && rules.some((rule) => rule(text)) ? 'password-common' : null;
}
