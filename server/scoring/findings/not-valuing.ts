/** Family not-valuing 不重视客户: windows missed or spoiled, and holds without return (docs/trade.md §3, §5, RULES V2, T7). */
import type { WindowKind } from '#engine/model/content.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft } from '#scoring/facts/draft.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, customerBefore, lastQuote, msToS, secondsText, secondsThen } from '#scoring/log/phrasing.ts';
import { holdLine } from '#scoring/opportunities/hold.ts';
import { owedKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfWindow } from '#scoring/suggestions/fault-citations.ts';
import { windowLine } from '#scoring/suggestions/windows.ts';
import { isLate, windowMissedIn } from './late.ts';
import { leftFrom } from './left-alone.ts';

/** The fault that a missed window is. */
export const MISSED: Record<WindowKind, FindingCode> = {
  'follow-up': 'no-follow-up',
  'order-prompt': 'no-order-prompt',
  'payment-reminder': 'no-payment-reminder',
  'recognise-regular': 'regular-as-stranger',
  goodbye: 'no-goodbye',
  return: 'no-return',
  'confirm-order': 'no-confirm-order',
  'cross-sell': 'no-cross-sell',
};

/** What nobody said while a window stood open: 「62 秒里没有一句道别」. */
const ABSENT: Record<WindowKind, string> = {
  'follow-up': '跟进',
  'order-prompt': '请客户拍下',
  'payment-reminder': '催付',
  'recognise-regular': '提到上次',
  goodbye: '道别',
  return: '回话',
  'confirm-order': '核对',
  'cross-sell': '推荐',
};

export function notValuingFindings(seen: ConversationFacts): Draft[] {
  // Once nobody spoke any more there is one silence, and it has its finding (walked-out).
  const silentFrom = leftFrom(seen);
  const open = seen.c.windows.filter((w) => w.index < silentFrom);
  return [...open.flatMap((w) => windows(seen, w)), ...pestering(seen), ...hurried(seen), ...bareHolds(seen)];
}

function windows(seen: ConversationFacts, w: WindowHistory): Draft[] {
  const { c, facts } = seen;
  const { closed } = w;
  if (!closed || closed.how === 'taken' || closed.how === 'void') return [];
  const seconds = msToS(w.fromAt, closed.at);
  const during = c.turns.filter((t) => t.index > w.index && t.index < closed.index && t.judgement.text !== '');
  const turn = during.at(-1) ?? null;
  const silent = seen.rounds.filter((r) => isLate(r.grade) && windowMissedIn(seen, r) === w);
  const base = {
    at: w.fromAt,
    conversation: c.key,
    turn: turn?.judgement.turn ?? null,
    // That of a hold opens with the customer's reading of it, and can't be taken before.
    span: { from: Math.max(w.fromAt, w.openedAt), until: closed.at },
    seen: secondsThen(seconds, `里没有一句${ABSENT[w.kind]}`),
    // What they said when it opened, not their 嗯 to other words said meanwhile.
    customer: customerBefore(c, facts, during.length === 0 ? closed.index : firstWordsIn(seen, w, closed.index)),
    seconds,
    basis: citationOfWindow(facts, w.kind),
    better: windowLine(w.kind, w.beat, seen, w.fromAt),
    covers: [
      windowKey(c.key, w.window),
      ...silent.flatMap((r) => [roundKey(c.key, r.number), owedKey(c.key, r.number)]),
    ],
  };
  if (closed.how === 'missed') {
    const said = turn?.judgement.text ?? '';
    const late = w.lateAt === undefined ? '' : `过了 ${secondsText(msToS(closed.at, w.lateAt))} 才说。`;
    return [
      draft({
        ...base,
        code: MISSED[w.kind],
        because: `${becauseOf(seen, w, seconds, said)}${late}${w.lighter === undefined ? '' : LIGHTER[w.lighter]}`,
        unsure: w.doubtful ?? false,
        // Said after all is half as bad as never said.
        share: w.lateAt === undefined && w.lighter === undefined ? 1 : HALF,
      }),
    ];
  }
  const early = closed.why?.includes('early') ?? closed.at < w.fromAt;
  return [
    draft({
      ...base,
      code: early ? 'too-early' : 'pestering',
      // Left out is nothing anybody said; what came too soon or again is.
      quoteAt: turnAt(seen, closed.index),
      seen: early ? '还没到时候就催了' : '又催了一次',
      // Nothing more was to be said yet, and what was said is the fault.
      better: early ? null : base.better,
    }),
  ];
}

const firstWordsIn = ({ c }: ConversationFacts, { fromAt }: WindowHistory, until: number): number =>
  c.spoke.find((s) => s.at > fromAt && s.index < until)?.index ?? until;

