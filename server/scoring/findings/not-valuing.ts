/** Family not-valuing 不重视客户: windows missed or spoiled, and holds without return (docs/trade.md §3, §5, RULES V2, T7). */
import type { WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { joined, say } from '#i18n/say.ts';
import type { FindingCode } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type DraftStart, draftFinding, type FindingDraft, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { waitedFrom } from '#scoring/facts/parting.ts';
import { allowedOf } from '#scoring/facts/window-evidence.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { isSoonLate, lostShareOf } from '#scoring/log/late-windows.ts';
import { customerBefore, msToS, secondsText } from '#scoring/log/phrasing.ts';
import { owedKey, roundKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { isServicePause, windowDimension } from '#scoring/opportunities/window-dimension.ts';
import { citationOfWindow } from '#scoring/suggestions/fault-citations.ts';
import { windowLine } from '#scoring/suggestions/windows.ts';
import { isLate, windowMissedIn } from './late.ts';
import { unansweredFromIndex } from './left-alone.ts';
import { hurriedPayments, pestering, turnAt } from './pestering.ts';
import { reviewFindings } from './review-invitations.ts';
import { bareHolds } from './undertaken.ts';

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

export const notValuingFindings = (facts: ConversationFacts): FindingDraft[] => {
  // Once nobody replies any more there is one long silence, which has its own finding (walked-out).
  const silentFromIndex = unansweredFromIndex(facts);
  const windowsBeforeSilence = facts.conversation.windows.filter(({ index }) => index < silentFromIndex);
  return [
    ...windowsBeforeSilence.flatMap((window) => windowFindings(facts, window)),
    ...pestering(facts),
    ...hurriedPayments(facts),
    ...bareHolds(facts),
    ...reviewFindings(facts),
  ];
};

const windowFindings = (facts: ConversationFacts, window: WindowHistory): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const { closed } = window;
  if (!closed || closed.how === 'taken' || closed.how === 'void') return [];
  const fromAt = waitedFrom(conversation, window);
  const turnsInWindow = wordsIn(facts, window.index, closed.index).filter(
    // Words to which the customer said something more are no part of the silence behind it.
    ({ judgement }) => window.kind !== 'goodbye' || judgement.firstAt >= fromAt,
  );
  const { until } = allowedOf(facts.history, conversation, window, facts.rubric);
  const seconds = msToS(fromAt, turnsInWindow.length === 0 ? cameBackAt(facts, window, until) : until);
  const turn = turnsInWindow.at(-1) ?? null;
  const isPause = isServicePause(facts, window.kind);
  const silentRounds = facts.rounds.filter((round) => isLate(round.grade) && windowMissedIn(facts, round) === window);
  const draftStart: Omit<DraftStart, 'code'> = {
    // Where it opened names the finding, also in reports of before.
    at: window.fromAt,
    saidAt: fromAt > window.fromAt ? fromAt : undefined,
    conversation: conversation.key,
    turn: turn?.judgement.turn ?? null,
    // A hold's window opens when the customer has read the hold, and can't be taken before.
    span: { from: Math.max(fromAt, window.openedAt), until: closed.at },
    observation: say('findings:window.seen', absentValues(window, seconds)),
    // The customer's words when the window opened, not their 嗯 to words said meanwhile.
    customerText: customerBefore(
      conversation,
      caseFacts,
      turnsInWindow.length === 0 ? closed.index : firstWordsIn(facts, fromAt, closed.index),
    ),
    seconds,
    citation: citationOfWindow(caseFacts, window.kind),
    ...(isPause && { dimension: windowDimension(facts, window.kind) }),
    ...suggestionParts(windowLine(window.kind, window.beat, facts, window.fromAt)),
    explainedKeys: [
      windowKey(conversation.key, window.window),
      ...silentRounds.flatMap(({ number }) => [roundKey(conversation.key, number), owedKey(conversation.key, number)]),
    ],
  };
  if (closed.how === 'missed') {
    // Of several turns none is what was said instead.
    const saidInWindow = turnsInWindow.length === 1 ? (turn?.judgement.text ?? '') : '';
    return [
      draftFinding({
        ...draftStart,
        code: MISSED[window.kind],
        because: joined([whyMissed(facts, window, seconds, saidInWindow), ...whyLess(window, fromAt)]),
        ...(isOwnWhy(window) && { isWholeWhy: true as const }),
        unsure: window.isDoubtful ?? false,
        // Of a pause of who buys nothing the chance alone is lost (RULES M250).
        costShare: isPause ? 0 : lostShareOf(window),
      }),
    ];
  }
  const isTooEarly = closed.why?.includes('early') ?? closed.at < window.fromAt;
  return [
    draftFinding({
      ...draftStart,
      code: isTooEarly ? 'too-early' : 'pestering',
      // Something left out has no words to quote; something said too soon or again has.
      quoteAt: turnAt(facts, closed.index),
      observation: say(isTooEarly ? 'findings:window.too-early' : 'findings:window.again'),
      // Words that came too soon are the fault: nothing was to be said yet, so nothing is suggested.
      suggestion: isTooEarly ? null : (draftStart.suggestion ?? null),
    }),
  ];
};

const wordsIn = ({ conversation: { turns } }: ConversationFacts, from: number, until: number): TurnHistory[] =>
  turns.filter(({ index, judgement }) => index > from && index < until && judgement.text !== '');

const firstWordsIn = ({ conversation }: ConversationFacts, fromAt: DrillMs, until: number): number =>
  conversation.traineeMessages.find(({ at, index }) => at > fromAt && index < until)?.index ?? until;

/**
 * When the trainee was back from a hold on which the customer waited longer than its window: the wait that is told is
 * the customer's, not the limit (RULES M205). `closedAt` where they never came back.
 */
const cameBackAt = ({ conversation }: ConversationFacts, window: WindowHistory, closedAt: DrillMs): DrillMs => {
  if (window.kind !== 'return') return closedAt;
  const back = conversation.turns.find(({ index, judgement }) => index > window.index && judgement.text !== '');
  return Math.max(closedAt, back?.judgement.firstAt ?? closedAt);
};

/** What came late all the same, and why the window costs less. Of a goodbye it is said how long the customer had been gone. */
const whyLess = (window: WindowHistory, fromAt: DrillMs): string[] => {
  const { kind, lateAt, lighterReason, closed } = window;
  const lighter = lateAt === undefined ? 'lighter' : 'lighter-late';
  const lighterText = lighterReason === undefined ? '' : say(`findings:window.${lighter}.${lighterReason}`);
  if (lateAt === undefined) return [lighterText];
  const goneText =
    kind === 'goodbye' && closed && say('findings:window.gone', { after: secondsText(msToS(closed.at, lateAt)) });
  const lateText = say('findings:window.late', { waited: secondsText(msToS(fromAt, lateAt)) });
  return [goneText || lateText, lighterText, isSoonLate(window) ? say('findings:window.soon') : ''];
};

/** Whether the rubric's 客户收了话，最后没有一句收尾 isn't true: it was said late, or the customer was off to look at something, or to send it later. */
const isOwnWhy = ({ lateAt, lighterReason }: WindowHistory): boolean =>
  lateAt !== undefined || lighterReason === 'put-off' || lighterReason === 'sends-later';

/** What was not said while a window was open, and for how long: 「62 秒里没有一句道别」. */
const absentValues = ({ kind }: WindowHistory, seconds: number): { waited: string; owed: string } => ({
  waited: secondsText(seconds),
  owed: say(`findings:window.owed.${kind}`),
});

/** Longest words, in characters, that are quoted; longer ones are found by their place alone. */
const MAX_QUOTED_CHARS = 20;

/**
 * Why a missed window counts: how long it was open, what was said in it, and what wasn't; for a pause first the
 * customer's last words.
 */
const whyMissed = (
  { conversation }: ConversationFacts,
  window: WindowHistory,
  seconds: number,
  saidInWindow: string,
): string => {
  const absentTexts = absentValues(window, seconds);
  const promised = window.kind === 'return' ? promiseOf(conversation, window) : null;
  if (promised !== null) return say('findings:window.because-promised', { ...absentTexts, said: promised });
  const inherited = window.kind === 'return' ? inheritedPromise(conversation, window) : null;
  if (inherited !== null) return say('findings:window.because-inherited', { ...absentTexts, said: inherited });
  const wasSaidInstead = saidInWindow !== '' && saidInWindow.length <= MAX_QUOTED_CHARS && !saidInWindow.includes('\n');
  const lastBubble = conversation.customerMessages.findLast(
    (line) => line.at <= window.fromAt && line.why.kind !== 'silence' && line.bubble.kind === 'text',
  )?.bubble;
  if (window.kind === 'follow-up' && lastBubble?.kind === 'text')
    return wasSaidInstead
      ? say('findings:window.because-last-instead', { ...absentTexts, last: lastBubble.text, said: saidInWindow })
      : say('findings:window.because-last', { ...absentTexts, last: lastBubble.text });
  return wasSaidInstead
    ? say('findings:window.because-instead', { ...absentTexts, said: saidInWindow })
    : say('findings:window.because', absentTexts);
};

/** The trainee's words by which the customer waited: the message where it is short, else what of it asks to wait. */
const promiseOf = ({ turns, traineeMessages }: ConversationHistory, { index }: WindowHistory): string | null => {
  const quote = turns.findLast((turn) => turn.index < index)?.judgement.hold?.quote ?? null;
  const text = traineeMessages.find(({ id }) => id === quote?.message)?.text ?? null;
  if (quote === null || text === null) return null;
  return text.length <= MAX_QUOTED_CHARS ? text.replace(/[。！!~～\s]+$/u, '') : text.slice(quote.start, quote.end);
};

/** The words of the seat before, which this one came to keep (RULES Q86). */
const inheritedPromise = ({ inherited, turns }: ConversationHistory, { index }: WindowHistory): string | null =>
  turns.some((turn) => turn.index < index) ? null : (inherited?.promise ?? null);
