/** The red lines of a turn: what the language core told, weighed with the facts, the place and the case's secrets. */
import type { Judgement } from '#language/judgement.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import { isDenied } from '#language/red-lines/guards.ts';
import type { Burst } from './content.ts';
import type { Conversation, OpenTurn } from './drill.ts';
import type { PointNote, Quote, TurnJudgement } from './events.ts';
import type { Cast } from './prepare.ts';
import { quoteAt, type TurnText } from './turn-text.ts';

type Told = TurnJudgement['redLines'][number];

/** 只剩最后3件 where the case has two hundred: what the facts contradict is no guess any more. */
const isBelied = (said: Quote, notes: readonly PointNote[]): boolean =>
  notes.some(
    ({ state, quote }) =>
      state === 'wrong' && quote.message === said.message && quote.start < said.end && quote.end > said.start,
  );

/** An address told to its owner may be looked at twice; said where two hundred read along, it is out. */
const isPublic = (said: Quote, turn: OpenTurn): boolean =>
  turn.messages.some((m) => m.kind === 'said' && m.id === said.message && m.place !== undefined);

const textOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** What the owner of an order has told by now: to read it back to them tells nobody else. */
const ownersWords = (c: Conversation, cast: Cast): string => {
  if (!cast.scenario.customer.ownsOrder) return '';
  const beats = cast.scenario.beats.filter(({ id }) => (c.entered[id] ?? 0) > 0);
  const facts = cast.scenario.customer.knows.filter(({ id }) => c.told.includes(id));
  const said = [...beats, ...facts].flatMap(({ says }) => textOf(says));
  return normalise([...said, ...c.lastBurst].join('\n')).text;
};

/** A whole telephone number. */
const PHONE_DIGITS = 11;

/** 2207 is the end of a telephone number and no part of 12207 and of an order's number. */
const isWhole = (text: string, secret: string, start: number): boolean => {
  if (!/^\d+$/.test(secret)) return true;
  const before = /\d*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^\d*/.exec(text.slice(start + secret.length))?.[0].length ?? 0;
  return after === 0 && (before === 0 || before + secret.length === PHONE_DIGITS);
};

type Heard = { c: Conversation; cast: Cast; turn: OpenTurn; words: TurnText };

/** The first of the orders' secret wordings that is told and not denied. */
const secretTold = ({ c, cast, words }: Heard): Told | null => {
  const normal = normalise(words.text);
  const owner = ownersWords(c, cast);
  for (const { secret } of c.orders)
    for (const wording of secret) {
      const plain = normalise(wording).text;
      if (plain === '' || owner.includes(plain)) continue;
      for (let at = normal.text.indexOf(plain); at >= 0; at = normal.text.indexOf(plain, at + plain.length)) {
        if (!isWhole(normal.text, plain, at) || isDenied(normal.text, at, at + plain.length)) continue;
        const { start, end } = originalSpan(normal, at, at + plain.length);
        return { code: 'privacy', confidence: 'high', quote: quoteAt(words, start, end), rule: '说出订单里保密的内容' };
      }
    }
  return null;
};

/** 请问是6栋2单元吗, asked in private of whom it belongs to: no doubt about that. */
const isTheirOwn = ({ c, cast, words }: Heard, { code, confidence, quote }: Told): boolean => {
  if (code !== 'privacy' || confidence === 'high' || !cast.scenario.customer.ownsOrder) return false;
  const text = words.said.find(({ id }) => id === quote.message)?.text.slice(quote.start, quote.end) ?? '';
  const addresses = c.orders.map(({ address }) => address ?? '');
  const known = `${ownersWords(c, cast)}\n${normalise(addresses.join('\n')).text}`;
  return text !== '' && known.includes(normalise(text).text);
};

/** All red lines of a turn, a code once: a secret told out replaces a mere doubt about privacy, never what is sure. */
export const turnRedLines = (heard: Heard, judged: Judgement, notes: readonly PointNote[]): Told[] => {
  const told = judged.redLines
    .map(({ code, confidence, start, end, rule }): Told => {
      const quote = quoteAt(heard.words, start, end);
      const sure =
        (code === 'false-claim' && isBelied(quote, notes)) || (code === 'privacy' && isPublic(quote, heard.turn));
      return { code, confidence: sure ? 'high' : confidence, quote, rule };
    })
    .filter((one) => !isTheirOwn(heard, one));
  if (told.some(({ code, confidence }) => code === 'privacy' && confidence === 'high')) return told;
  const secret = secretTold(heard);
  return secret ? [...told.filter(({ code }) => code !== 'privacy'), secret] : told;
};
