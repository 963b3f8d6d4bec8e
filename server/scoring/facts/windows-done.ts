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
import { isDoneAhead, isDoneInside, isEarnest, mayBeDone, type WindowInPlay } from './window-evidence.ts';

/** Within 5 s after a window closes a reply is not late: the trainee was typing. */
const GRACE_MS = 5000;

/** The conversation with its windows settled over all of its turns. */
export const withWindowsDone = (c: ConversationHistory, facts: CaseFacts): ConversationHistory => ({
  ...c,
  windows: c.windows.map((w) => settled({ conversation: c, facts, window: w, spec: facts.beat(w.beat)?.window ?? null })),
});

const turnsIn = (c: ConversationHistory, from: number, until: (t: TurnHistory) => boolean): TurnHistory[] =>
  c.turns.filter((t) => t.index > from && until(t));

function settled(place: WindowInPlay): WindowHistory {
  const { conversation: c, window: w } = place;
  const { closed } = w;
  if (!closed) return w;
  if (closed.how === 'spoiled')
    return isUrged(place) ? w : taken(w, c.turns.findLast((t) => t.index <= closed.index) ?? null);
  if (closed.how !== 'missed') return w;
  if (isEmptyAnyway(place)) return { ...w, closed: { ...closed, how: 'void', why: 'nobody-there' } };
  const inside = turnsIn(c, w.index, (t) => t.judgement.firstAt <= closed.at + GRACE_MS);
  const here = inside.find((t) => isDoneInside(place, t)) ?? null;
  if (here) return taken(w, here);
  if (isClicked(place)) return taken(w, null);
  const before = turnsIn(c, since(place), (t) => t.index < w.index).findLast((t) => isDoneAhead(place, t));
  if (before) {
    // The goodbye was said already: a trainee who then says no more has let nothing pass, and has taken nothing up.
    if (w.kind === 'follow-up') return { ...w, closed: { ...closed, how: 'void', why: DONE_BEFORE } };
    if (w.kind === 'goodbye' || inside.some((t) => t.judgement.text !== '')) return taken(w, null);
  }
  if (w.kind === 'goodbye' && isSameSilence(place)) return { ...w, lighter: 'same-silence' };
  if (w.kind === 'goodbye' && hasParted(place)) return { ...w, lighter: 'last-word' };
  // Words in the same breath as those before the window were meant for what came before.
  const own = inside.filter(({ judgement: { firstAt } }) => firstAt < closed.at && firstAt > w.openedAt + GRACE_MS);
  if (own.some((t) => mayBeDone(place, t))) return { ...w, doubtful: true };
  const late = c.turns.find((t) => t.judgement.firstAt > closed.at + GRACE_MS && isLateFor(place, t));
  return late ? { ...w, lateAt: late.judgement.firstAt } : w;
}

/** A window that the engine didn't see taken: the log has no event for it, so it makes no merit. */
function taken(w: WindowHistory, turn: TurnHistory | null): WindowHistory {
  if (!w.closed) return w;
  const place = turn === null ? {} : { at: turn.judgement.lastAt, index: turn.index + HALF };
  return { ...w, afterwards: true, closed: { ...w.closed, ...place, how: 'taken', by: null, why: null } };
}
/** Between the turn and whatever the log holds next. */
const HALF = 0.5;

/** Whether words before the case's own time urge. Only those are too early (RULES V2); an answer or a check isn't. */
function isUrged({ conversation: c, window: w, spec }: WindowInPlay): boolean {
  const { closed } = w;
  if (closed?.why !== 'too-early') return true;
  if (spec !== null && spec.from === null) return false;
  const turn = c.turns.findLast((t) => t.index <= closed.index);
  const clicked = c.acted.some((a) => a.action === 'remind-pay' && a.index > w.index && a.index < closed.index);
  return clicked || turn === undefined || urgesToPay(turn.judgement.text);
}

/** A customer who makes up for their tone, tells how they felt or asks is owed a word (刚才话冲 对不住). */
const WANTS_WORD = /对不住|对不起|不好意思|抱歉|冲你|话冲|语气|态度|那股火|火气|急了|心里去|怪我|怪你|[?？]|[吗么呢]$/;

