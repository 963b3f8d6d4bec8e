/**
 * What became of each window, heard over the whole conversation (RULES V4): the engine knows only whether somebody took
 * it while it stood open; what was done a turn before or a moment after was done too.
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

/** Who was typing when it shut is not late. */
const GRACE_MS = 5000;

/** The conversation with its windows as the whole of it shows them. */
export const withWindowsDone = (c: ConversationHistory, facts: CaseFacts): ConversationHistory => ({
  ...c,
  windows: c.windows.map((w) => settled({ c, facts, w, spec: facts.beat(w.beat)?.window ?? null })),
});

const turnsIn = (c: ConversationHistory, from: number, until: (t: TurnHistory) => boolean): TurnHistory[] =>
  c.turns.filter((t) => t.index > from && until(t));

function settled(place: Place): WindowHistory {
  const { c, w } = place;
  const { closed } = w;
  if (!closed) return w;
  if (closed.how === 'spoiled')
    return isUrged(place) ? w : taken(w, c.turns.findLast((t) => t.index <= closed.index) ?? null);
  if (closed.how !== 'missed') return w;
  if (isEmptyAnyway(place)) return { ...w, closed: { ...closed, how: 'void', why: 'nobody-there' } };
  const inside = turnsIn(c, w.index, (t) => t.judgement.firstAt <= closed.at + GRACE_MS);
  const here = inside.find((t) => doneInside(place, t)) ?? null;
  if (here) return taken(w, here);
  if (isClicked(place)) return taken(w, null);
  const before = turnsIn(c, since(place), (t) => t.index < w.index).findLast((t) => doneAhead(place, t));
  if (before) {
    // Their leave was taken already: who says no more then has let nothing pass, and has taken nothing up.
    if (w.kind === 'follow-up') return { ...w, closed: { ...closed, how: 'void', why: DONE_BEFORE } };
    if (w.kind === 'goodbye' || inside.some((t) => t.judgement.text !== '')) return taken(w, null);
  }
  if (w.kind === 'goodbye' && isSameSilence(place)) return { ...w, lighter: 'same-silence' };
  if (w.kind === 'goodbye' && hasParted(place)) return { ...w, lighter: 'last-word' };
  // Said in the same breath as what stood before, it was meant for that.
  const own = inside.filter(({ judgement: { firstAt } }) => firstAt < closed.at && firstAt > w.openedAt + GRACE_MS);
  if (own.some((t) => mayBe(place, t))) return { ...w, doubtful: true };
  const late = c.turns.find((t) => t.judgement.firstAt > closed.at + GRACE_MS && isLateFor(place, t));
  return late ? { ...w, lateAt: late.judgement.firstAt } : w;
}

/** Taken without the engine's knowing: nothing says so in the log, so no merit is read from it. */
function taken(w: WindowHistory, turn: TurnHistory | null): WindowHistory {
  if (!w.closed) return w;
  const place = turn === null ? {} : { at: turn.judgement.lastAt, index: turn.index + HALF };
  return { ...w, afterwards: true, closed: { ...w.closed, ...place, how: 'taken', by: null, why: null } };
}
/** Between the turn and whatever the log holds next. */
const HALF = 0.5;

/** Before the case's own time only what urges is too early (RULES V2): an answer or a check is none. */
function isUrged({ c, w, spec }: Place): boolean {
  const { closed } = w;
  if (closed?.why !== 'too-early') return true;
  if (spec !== null && spec.from === null) return false;
  const turn = c.turns.findLast((t) => t.index <= closed.index);
  const clicked = c.acted.some((a) => a.action === 'remind-pay' && a.index > w.index && a.index < closed.index);
  return clicked || turn === undefined || urgesToPay(turn.judgement.text);
}

/** Who makes up for their tone, tells how they felt or asks is owed a word (刚才话冲 对不住). */
const WANTS_WORD = /对不住|对不起|不好意思|抱歉|冲你|话冲|语气|态度|那股火|火气|急了|心里去|怪我|怪你|[?？]|[吗么呢]$/;