const HALF = 0.5;
const LIGHTER: Readonly<Record<NonNullable<WindowHistory['lighter']>, string>> = {
  'last-word': '客户自己先收了话，只扣一半。',
  'same-silence': '前面那一段没应已经扣了，这里只扣一半。',
};

/** Longer words are quoted by their place alone. */
const SHORT = 20;

/** Behind a pause what the customer's last words were; how long it was open, what was said in it, and what wasn't. */
function becauseOf({ c }: ConversationFacts, w: WindowHistory, seconds: number, said: string): string {
  const instead = said !== '' && said.length <= SHORT && !said.includes('\n') ? `说的是「${said}」，` : '';
  const open = `${secondsThen(seconds, `里${instead}没有一句${ABSENT[w.kind]}`)}。`;
  const last = c.said.findLast((s) => s.at <= w.fromAt && s.why.kind !== 'silence' && s.bubble.kind === 'text')?.bubble;
  return w.kind === 'follow-up' && last?.kind === 'text' ? `客户最后一句是「${last.text}」，${open}` : open;
}

function turnAt({ c }: ConversationFacts, index: number): Draft['quoteAt'] {
  const turn = c.turns.findLast((t) => t.index <= index);
  return turn ? lastQuote(c, turn) : null;
}

/** A fourth follow-up, or a reminder after 不要了: there is no window then, only the deed. */
function pestering(seen: ConversationFacts): Draft[] {
  const { c, facts } = seen;
  return c.spoils
    .filter((spoil) => !isTakingUp(c, spoil.index))
    .map((spoil) => {
      const turn = c.turns.findLast((t) => t.index <= spoil.index);
      return draft({
        code: 'pestering',
        at: spoil.at,
        conversation: c.key,
        turn: turn?.judgement.turn ?? null,
        quoteAt: turnAt(seen, spoil.index),
        seen: '又催了一次',
        customer: customerBefore(c, facts, spoil.index),
        better: `好的，${facts.scenario.customer.name}，这边不打扰您了，要用的时候找我`,
      });
    });
}

/** 您再瞅一眼, 那头有了没, 好我等着: who takes up what the customer asked for, or comes back from a hold, presses nobody. */
function isTakingUp(c: ConversationHistory, index: number): boolean {
  const turn = c.turns.findLast((t) => t.index <= index);
  if (turn === undefined) return false;
  const last = c.turns.findLast((t) => t.index < turn.index);
  const pressed = c.acted.some((a) => a.action === 'remind-pay' && a.index > (last?.index ?? -1) && a.index < index);
  if (pressed) return false;
  const { customer, hold } = turn.judgement;
  return (
    hold !== null || (last?.judgement.hold ?? null) !== null || asksSomething(customer) || WANTS_LOOK.test(customer)
  );
}
const WANTS_LOOK = /[看瞅查瞧](?:看|一?下|一?眼|瞅|瞧)|没有?[？?]?$/;

/** 快点付 to somebody who has just said that they go and look after the pot: urged in their pause. */
function hurried(seen: ConversationFacts): Draft[] {
  const { c, facts } = seen;
  return c.windows.flatMap((w) => {
    const until = w.closed?.index ?? Number.POSITIVE_INFINITY;
    const turn = c.turns.find((t) => t.index > w.index && t.index < until && urgesToPay(t.judgement.text));
    if (w.kind !== 'follow-up' || !turn) return [];
    return [
      draft({
        code: 'too-early',
        at: turn.judgement.firstAt,
        conversation: c.key,
        turn: turn.judgement.turn,
        quoteAt: lastQuote(c, turn),
        seen: '客户走开的工夫里催了',
        customer: customerBefore(c, facts, turn.index),
      }),
    ];
  });
}

/** The second 稍等 without a time, and every one after it (RULES T7). */
function bareHolds({ c, facts }: ConversationFacts): Draft[] {
  const bare = c.turns.filter((t) => t.judgement.hold !== null && t.judgement.hold.seconds === null);
  return bare.slice(1).flatMap((turn) => {
    const { judgement } = turn;
    const open = judgement.questions.find((q) => q.answer !== 'answered');
    // Beside an answer 稍等 is only a word.
    if (judgement.questions.some((q) => q.answer === 'answered' || q.answer === 'partial')) return [];
    return [
      draft({
        code: 'bare-hold',
        at: judgement.firstAt,
        conversation: c.key,
        turn: judgement.turn,
        quoteAt: judgement.hold?.quote ?? lastQuote(c, turn),
        customer: judgement.customer,
        better: holdLine(facts.question(open?.question ?? '')),
      }),
    ];
  });
}
