/** A fault of the class shown by real turns: a poor one, and a good one to the same words of the customer. */

import type { ReportFinding } from '#contract/report.ts';
import type { ShownTurn } from '#contract/results.ts';
import type { Question } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { WINDOW_OF } from '#scoring/marks/family-counts.ts';
import { type JudgedTurn, questionsOf } from '#scoring/page/shown-turns.ts';
import { anonymousTurn, type DebriefDrill, silenceAsTurn, unansweredLines } from './debrief-drills.ts';

export type Pair = { poor: ShownTurn; good: ShownTurn | null; finding: ReportFinding };

/** The pair of turns that teaches most about one fault; null when no such finding counts. `good` is looked for among `allSeen`. */
export function bestPair(
  candidates: readonly DebriefDrill[],
  allSeen: readonly DebriefDrill[],
  code: string,
): Pair | null {
  const pairs = candidates.flatMap((one) =>
    one.report.findings.filter((f) => f.code === code && mayBeShown(f)).map((finding) => pairOf(allSeen, one, finding)),
  );
  // A pair with a good turn teaches more than a poor turn alone, words more than a silence, an answer to a customer
  // more than words nobody waited for. Of equal pairs the costlier fault teaches more.
  const worthOf = ({ good, poor }: Pair): number =>
    Number(good !== null) * 4 + Number(poor.reply !== '') * 2 + Number(poor.customer.length > 0);
  return pairs.toSorted((a, b) => worthOf(b) - worthOf(a) || b.finding.marks - a.finding.marks)[0] ?? null;
}

const mayBeShown = (finding: ReportFinding): boolean =>
  finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed';

function pairOf(allSeen: readonly DebriefDrill[], poor: DebriefDrill, finding: ReportFinding): Pair {
  const turn = poor.turns.find((t) => t.faults.some((f) => f.key === finding.key)) ?? turnBeside(poor, finding);
  return {
    // Only this finding's words are underlined: the turn's other faults aren't what is talked over.
    poor: turn === undefined ? silenceAsTurn(poor, finding) : toldTurn(finding, anonymousTurn(poor, turn, [finding])),
    good: goodTurn(allSeen, poor, finding, turn ?? null),
    finding,
  };
}

/** A missing operation has no words of its own: it is shown beside the last turn with that customer before it was noticed. */
const turnBeside = ({ turns }: DebriefDrill, finding: ReportFinding): JudgedTurn | undefined =>
  finding.family === 'operation'
    ? turns.findLast((t) => t.conversation === finding.conversation && t.at <= finding.at)
    : undefined;

const toldTurn = (finding: ReportFinding, turn: ShownTurn): ShownTurn =>
  finding.family === 'operation'
    ? { ...turn, why: say('results-said:deed', { seen: finding.quote, why: finding.why }) }
    : turn;

const spokenLines = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

/**
 * Whether one list has all lines of the other: a customer who is kept waiting says a few words more than the same one
 * elsewhere.
 */
function sameWords(poor: readonly string[], good: readonly string[]): boolean {
  const isWithin = (lines: readonly string[], others: readonly string[]): boolean =>
    lines.length > 0 && lines.every((line) => others.includes(line));
  return isWithin(good, poor) || isWithin(poor, good);
}

/** Another seat's turn without a fault: it answered the same words of the customer, or used the window that this one missed. */
function goodTurn(
  allSeen: readonly DebriefDrill[],
  poor: DebriefDrill,
  finding: ReportFinding,
  turn: JudgedTurn | null,
): ShownTurn | null {
  const scenario = poor.report.conversations.find((c) => c.conversation === finding.conversation)?.scenario;
  // Another trainee's words don't teach an operation that was missing.
  if (finding.family === 'operation') return null;
  const kind = WINDOW_OF[finding.code];
  const askedQuestions = turn === null ? openAt(poor, finding) : waitingQuestions(poor, turn, finding);
  const heard = spokenLines(turn?.customer ?? unansweredLines(poor.report, finding));
  const answersAsked = ({ questions, tookWindows }: JudgedTurn): boolean =>
    kind === undefined
      ? questions.some(({ answer, question }) => answer === 'answered' && askedQuestions.includes(question))
      : tookWindows.includes(kind);
  const better = allSeen
    .filter((one) => one.seat.seat !== poor.seat.seat)
    .flatMap((drill) => drill.turns.map((shown) => ({ drill, shown })))
    .filter(({ shown }) => shown.scenario === scenario && shown.faults.length === 0 && answersAsked(shown))
    .filter(({ shown }) => sameWords(heard, spokenLines(shown.customer)))
    .toSorted(
      (a, b) =>
        Number(b.shown.tone === 'warm') - Number(a.shown.tone === 'warm') ||
        (b.drill.seat.result?.score ?? 0) - (a.drill.seat.result?.score ?? 0) ||
        (a.shown.seconds ?? Number.POSITIVE_INFINITY) - (b.shown.seconds ?? Number.POSITIVE_INFINITY),
    )[0];
  return better === undefined ? null : anonymousTurn(better.drill, better.shown, []);
}

/**
 * The questions a fault is about: the one it names, else the one whose model answer it suggests, else those of the
 * turn's beat, else the newest of the turn.
 */
function waitingQuestions({ content }: DebriefDrill, turn: JudgedTurn, finding: ReportFinding): string[] {
  const open = turn.questions.filter((q) => q.answer !== 'answered').map((q) => q.question);
  const ids = open.length > 0 ? open : turn.questions.map((q) => q.question);
  const questionsWhere = (test: (question: Question) => boolean, beat: string | null = null): string[] =>
    questionsOf(content, turn.scenario, beat)
      .filter((question) => ids.includes(question.id) && test(question))
      .map(({ id }) => id);
  const tries = [
    questionsWhere(({ text }) => text === finding.question),
    // Words meant for another customer (`cross-talk`) are about no question that was asked here.
    finding.code === 'cross-talk' ? [] : questionsWhere(({ model }) => model === finding.better),
    questionsWhere(() => true, turn.beat),
  ];
  return tries.find((found) => found.length > 0) ?? ids.slice(-1);
}

/** The question that stood open during a silence: the one with the finding's suggestion, else the newest. */
function openAt({ report }: DebriefDrill, { conversation, at, seconds, better }: ReportFinding): string[] {
  const open = report.ledger
    .filter((row) => row.conversation === conversation && row.openedAt <= at + (seconds ?? 0) * 1000)
    .filter((row) => row.state !== 'answered');
  const named = open.filter((row) => row.better === better);
  return (named.length > 0 ? named : open.slice(-1)).map((row) => row.question);
}
