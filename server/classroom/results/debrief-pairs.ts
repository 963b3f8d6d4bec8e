/** A fault of the class shown by real turns: a poor one, and a good one to the same words of the customer. */

import type { ReportFinding } from '#contract/report.ts';
import type { ShownTurn } from '#contract/results.ts';
import type { Question } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { WINDOW_OF } from '#scoring/marks/family-counts.ts';
import { isCountedFault } from '#scoring/marks/finding-status.ts';
import { type JudgedTurn, questionsOf } from '#scoring/report-sections/shown-turns.ts';
import { anonymousTurn, type DebriefDrill, silenceAsTurn, unansweredLines } from './debrief-drills.ts';

/** One fault by a real turn, and by a good one to the same words; `good` null where no other seat did it well. */
export type DebriefPair = { poor: ShownTurn; good: ShownTurn | null; finding: ReportFinding };

type PairSources = { faultIn: readonly DebriefDrill[]; goodIn: readonly DebriefDrill[] };

/** The pair of turns that teaches most about one fault; null when no such finding counts. */
export const bestPair = (sources: PairSources, findingCode: string): DebriefPair | null =>
  rankedPairs(sources, findingCode)[0] ?? null;

/**
 * All pairs of turns about one fault, the one that teaches most first. The fault is looked for in `faultIn`, the good
 * turn in `goodIn`.
 */
export const rankedPairs = ({ faultIn, goodIn }: PairSources, findingCode: string): DebriefPair[] => {
  const pairs = faultIn.flatMap((drill) =>
    drill.report.findings
      .filter((finding) => finding.code === findingCode && isCountedFault(finding))
      .map((finding) => pairOf(drill, finding, goodIn)),
  );
  return pairs.toSorted((a, b) => teachingValue(b) - teachingValue(a) || b.finding.marks - a.finding.marks);
};

/**
 * A pair with a good turn teaches more than a poor turn alone, words more than a silence, an answer to a customer more
 * than words nobody waited for: each weight outranks all after it. Of equal pairs the costlier fault teaches more.
 */
const teachingValue = ({ good, poor }: DebriefPair): number =>
  Number(good !== null) * 4 + Number(poor.reply !== '') * 2 + Number(poor.customer.length > 0);

const pairOf = (poorDrill: DebriefDrill, finding: ReportFinding, goodIn: readonly DebriefDrill[]): DebriefPair => {
  const turnWithFault = poorDrill.turns.find((turn) => turn.faults.some(({ key }) => key === finding.key));
  // A missing operation has no words of its own: it is shown beside the turn before it was noticed.
  const turn = turnWithFault ?? (finding.family === 'operation' ? lastTurnBefore(poorDrill, finding) : undefined);
  return {
    // Only this finding's words are underlined: the turn's other faults aren't what is talked over.
    poor:
      turn === undefined
        ? silenceAsTurn(poorDrill, finding)
        : withOperationReason(finding, anonymousTurn(poorDrill, turn, [finding])),
    good: goodTurn(poorDrill, finding, turn ?? null, goodIn),
    finding,
  };
};

/** The last turn with that customer before the finding. */
const lastTurnBefore = ({ turns }: DebriefDrill, finding: ReportFinding): JudgedTurn | undefined =>
  turns.findLast((turn) => turn.conversation === finding.conversation && turn.at <= finding.at);

const withOperationReason = (finding: ReportFinding, turn: ShownTurn): ShownTurn =>
  finding.family === 'operation'
    ? { ...turn, why: say('results-said:deed', { seen: finding.quote, why: finding.why }) }
    : turn;

const nonEmpty = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

/**
 * Whether one list has all lines of the other: a customer who is kept waiting says a few words more than the same one
 * elsewhere.
 */
const oneContainsOther = (poor: readonly string[], good: readonly string[]): boolean => {
  const isWithin = (lines: readonly string[], others: readonly string[]): boolean =>
    lines.length > 0 && lines.every((line) => others.includes(line));
  return isWithin(good, poor) || isWithin(poor, good);
};