/** Whether another window had passed in the same silence: the silence is charged there (RULES M26). */
function isSameSilence({ conversation: c, window: w }: WindowInPlay): boolean {
  const last = c.turns.findLast((t) => t.judgement.text !== '')?.index ?? -1;
  const before = c.windows.findLast((o) => o.index < w.index && o.kind !== 'return');
  return before?.closed?.how === 'missed' && last < before.closed.index;
}

/** Whether the customer closed with thanks, assent or a goodbye of their own: little was left to say. */
function hasParted({ conversation: c, facts, window: w }: WindowInPlay): boolean {
  const ending = c.endings.findLast((e) => e.index < w.index);
  if (ending === undefined) return false;
  const lines = c.said.filter((s) => s.index > ending.index && s.index < (w.closed?.index ?? 0));
  // These texts are judged, not shown: Chinese gives the same result in every language of the reader.
  const texts = inLanguage('zh', () => lines.map((s) => bubbleText(s.bubble, facts)));
  return texts.length > 0 && texts.every((text) => !WANTS_WORD.test(text));
}

/** Whether nobody was there to say goodbye to, or the trainee promised a longer time than the engine waited. */
function isEmptyAnyway({ conversation: c, window: w }: WindowInPlay): boolean {
  const { closed } = w;
  if (!closed) return false;
  if (w.kind === 'goodbye') return c.endings.findLast((e) => e.index < closed.index)?.silent ?? false;
  if (w.kind !== 'return') return false;
  // A time promised to a customer who had gone is no time to come back at.
  if (c.endings.some((e) => e.index < w.index) && c.arrivals.every((a) => a.index < w.index)) return true;
  const turn = c.turns.findLast((t) => t.index < w.index);
  if (!turn?.judgement.acts.includes('promise-time')) return false;
  const stretches = readText(normalise(turn.judgement.text).text).values.filter((v) => v.kind === 'duration');
  return stretches.some(({ is }) => turn.judgement.lastAt + is * SECOND + GRACE_MS > closed.at);
}
const SECOND = 1000;

/** Whether an operation was done in a pause: it takes the window, whatever is said with it. */
const isClicked = ({ conversation: c, window: w }: WindowInPlay): boolean =>
  w.kind === 'follow-up' && c.acted.some((a) => a.index > w.index && a.at <= (w.closed?.at ?? 0));

const DONE_BEFORE = 'done-before';

/** The rounds, with those void that fall into a pause needing no more words: nobody waited in that silence. */
export const withoutPauses = (c: ConversationHistory, rounds: readonly Round[]): Round[] =>
  rounds.map((r) =>
    r.to === null && c.windows.some((w) => w.closed?.why === DONE_BEFORE && fallsIn(w, r))
      ? { ...r, grade: 'void' }
      : r,
  );

const fallsIn = ({ fromAt, closed }: WindowHistory, r: Round): boolean =>
  closed !== null && fromAt >= r.from && closed.index > r.fromIndex && closed.index <= r.toIndex;

/**
 * The place of the log from which deeds count: a goodbye after the customer's last question, other deeds from the
 * visit's start.
 */
function since({ conversation: c, window: w }: WindowInPlay): number {
  // Words said before the customer ordered or paid are no check of that order.
  if (w.kind === 'confirm-order')
    return Math.max(visitOf(c, w), ...c.did.filter((d) => d.index < w.index).map((d) => d.index));
  if (w.kind !== 'goodbye' && w.kind !== 'follow-up') return visitOf(c, w);
  const asked = c.questions.filter((q) => q.openedIndex < w.index).map((q) => q.openedIndex);
  const checks = c.windows.filter((o) => o.kind === 'confirm-order' && o.index < w.index).map((o) => o.index);
  return Math.max(visitOf(c, w), ...asked, ...checks);
}
const visitOf = (c: ConversationHistory, w: WindowHistory): number =>
  c.arrivals.findLast((a) => a.index < w.index)?.index ?? -1;

/** Whether a turn does late what the window asked for. For a pause only while the customer hasn't asked something else. */
function isLateFor(place: WindowInPlay, turn: TurnHistory): boolean {
  const { conversation: c, window: w } = place;
  const next = c.windows.find((o) => o.index > w.index && o.kind === w.kind)?.index ?? Number.POSITIVE_INFINITY;
  const asked = c.questions.some((q) => q.openedIndex > (w.closed?.index ?? 0) && q.openedIndex < turn.index);
  if (turn.index > next) return false;
  return w.kind === 'follow-up' ? !asked && isEarnest(turn) : isDoneInside(place, turn);
}
