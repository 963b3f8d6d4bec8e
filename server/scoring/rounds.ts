/**
 * Rounds as the trade counts them (DOMAIN §3): first customer message after the last human reply → the next human
 * reply. Automatic replies aren't in the log as human; a card sent by an action is a human message (RULES T8).
 */
import type { Rubric } from '#engine/content.ts';
import type { DrillMs } from '#engine/events.ts';
import { atOnce, type Grade, gradeOf, tierFor } from './concurrency.ts';
import type { ConversationHistory, DrillHistory, Placed } from './history.ts';

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
  seconds: number;
  grade: Grade | 'interrupted' | 'void';
  /** First of a visit. */
  first: boolean;
  visit: number;
  /** Message or card that answered. */
  reply: string | null;
};

type Step = Placed<
  | { kind: 'customer'; at: DrillMs; owed: boolean }
  | { kind: 'human'; at: DrillMs; id: string }
  /** The customer reacted: bubbles said over the reply were answered with it (RULES T1). */
  | { kind: 'reacted'; at: DrillMs }
  /** Left, ordered or done: messages from here give no response figure (RULES V1). */
  | { kind: 'away'; at: DrillMs; left: boolean }
  | { kind: 'visit'; at: DrillMs; visit: number }
>;

function stepsOf(c: ConversationHistory): Step[] {
  const steps: Step[] = [
    ...c.said.map(
      (s): Step => ({ kind: 'customer', at: s.at, index: s.index, owed: s.why.kind === 'opening' || s.why.kind === 'silence' }),
    ),
    ...c.spoke.map((s): Step => ({ kind: 'human', at: s.at, index: s.index, id: s.id })),
    ...c.acted.filter((a) => a.sends).map((a): Step => ({ kind: 'human', at: a.at, index: a.index, id: a.id })),
    ...c.turns
      .filter((t) => t.closed && t.closed.reaction !== 'none')
      .map((t): Step => ({ kind: 'reacted', at: t.closedAt, index: t.index })),
    ...c.statuses
      .filter((s) => s.to === 'away' || s.to === 'closed')
      .map((s): Step => ({ kind: 'away', at: s.at, index: s.index, left: s.to === 'away' })),
    ...c.endings.map((e): Step => ({ kind: 'away', at: e.at, index: e.index, left: e.silent || e.outcome === 'lost' || e.outcome === 'escalated' })),
    ...c.arrivals.map((a): Step => ({ kind: 'visit', at: a.at, index: a.index, visit: a.visit })),
  ];
  return steps.sort((a, b) => a.index - b.index);
}

/** All rounds of a conversation with their grades. Pure in the log; `seconds` are seat seconds. */
export function roundsOf(history: DrillHistory, c: ConversationHistory, rubric: Rubric): Round[] {
  const rounds: Round[] = [];
  let open: { from: DrillMs; fromIndex: number; owed: boolean } | null = null;
  let here = true;
  let visit = 1;
  let firstOfVisit = true;
  const close = (end: { at: DrillMs; index: number; reply: string | null; void: boolean }): void => {
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
      if (open) open.owed ||= step.owed;
      else open = { from: step.at, fromIndex: step.index, owed: step.owed };
    } else if (step.kind === 'human') {
      close({ at: step.at, index: step.index, reply: step.id, void: false });
    } else if (step.kind === 'reacted') {
      open = null;
    } else {
      // Who is done and thanked you is owed nothing; who left while waiting was never answered (RULES V1).
      if (open && here) close({ at: step.at, index: step.index, reply: null, void: !(step.left && isOwed(open)) });
      here = false;
    }
  }
  const end = history.ended ?? { at: history.lastAt, index: history.length };
  close({ at: end.at, index: end.index, reply: null, void: false });
  return rounds;
}

/** Kept apart from the loop: narrowing doesn't follow a variable assigned in a closure. */
function isOwed(open: { owed: boolean }): boolean {
  return open.owed;
}

function closedRound(
  history: DrillHistory,
  rubric: Rubric,
  r: {
    from: DrillMs;
    fromIndex: number;
    at: DrillMs;
    index: number;
    reply: string | null;
    void: boolean;
    number: number;
    visit: number;
    first: boolean;
  },
): Round {
  const seconds = (r.at - r.from) / 1000;
  const tier = tierFor(rubric, atOnce(history, r.from, r.at));
  const interrupted = history.stops.some(
    (s) => s.index > r.fromIndex && s.index < r.index && s.stoppedMs > LONGEST_STOP_MS,
  );
  // Not answered when the drill ended before it was due: void, not missed (RULES C5).
  const early = r.reply === null && r.index >= (history.ended?.index ?? history.length) && seconds <= tier.failS;
  const answered: Round['grade'] = r.reply === null ? 'fail' : gradeOf(seconds, tier);
  return {
    number: r.number,
    from: r.from,
    fromIndex: r.fromIndex,
    to: r.reply === null ? null : r.at,
    toIndex: r.index,
    seconds,
    grade: r.void || early ? 'void' : interrupted ? 'interrupted' : answered,
    first: r.first,
    visit: r.visit,
    reply: r.reply,
  };
}

/** Rounds that count in response figures: neither void nor interrupted. */
export function counted(rounds: readonly Round[]): Round[] {
  return rounds.filter((r) => r.grade !== 'void' && r.grade !== 'interrupted');
}
