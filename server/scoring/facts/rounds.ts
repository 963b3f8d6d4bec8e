/**
 * Rounds as the trade counts them (docs/trade.md §2): first customer message after the last human reply → the next human
 * reply. Automatic replies aren't in the log as human; a card sent by an action is a human message (RULES T8).
 */

import type { DrillMs } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationHistory, EndingHistory, Placed } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { atOnce, type Grade, gradeOf, tierFor } from './concurrency.ts';

/** A stop longer than this puts a round outside the figures (RULES C4). */
const LONGEST_STOP_MS = 10_000;

export type Round = {
  /** Place in the conversation, 0-based. */
  number: number;
  from: DrillMs;
  fromIndex: number;
  /** Null when nobody answered. */
  to: DrillMs | null;
  toIndex: number;
  /** Seconds from the first bubble, as the platforms count. */
  seconds: number;
  /** Seconds from the end of the burst: grades and marks rest on these (RULES M1). */
  waitedS: number;
  grade: Grade | 'interrupted' | 'void';
  /** First of a visit. */
  first: boolean;
  visit: number;
  /** Message or card that answered. */
  reply: string | null;
};

type Step = Placed<
  | { kind: 'customer'; at: DrillMs; owed: boolean; last: boolean }
  | { kind: 'human'; at: DrillMs; id: string }
  /** A question opened: a customer who leaves before its answer has waited in vain (RULES V1). */
  | { kind: 'asked'; at: DrillMs }
  /** The customer reacted to a turn: bubbles sent since the reply were answered with it (RULES T1). */
  | { kind: 'reacted'; at: DrillMs }
  /** The customer has left, ordered or is done: messages from here give no response figure (RULES V1). */
  | { kind: 'away'; at: DrillMs; left: Left; ending: boolean }
  | { kind: 'back'; at: DrillMs }
  | { kind: 'visit'; at: DrillMs; visit: number }
>;

function stepsOf(c: ConversationHistory): Step[] {
  const steps: Step[] = [
    // A nod (嗯) waits for no answer.
    ...c.said.flatMap((s): Step[] =>
      s.why.kind === 'nod'
        ? []
        : [
            {
              kind: 'customer',
              at: s.at,
              index: s.index,
              owed: s.why.kind === 'opening' || s.why.kind === 'silence',
              last: s.last,
            },
          ],
    ),
    ...c.spoke.map((s): Step => ({ kind: 'human', at: s.at, index: s.index, id: s.id })),
    ...c.acted.filter((a) => a.sends).map((a): Step => ({ kind: 'human', at: a.at, index: a.index, id: a.id })),
    ...c.turns
      .filter((t) => t.closed && t.closed.reaction !== 'none')
      .map((t): Step => ({ kind: 'reacted', at: t.closedAt, index: t.index })),
    ...c.statuses
      .filter((s) => s.to === 'away' || s.to === 'closed')
      .map(
        (s): Step => ({
          kind: 'away',
          at: s.at,
          index: s.index,
          left: s.to === 'away' ? 'maybe' : 'content',
          ending: false,
        }),
      ),
    ...c.statuses
      .filter((s) => s.to === 'waiting' || s.to === 'active')
      .map((s): Step => ({ kind: 'back', at: s.at, index: s.index })),
    ...c.endings.map((e): Step => ({ kind: 'away', at: e.at, index: e.index, left: leftHow(e), ending: true })),
    ...c.questions
      .filter((q) => q.state !== 'void')
      .map((q): Step => ({ kind: 'asked', at: q.openedAt, index: q.openedIndex })),
    ...c.arrivals.map((a): Step => ({ kind: 'visit', at: a.at, index: a.index, visit: a.visit })),
  ];
  return steps.sort((a, b) => a.index - b.index);
}

/** How a round without a reply ended: the customer gave up, went for some reason, or was served. */
type Left = 'waiting' | 'maybe' | 'content';

