/** What a turn tells of an order that is nobody's business but the owner's. */
import type { Judgement } from '#language/judgement.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import { isDenied } from '#language/red-lines/guards.ts';
import type { JudgeRequest, Span } from '../judge-request.ts';
import { quoteAt } from '../turn-text.ts';

/** A whole telephone number. */
const PHONE_DIGITS = 11;

/** 2207 is the end of a telephone number and no part of 12207 and of an order's number. */
const isWhole = (text: string, secret: string, start: number): boolean => {
  if (!/^\d+$/.test(secret)) return true;
  const before = /\d*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^\d*/.exec(text.slice(start + secret.length))?.[0].length ?? 0;
  return after === 0 && (before === 0 || before + secret.length === PHONE_DIGITS);
};

/** The first of the orders' secret wordings that is told and not denied. */
export const secretTold = ({ words, secrets, owner }: JudgeRequest): Span | null => {
  if (secrets.length === 0) return null;
  const normal = normalise(words.text);
  const told = normalise(owner?.told ?? '').text;
  for (const wording of secrets) {
    const plain = normalise(wording).text;
    if (plain === '' || told.includes(plain)) continue;
    for (let at = normal.text.indexOf(plain); at >= 0; at = normal.text.indexOf(plain, at + plain.length)) {
      if (!isWhole(normal.text, plain, at) || isDenied(normal.text, at, at + plain.length)) continue;
      return originalSpan(normal, at, at + plain.length);
    }
  }
  return null;
};

/** 请问是6栋2单元吗, asked of whom it belongs to: red lines, by index, whose words the owner has told or ordered to. */
export const theirOwnRedLines = ({ words, owner }: JudgeRequest, { redLines }: Judgement): number[] => {
  if (owner === null) return [];
  const known = `${normalise(owner.told).text}\n${normalise(owner.addresses).text}`;
  return redLines.flatMap(({ code, start, end }, index) => {
    if (code !== 'privacy') return [];
    const quote = quoteAt(words, start, end);
    const text = words.said.find(({ id }) => id === quote.message)?.text.slice(quote.start, quote.end) ?? '';
    return text !== '' && known.includes(normalise(text).text) ? [index] : [];
  });
};