/** A window had passed before in the same silence: it is held there (RULES M26). */
function isSameSilence({ c, w }: Place): boolean {
  const last = c.turns.findLast((t) => t.judgement.text !== '')?.index ?? -1;
  const before = c.windows.findLast((o) => o.index < w.index && o.kind !== 'return');
  return before?.closed?.how === 'missed' && last < before.closed.index;
}

/** Who ends it themselves with thanks, assent or a leave behind an answer has had the last word: little was left to say. */
function hasParted({ c, facts, w }: Place): boolean {
  const ending = c.endings.findLast((e) => e.index < w.index);
  if (ending === undefined) return false;
  const lines = c.said.filter((s) => s.index > ending.index && s.index < (w.closed?.index ?? 0));
  // Judged, not shown: it comes out the same in every language.
  const texts = inLanguage('zh', () => lines.map((s) => bubbleText(s.bubble, facts)));
  return texts.length > 0 && texts.every((text) => !WANTS_WORD.test(text));
}

/** Nobody stood there to take leave of, or a longer time was promised than the engine waited for. */
function isEmptyAnyway({ c, w }: Place): boolean {
  const { closed } = w;
  if (!closed) return false;
  if (w.kind === 'goodbye') return c.endings.findLast((e) => e.index < closed.index)?.silent ?? false;
  if (w.kind !== 'return') return false;
  // Said to who had gone, a time is none to come back at.
  if (c.endings.some((e) => e.index < w.index) && c.arrivals.every((a) => a.index < w.index)) return true;
  const turn = c.turns.findLast((t) => t.index < w.index);
  if (!turn?.judgement.acts.includes('promise-time')) return false;
  const stretches = readText(normalise(turn.judgement.text).text).values.filter((v) => v.kind === 'duration');
  return stretches.some(({ is }) => turn.judgement.lastAt + is * SECOND + GRACE_MS > closed.at);
}
const SECOND = 1000;

/** An operation in a pause takes it up, whatever is said with it. */
const isClicked = ({ c, w }: Place): boolean =>
  w.kind === 'follow-up' && c.acted.some((a) => a.index > w.index && a.at <= (w.closed?.at ?? 0));

const DONE_BEFORE = 'done-before';

/** Rounds of a pause that needed no more words: their silence is nobody's wait. */
export const withoutPauses = (c: ConversationHistory, rounds: readonly Round[]): Round[] =>
  rounds.map((r) =>
    r.to === null && c.windows.some((w) => w.closed?.why === DONE_BEFORE && fallsIn(w, r))
      ? { ...r, grade: 'void' }
      : r,
  );

const fallsIn = ({ fromAt, closed }: WindowHistory, r: Round): boolean =>
  closed !== null && fromAt >= r.from && closed.index > r.fromIndex && closed.index <= r.toIndex;

/** From where on it counts: leave only once the customer's last question stood, the other deeds from the beginning. */
function since({ c, w }: Place): number {
  // What was told before they ordered or paid is no check of what they ordered.
  if (w.kind === 'confirm-order')
    return Math.max(visitOf(c, w), ...c.did.filter((d) => d.index < w.index).map((d) => d.index));
  if (w.kind !== 'goodbye' && w.kind !== 'follow-up') return visitOf(c, w);
  const asked = c.questions.filter((q) => q.openedIndex < w.index).map((q) => q.openedIndex);
  const checks = c.windows.filter((o) => o.kind === 'confirm-order' && o.index < w.index).map((o) => o.index);
  return Math.max(visitOf(c, w), ...asked, ...checks);
}
const visitOf = (c: ConversationHistory, w: WindowHistory): number =>
  c.arrivals.findLast((a) => a.index < w.index)?.index ?? -1;

/** Words after it shut are late for it as long as nobody has asked for something else meanwhile. */
function isLateFor(place: Place, turn: TurnHistory): boolean {
  const { c, w } = place;
  const next = c.windows.find((o) => o.index > w.index && o.kind === w.kind)?.index ?? Number.POSITIVE_INFINITY;
  const asked = c.questions.some((q) => q.openedIndex > (w.closed?.index ?? 0) && q.openedIndex < turn.index);
  if (turn.index > next) return false;
  return w.kind === 'follow-up' ? !asked && isEarnest(turn) : doneInside(place, turn);
}
