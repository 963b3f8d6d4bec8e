/** A fault of the class shown by real turns: a poor one, and a good one to the same words of the customer. */

import type { ReportFinding } from '#contract/report.ts';
import type { ShownTurn } from '#contract/results.ts';
import type { Question } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { WINDOW_OF } from '#scoring/marks/family-counts.ts';
import { questionsOf, type TurnShown } from '#scoring/page/shown-turns.ts';
import { anonymousTurn, type SeenDrill, silence, unansweredLines } from './seen-drills.ts';

export type Pair = { poor: ShownTurn; good: ShownTurn | null; finding: ReportFinding };

/** The pair of turns that teaches most about one fault; null when no such finding counts. `good` is looked for among `seen`. */
export function bestPair(own: readonly SeenDrill[], seen: readonly SeenDrill[], code: string): Pair | null {
  const pairs = own.flatMap((one) =>
    one.report.findings.filter((f) => f.code === code && counts(f)).map((finding) => pairOf(seen, one, finding)),
  );
  // A pair with a good turn teaches more than a poor turn alone, words more than a silence, an answer to a customer
  // more than words nobody waited for. Of equal pairs the costlier fault teaches more.
  const worth = ({ good, poor }: Pair): number =>
    Number(good !== null) * 4 + Number(poor.reply !== '') * 2 + Number(poor.customer.length > 0);
  return pairs.toSorted((a, b) => worth(b) - worth(a) || b.finding.marks - a.finding.marks)[0] ?? null;
}

const counts = (finding: ReportFinding): boolean =>
  finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed';

function pairOf(seen: readonly SeenDrill[], one: SeenDrill, finding: ReportFinding): Pair {
  const turn = one.turns.find((t) => t.faults.some((f) => f.key === finding.key)) ?? beside(one, finding);
  return {
    // Only this finding's words are underlined: the turn's other faults aren't what is talked over.
    poor: turn === undefined ? silence(one, finding) : told(finding, anonymousTurn(one, turn, [finding])),
    good: goodTurn(seen, one, finding, turn ?? null),
    finding,
  };
}

/** A missing operation has no words of its own: it is shown beside the last turn with that customer before it was noticed. */
const beside = ({ turns }: SeenDrill, finding: ReportFinding): TurnShown | undefined =>
  finding.family === 'operation'
    ? turns.findLast((t) => t.conversation === finding.conversation && t.at <= finding.at)
    : undefined;

const told = (finding: ReportFinding, turn: ShownTurn): ShownTurn =>
  finding.family === 'operation'
    ? { ...turn, why: say('results-said:deed', { seen: finding.quote, why: finding.why }) }
    : turn;

const spoken = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

/**
 * Whether one list has all lines of the other: a customer who is kept waiting says a few words more than the same one
 * elsewhere.
 */
function sameWords(poor: readonly string[], good: readonly string[]): boolean {
  const within = (part: readonly string[], whole: readonly string[]): boolean =>
    part.length > 0 && part.every((line) => whole.includes(line));
  return within(good, poor) || within(poor, good);
}

/** Another seat's turn without a fault: it answered the same words of the customer, or used the window that this one missed. */
function goodTurn(
  seen: readonly SeenDrill[],
  poor: SeenDrill,
  finding: ReportFinding,
  turn: TurnShown | null,
): ShownTurn | null {
  const scenario = poor.report.conversations.find((c) => c.conversation === finding.conversation)?.scenario;
  // Another trainee's words don't teach an operation that was missing.
  if (finding.family === 'operation') return null;
  const kind = WINDOW_OF[finding.code];
  const asked = turn === null ? openAt(poor, finding) : waiting(poor, turn, finding);
  const heard = spoken(turn?.customer ?? unansweredLines(poor.report, finding));
  const answers = (t: TurnShown): boolean =>
    kind === undefined
      ? t.questions.some((q) => q.answer === 'answered' && asked.includes(q.question))
      : t.tookWindows.includes(kind);
  const found = seen
    .filter((one) => one.seat.seat !== poor.seat.seat)
    .flatMap((one) => one.turns.map((t) => ({ one, t })))
    .filter(({ t }) => t.scenario === scenario && t.faults.length === 0 && answers(t))
    .filter(({ t }) => sameWords(heard, spoken(t.customer)))
    .toSorted(
      (a, b) =>
        Number(b.t.tone === 'warm') - Number(a.t.tone === 'warm') ||
        (b.one.seat.result?.score ?? 0) - (a.one.seat.result?.score ?? 0) ||
        (a.t.seconds ?? Number.POSITIVE_INFINITY) - (b.t.seconds ?? Number.POSITIVE_INFINITY),
    )[0];
  return found === undefined ? null : anonymousTurn(found.one, found.t, []);
}

/**
 * The questions a fault is about: the one it names, else the one whose model answer it suggests, else those of the
 * turn's beat, else the newest of the turn.
 */
function waiting({ content }: SeenDrill, turn: TurnShown, finding: ReportFinding): string[] {
  const open = turn.questions.filter((q) => q.answer !== 'answered').map((q) => q.question);
  const ids = open.length > 0 ? open : turn.questions.map((q) => q.question);
  const asked = (test: (question: Question) => boolean, beat: string | null = null): string[] =>
    questionsOf(content, turn.scenario, beat)
      .filter((question) => ids.includes(question.id) && test(question))
      .map(({ id }) => id);
  const tries = [
    asked(({ text }) => text === finding.question),
    // Words meant for another customer (`cross-talk`) are about no question that was asked here.
    finding.code === 'cross-talk' ? [] : asked(({ model }) => model === finding.better),
    asked(() => true, turn.beat),
  ];
  return tries.find((found) => found.length > 0) ?? ids.slice(-1);
}

/** The question that stood open during a silence: the one with the finding's suggestion, else the newest. */
function openAt({ report }: SeenDrill, { conversation, at, seconds, better }: ReportFinding): string[] {
  const open = report.ledger
    .filter((row) => row.conversation === conversation && row.openedAt <= at + (seconds ?? 0) * 1000)
    .filter((row) => row.state !== 'answered');
  const named = open.filter((row) => row.better === better);
  return (named.length > 0 ? named : open.slice(-1)).map((row) => row.question);
}
