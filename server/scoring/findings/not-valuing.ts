/** Family not-valuing 不重视客户: windows missed or spoiled, and holds without return (docs/trade.md §3, §5, RULES V2, T7). */
import type { WindowKind } from '#engine/model/content.ts';
import { joined, say } from '#i18n/say.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type Draft, draft, suggestionParts } from '#scoring/facts/draft.ts';
import type { ConversationHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { asksSomething, customerBefore, lastQuote, msToS, secondsText } from '#scoring/log/phrasing.ts';
import { holdLine } from '#scoring/opportunities/hold.ts';
import { owedKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { citationOfWindow } from '#scoring/suggestions/fault-citations.ts';
import { windowLine } from '#scoring/suggestions/windows.ts';
import { isLate, windowMissedIn } from './late.ts';
import { leftFrom } from './left-alone.ts';

/** The finding for a missed window of each kind. */
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

export function notValuingFindings(seen: ConversationFacts): Draft[] {
  // Once nobody replies any more there is one long silence, which has its own finding (walked-out).
  const silentFrom = leftFrom(seen);
  const open = seen.conversation.windows.filter((w) => w.index < silentFrom);
  return [...open.flatMap((w) => windows(seen, w)), ...pestering(seen), ...hurried(seen), ...bareHolds(seen)];
}

function windows(seen: ConversationFacts, w: WindowHistory): Draft[] {
  const { conversation: c, facts } = seen;
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
    // A hold's window opens when the customer has read the hold, and can't be taken before.
    span: { from: Math.max(w.fromAt, w.openedAt), until: closed.at },
    seen: say('findings:window.seen', absentIn(w, seconds)),
    // The customer's words when the window opened, not their 嗯 to words said meanwhile.
    customer: customerBefore(c, facts, during.length === 0 ? closed.index : firstWordsIn(seen, w, closed.index)),
    seconds,
    basis: citationOfWindow(facts, w.kind),
    ...suggestionParts(windowLine(w.kind, w.beat, seen, w.fromAt)),
    covers: [
      windowKey(c.key, w.window),
      ...silent.flatMap((r) => [roundKey(c.key, r.number), owedKey(c.key, r.number)]),
    ],
  };
  if (closed.how === 'missed') {
    const said = turn?.judgement.text ?? '';
    const late =
      w.lateAt === undefined ? '' : say('findings:window.late', { waited: secondsText(msToS(closed.at, w.lateAt)) });
    const lighter = w.lighter === undefined ? '' : say(`findings:window.lighter.${w.lighter}`);
    return [
      draft({
        ...base,
        code: MISSED[w.kind],
        because: joined([becauseOf(seen, w, seconds, said), late, lighter]),
        unsure: w.doubtful ?? false,
        // Done after the window closed, or behind a lighter reason, it costs half.
        share: w.lateAt === undefined && w.lighter === undefined ? 1 : HALF,
      }),
    ];
  }
  const early = closed.why?.includes('early') ?? closed.at < w.fromAt;
  return [
    draft({
      ...base,
      code: early ? 'too-early' : 'pestering',
      // Something left out has no words to quote; something said too soon or again has.
      quoteAt: turnAt(seen, closed.index),
      seen: say(early ? 'findings:window.too-early' : 'findings:window.again'),
      // Words that came too soon are the fault: nothing was to be said yet, so nothing is suggested.
      better: early ? null : base.better,
    }),
  ];
}

const firstWordsIn = ({ conversation: c }: ConversationFacts, { fromAt }: WindowHistory, until: number): number =>
  c.spoke.find((s) => s.at > fromAt && s.index < until)?.index ?? until;

const HALF = 0.5;

/** What was not said while a window was open, and for how long: 「62 秒里没有一句道别」. */
const absentIn = ({ kind }: WindowHistory, seconds: number): { waited: string; owed: string } => ({
  waited: secondsText(seconds),
  owed: say(`findings:window.owed.${kind}`),
});

/** Longest words, in characters, that are quoted; longer ones are found by their place alone. */
const SHORT = 20;

/**
 * Why a missed window counts: how long it was open, what was said in it, and what wasn't; for a pause first the
 * customer's last words.
 */
function becauseOf({ conversation: c }: ConversationFacts, w: WindowHistory, seconds: number, said: string): string {
  const absent = absentIn(w, seconds);
  const instead = said !== '' && said.length <= SHORT && !said.includes('\n');
  const last = c.said.findLast((s) => s.at <= w.fromAt && s.why.kind !== 'silence' && s.bubble.kind === 'text')?.bubble;
  if (w.kind === 'follow-up' && last?.kind === 'text')
    return instead
      ? say('findings:window.because-last-instead', { ...absent, last: last.text, said })
      : say('findings:window.because-last', { ...absent, last: last.text });
  return instead ? say('findings:window.because-instead', { ...absent, said }) : say('findings:window.because', absent);
}

function turnAt({ conversation: c }: ConversationFacts, index: number): Draft['quoteAt'] {
  const turn = c.turns.findLast((t) => t.index <= index);
  return turn ? lastQuote(c, turn) : null;
}

/** A fourth follow-up, or a reminder after 不要了: there is no window then, only the deed. */
function pestering(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
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
        seen: say('findings:window.again'),
        customer: customerBefore(c, facts, spoil.index),
        better: `好的，${facts.scenario.customer.name}，这边不打扰您了，要用的时候找我`,
      });
    });
}

/** 您再瞅一眼, 那头有了没, 好我等着: a trainee who takes up what the customer asked for, or comes back from a hold, presses nobody. */
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

/** 快点付 to a customer who has just said that they go and look after the pot: the trainee urged them during their pause. */
function hurried(seen: ConversationFacts): Draft[] {
  const { conversation: c, facts } = seen;
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
        seen: say('findings:window.away'),
        customer: customerBefore(c, facts, turn.index),
      }),
    ];
  });
}

/** The second 稍等 without a time, and every one after it (RULES T7). */
function bareHolds({ conversation: c, facts }: ConversationFacts): Draft[] {
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
