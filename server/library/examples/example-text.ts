/** A trainee's words made fit to stay in a case: nobody can be recognised by them. */

const MIN_CHARS = 4;
const MAX_CHARS = 120;

export type ExampleText = { ok: true; text: string } | { ok: false; why: 'private' | 'too-short' | 'too-long' };

const CARD = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const MOBILE = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g;
/** Numbers of orders, parcels and accounts: nothing else in a case has so many digits. */
const NUMBER = /(?:单号)?(?<![\dA-Za-z])[A-Za-z]{0,5}\d{7,}(?:-\d+)?/g;
/** Personal data that can't be blanked without guessing where they end. */
const PRIVATE =
  /[\w.+-]+@[\w-]+\.\w|https?:|www\.|(?:微信|vx|wx|qq|扣扣)号?[:：\s]{0,2}[A-Za-z0-9_-]{5,}|[\p{Script=Han}]{2,}(?:省|市|区|县).{0,16}(?:路|街|道|巷|弄|村).{0,8}\d+[号室栋幢]/iu;

/** `names`: names to take out, such as the customer's. `text`: as it was typed; bubbles on several lines become one sentence. */
export const exampleText = (text: string, names: readonly string[]): ExampleText => {
  const withoutNames = names
    .filter((name) => name.length >= 2)
    .reduce((remaining, name) => remaining.replaceAll(name, ''), text)
    .replace(CARD, '证件号')
    .replace(MOBILE, '手机号')
    .replace(LANDLINE, '电话')
    .replace(NUMBER, '单号')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，、:：~～]+|\s+$/g, '');
  if (PRIVATE.test(withoutNames)) return { ok: false, why: 'private' };
  const letters = withoutNames.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (letters < MIN_CHARS) return { ok: false, why: 'too-short' };
  return withoutNames.length > MAX_CHARS ? { ok: false, why: 'too-long' } : { ok: true, text: withoutNames };
};