/** Another seat's turn without a fault: it answered the same words of the customer, or used the window that this one missed. */
const goodTurn = (
  poorDrill: DebriefDrill,
  finding: ReportFinding,
  turn: JudgedTurn | null,
  goodIn: readonly DebriefDrill[],
): ShownTurn | null => {
  // Another trainee's words don't teach an operation that was missing.
  if (finding.family === 'operation') return null;
  const scenario = poorDrill.report.conversations.find(
    ({ conversation }) => conversation === finding.conversation,
  )?.scenario;
  const windowKind = WINDOW_OF[finding.code];
  const questions = questionsAtFault(poorDrill, finding, turn);
  const customerLines = nonEmpty(turn?.customer ?? unansweredLines(poorDrill.report, finding));
  const didWell = (other: JudgedTurn): boolean =>
    windowKind === undefined
      ? other.questions.some(({ answer, question }) => answer === 'answered' && questions.includes(question))
      : other.tookWindows.includes(windowKind);
  const [best] = goodIn
    .filter(({ seat }) => seat.seat !== poorDrill.seat.seat)
    .flatMap((drill) => drill.turns.map((shown) => ({ drill, shown })))
    .filter(({ shown }) => shown.scenario === scenario && shown.faults.length === 0 && didWell(shown))
    .filter(({ shown }) => oneContainsOther(customerLines, nonEmpty(shown.customer)))
    .toSorted(byWarmthScoreSpeed);
  return best === undefined ? null : anonymousTurn(best.drill, best.shown, []);
};

type FoundTurn = { drill: DebriefDrill; shown: JudgedTurn };
/** Warm words first: they are what a class can copy; then those of the better drill; of equals the quicker. */
const byWarmthScoreSpeed = (a: FoundTurn, b: FoundTurn): number =>
  Number(b.shown.tone === 'warm') - Number(a.shown.tone === 'warm') ||
  (b.drill.seat.result?.score ?? 0) - (a.drill.seat.result?.score ?? 0) ||
  (a.shown.seconds ?? Number.POSITIVE_INFINITY) - (b.shown.seconds ?? Number.POSITIVE_INFINITY);

/** The questions a fault is about, by their ids; `turn` null: the fault is a silence. */
const questionsAtFault = (drill: DebriefDrill, finding: ReportFinding, turn: JudgedTurn | null): string[] =>
  turn === null ? questionsOfSilence(drill, finding) : questionsOfTurn(drill, finding, turn);

/**
 * The question that the finding names, else the one whose model answer it suggests, else those of the turn's beat, else
 * the newest of the turn. A finding keeps texts and no question's id, so they are compared by their texts.
 */
const questionsOfTurn = ({ content }: DebriefDrill, finding: ReportFinding, turn: JudgedTurn): string[] => {
  const openQuestions = turn.questions.filter((q) => q.answer !== 'answered').map((q) => q.question);
  const candidateIds = openQuestions.length > 0 ? openQuestions : turn.questions.map((q) => q.question);
  const questionsWhere = (test: (question: Question) => boolean, beat: string | null = null): string[] =>
    questionsOf(content, turn.scenario, beat)
      .filter((question) => candidateIds.includes(question.id) && test(question))
      .map(({ id }) => id);
  const namedQuestions = questionsWhere(({ text }) => text === finding.question);
  if (namedQuestions.length > 0) return namedQuestions;
  // Words meant for another customer (`cross-talk`) are about no question that was asked here.
  const suggestedQuestions =
    finding.code === 'cross-talk' ? [] : questionsWhere(({ model }) => model === finding.better);
  if (suggestedQuestions.length > 0) return suggestedQuestions;
  const questionsOfBeat = questionsWhere(() => true, turn.beat);
  return questionsOfBeat.length > 0 ? questionsOfBeat : candidateIds.slice(-1);
};

/** The question that stood open during a silence: the one with the finding's suggestion, else the newest. */
const questionsOfSilence = (
  { report }: DebriefDrill,
  { conversation, at, seconds, better }: ReportFinding,
): string[] => {
  const silenceEndsAt = at + (seconds ?? 0) * 1000;
  const openRows = report.ledger
    .filter((row) => row.conversation === conversation && row.openedAt <= silenceEndsAt)
    .filter((row) => row.state !== 'answered');
  const suggestedRows = openRows.filter((row) => row.better === better);
  return (suggestedRows.length > 0 ? suggestedRows : openRows.slice(-1)).map((row) => row.question);
};
