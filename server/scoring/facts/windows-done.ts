/**
 * What became of each window, judged over the whole conversation (RULES V4). The engine knows only whether it was taken
 * while it was open; what was done a turn before or a moment after counts too.
 */

import { inLanguage } from '#i18n/language.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { urgesToPay } from '#language/windows/payment.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText } from '#scoring/log/phrasing.ts';
import type { Round } from './rounds.ts';
import { doneAhead, doneInside, isEarnest, mayBe, type Place } from './window-evidence.ts';

/** Within 5 s after a window closes a reply is not late: the trainee was typing. */
const GRACE_MS = 5000;

/** The conversation with its windows settled over all of its turns. */
export const withWindowsDone = (conversation: ConversationHistory, facts: CaseFacts): ConversationHistory => ({
  ...conversation,
  windows: conversation.windows.map((window) =>
    settled({ c: conversation, facts, w: window, spec: facts.beat(window.beat)?.window ?? null }),
  ),
});

const turnsIn = (
  conversation: ConversationHistory,
  from: number,
  until: (turn: TurnHistory) => boolean,
): TurnHistory[] => conversation.turns.filter((turn) => turn.index > from && until(turn));

function settled(place: Place): WindowHistory {
  const { c: conversation, w: window } = place;
  const { closed } = window;
  if (!closed) return window;
  if (closed.how === 'spoiled')
    return isUrged(place)
      ? window
      : taken(window, conversation.turns.findLast(({ index }) => index <= closed.index) ?? null);
  if (closed.how !== 'missed') return window;
  if (isEmptyAnyway(place)) return { ...window, closed: { ...closed, how: 'void', why: 'nobody-there' } };
  const inside = turnsIn(conversation, window.index, ({ judgement }) => judgement.firstAt <= closed.at + GRACE_MS);
  const here = inside.find((turn) => doneInside(place, turn)) ?? null;
  if (here) return taken(window, here);
  if (isClicked(place)) return taken(window, null);
  const before = turnsIn(conversation, since(place), ({ index }) => index < window.index).findLast((turn) =>
    doneAhead(place, turn),
  );
  if (before) {
    // The goodbye was said already: a trainee who then says no more has let nothing pass, and has taken nothing up.
    if (window.kind === 'follow-up') return { ...window, closed: { ...closed, how: 'void', why: DONE_BEFORE } };
    if (window.kind === 'goodbye' || inside.some(({ judgement }) => judgement.text !== '')) return taken(window, null);
  }
  if (window.kind === 'goodbye' && isSameSilence(place)) return { ...window, lighter: 'same-silence' };
  if (window.kind === 'goodbye' && hasParted(place)) return { ...window, lighter: 'last-word' };
  // Words in the same breath as those before the window were meant for what came before.
  const own = inside.filter(
    ({ judgement: { firstAt } }) => firstAt < closed.at && firstAt > window.openedAt + GRACE_MS,
  );
  if (own.some((turn) => mayBe(place, turn))) return { ...window, doubtful: true };
  const late = conversation.turns.find(
    (turn) => turn.judgement.firstAt > closed.at + GRACE_MS && isLateFor(place, turn),
  );
  return late ? { ...window, lateAt: late.judgement.firstAt } : window;
}

/** A window that the engine didn't see taken: the log has no event for it, so it makes no merit. */
function taken(window: WindowHistory, turn: TurnHistory | null): WindowHistory {
  if (!window.closed) return window;
  const place = turn === null ? {} : { at: turn.judgement.lastAt, index: turn.index + HALF };
  return { ...window, afterwards: true, closed: { ...window.closed, ...place, how: 'taken', by: null, why: null } };
}
/** Between the turn and whatever the log holds next. */
const HALF = 0.5;

/** Whether words before the case's own time urge. Only those are too early (RULES V2); an answer or a check isn't. */
function isUrged({ c: conversation, w: window, spec }: Place): boolean {
  const { closed } = window;
  if (closed?.why !== 'too-early') return true;
  if (spec !== null && spec.from === null) return false;
  const turn = conversation.turns.findLast(({ index }) => index <= closed.index);
  const clicked = conversation.acted.some(
    ({ action, index }) => action === 'remind-pay' && index > window.index && index < closed.index,
  );
  return clicked || turn === undefined || urgesToPay(turn.judgement.text);
}

/** A customer who makes up for their tone, tells how they felt or asks is owed a word (刚才话冲 对不住). */
const WANTS_WORD = /对不住|对不起|不好意思|抱歉|冲你|话冲|语气|态度|那股火|火气|急了|心里去|怪我|怪你|[?？]|[吗么呢]$/;