function leftHow(ending: EndingHistory): Left {
  if (ending.silent) return 'waiting';
  return ending.outcome === 'lost' || ending.outcome === 'escalated' ? 'maybe' : 'content';
}

/** All rounds of a conversation with their grades. Pure in the log; `seconds` are seat seconds. */
export function roundsOf(history: DrillHistory, c: ConversationHistory, rubric: Rubric): Round[] {
  const rounds: Round[] = [];
  let open: {
    from: DrillMs;
    fromIndex: number;
    owed: boolean;
    asked: boolean;
    saidAt: DrillMs;
    whole: boolean;
  } | null = null;
  let here = true;
  let visit = 1;
  let firstOfVisit = true;
  const close = (end: { at: DrillMs; index: number; reply: string | null; left: Left }): void => {
    if (!open) return;
    rounds.push(closedRound(history, rubric, { ...open, ...end, number: rounds.length, visit, first: firstOfVisit }));
    firstOfVisit = false;
    open = null;
  };
  for (const step of stepsOf(c)) {
    if (step.kind === 'visit') {
      visit = step.visit;
      firstOfVisit = true;
      here = true;
      open = null;
    } else if (step.kind === 'customer') {
      if (!here) continue;
      open ??= { from: step.at, fromIndex: step.index, owed: false, asked: false, saidAt: step.at, whole: false };
      open.owed ||= step.owed;
      // Reminders come after the burst and begin no wait of their own.
      if (!open.whole) [open.saidAt, open.whole] = [step.at, step.last];
    } else if (step.kind === 'asked') {
      if (open) open.asked = true;
    } else if (step.kind === 'human') {
      close({ at: step.at, index: step.index, reply: step.id, left: 'waiting' });
    } else if (step.kind === 'reacted') {
      open = null;
    } else if (step.kind === 'back') {
      here = true;
    } else {
      const left: Left = step.ending && open?.asked ? 'waiting' : step.left;
      if (here) close({ at: step.at, index: step.index, reply: null, left });
      here = false;
    }
  }
  const end = history.ended ?? { at: history.lastAt, index: history.length };
  close({ at: end.at, index: end.index, reply: null, left: 'maybe' });
  return rounds;
}

function closedRound(
  history: DrillHistory,
  rubric: Rubric,
  r: {
    from: DrillMs;
    fromIndex: number;
    saidAt: DrillMs;
    at: DrillMs;
    index: number;
    reply: string | null;
    left: Left;
    owed: boolean;
    number: number;
    visit: number;
    first: boolean;
  },
): Round {
  const seconds = (r.at - r.from) / 1000;
  const waitedS = Math.max(0, (r.at - r.saidAt) / 1000);
  const tier = tierFor(rubric, atOnce(history, r.from, r.at));
  const interrupted = history.stops.some(
    (s) => s.index > r.fromIndex && s.index < r.index && s.stoppedMs > LONGEST_STOP_MS,
  );
  // A customer who gave up waiting was owed a reply (RULES V1). One who is done and says thanks is owed none, nor is
  // one owed yet when the drill or the stay ends within `failS` seconds (RULES C5).
  const owed = r.owed && (r.left === 'waiting' || (r.left === 'maybe' && waitedS > tier.failS));
  const answered: Round['grade'] = r.reply === null ? 'fail' : gradeOf(waitedS, tier);
  return {
    number: r.number,
    from: r.from,
    fromIndex: r.fromIndex,
    to: r.reply === null ? null : r.at,
    toIndex: r.index,
    seconds,
    waitedS,
    grade: r.reply === null && !owed ? 'void' : interrupted ? 'interrupted' : answered,
    first: r.first,
    visit: r.visit,
    reply: r.reply,
  };
}

/** Rounds that count in response figures: neither void nor interrupted. */
export function countedRounds(rounds: readonly Round[]): Round[] {
  return rounds.filter((r) => r.grade !== 'void' && r.grade !== 'interrupted');
}