/** Whether another window had passed in the same silence: the silence is charged there (RULES M26). */
function isSameSilence({ c: conversation, w: window }: Place): boolean {
  const last = conversation.turns.findLast(({ judgement }) => judgement.text !== '')?.index ?? -1;
  const before = conversation.windows.findLast(({ index, kind }) => index < window.index && kind !== 'return');
  return before?.closed?.how === 'missed' && last < before.closed.index;
}

/** Whether the customer closed with thanks, assent or a goodbye of their own: little was left to say. */
function hasParted({ c: conversation, facts, w: window }: Place): boolean {
  const ending = conversation.endings.findLast(({ index }) => index < window.index);
  if (ending === undefined) return false;
  const lines = conversation.said.filter(({ index }) => index > ending.index && index < (window.closed?.index ?? 0));
  // These texts are judged, not shown: Chinese gives the same result in every language of the reader.
  const texts = inLanguage('zh', () => lines.map(({ bubble }) => bubbleText(bubble, facts)));
  return texts.length > 0 && texts.every((text) => !WANTS_WORD.test(text));
}

/** Whether nobody was there to say goodbye to, or the trainee promised a longer time than the engine waited. */
function isEmptyAnyway({ c: conversation, w: window }: Place): boolean {
  const { closed } = window;
  if (!closed) return false;
  if (window.kind === 'goodbye')
    return conversation.endings.findLast(({ index }) => index < closed.index)?.silent ?? false;
  if (window.kind !== 'return') return false;
  // A time promised to a customer who had gone is no time to come back at.
  if (
    conversation.endings.some(({ index }) => index < window.index) &&
    conversation.arrivals.every(({ index }) => index < window.index)
  )
    return true;
  const turn = conversation.turns.findLast(({ index }) => index < window.index);
  if (!turn?.judgement.acts.includes('promise-time')) return false;
  const stretches = readText(normalise(turn.judgement.text).text).values.filter(({ kind }) => kind === 'duration');
  return stretches.some(({ is }) => turn.judgement.lastAt + is * SECOND + GRACE_MS > closed.at);
}
const SECOND = 1000;

/** Whether an operation was done in a pause: it takes the window, whatever is said with it. */
const isClicked = ({ c: conversation, w: window }: Place): boolean =>
  window.kind === 'follow-up' &&
  conversation.acted.some(({ index, at }) => index > window.index && at <= (window.closed?.at ?? 0));

const DONE_BEFORE = 'done-before';

/** The rounds, with those void that fall into a pause needing no more words: nobody waited in that silence. */
export const withoutPauses = (conversation: ConversationHistory, rounds: readonly Round[]): Round[] =>
  rounds.map((round) =>
    round.to === null &&
    conversation.windows.some((window) => window.closed?.why === DONE_BEFORE && fallsIn(window, round))
      ? { ...round, grade: 'void' }
      : round,
  );

const fallsIn = ({ fromAt, closed }: WindowHistory, round: Round): boolean =>
  closed !== null && fromAt >= round.from && closed.index > round.fromIndex && closed.index <= round.toIndex;

/**
 * The place of the log from which deeds count: a goodbye after the customer's last question, other deeds from the
 * visit's start.
 */
function since({ c: conversation, w: window }: Place): number {
  // Words said before the customer ordered or paid are no check of that order.
  if (window.kind === 'confirm-order')
    return Math.max(
      visitOf(conversation, window),
      ...conversation.did.filter(({ index }) => index < window.index).map(({ index }) => index),
    );
  if (window.kind !== 'goodbye' && window.kind !== 'follow-up') return visitOf(conversation, window);
  const asked = conversation.questions
    .filter(({ openedIndex }) => openedIndex < window.index)
    .map(({ openedIndex }) => openedIndex);
  const checks = conversation.windows
    .filter(({ kind, index }) => kind === 'confirm-order' && index < window.index)
    .map(({ index }) => index);
  return Math.max(visitOf(conversation, window), ...asked, ...checks);
}
const visitOf = (conversation: ConversationHistory, window: WindowHistory): number =>
  conversation.arrivals.findLast(({ index }) => index < window.index)?.index ?? -1;

/** Whether a turn does late what the window asked for. For a pause only while the customer hasn't asked something else. */
function isLateFor(place: Place, turn: TurnHistory): boolean {
  const { c: conversation, w: window } = place;
  const next =
    conversation.windows.find(({ index, kind }) => index > window.index && kind === window.kind)?.index ??
    Number.POSITIVE_INFINITY;
  const asked = conversation.questions.some(
    ({ openedIndex }) => openedIndex > (window.closed?.index ?? 0) && openedIndex < turn.index,
  );
  if (turn.index > next) return false;
  return window.kind === 'follow-up' ? !asked && isEarnest(turn) : doneInside(place, turn);
}
