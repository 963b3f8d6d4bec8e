/** What to talk over with the class: its three commonest faults, each beside a turn that did it well, and the teacher's marks. */
import { countedSeats } from '#classroom/class-figures.ts';
import { marksOf } from '#classroom/marks.ts';
import type { ResultsNeeds } from '#classroom/run-drills.ts';
import { anonymousTurn, type SeenDrill, seenDrills, silence } from '#classroom/seen-drills.ts';
import type { ReportFinding } from '#contract/report.ts';
import type { Debrief, RunResults, ShownTurn } from '#contract/results.ts';
import type { Question, WindowKind } from '#engine/content.ts';
import type { Rubric } from '#engine/rubric.ts';
import { questionsOf, type TurnShown } from '#scoring/shown-turns.ts';
import type { Run } from '#storage/runs.ts';

const MOST_PICKS = 3;

/** Faults of a chance missed, and the window whose taking is the opposite. */
const WINDOW_OF: Readonly<Record<string, WindowKind>> = {
  'no-follow-up': 'follow-up',
  'no-order-prompt': 'order-prompt',
  'no-payment-reminder': 'payment-reminder',
  'regular-as-stranger': 'recognise-regular',
  'no-goodbye': 'goodbye',
  'no-confirm-order': 'confirm-order',
  'no-cross-sell': 'cross-sell',
  'no-return': 'return',
};

/** `cards`: the card each fault's basis stands on, by the fault's code. */
export type Talk = { debrief: Debrief; cards: ReadonlyMap<string, string> };

/** `results`: as runResults made them. */
export async function talkOf(
  needs: ResultsNeeds,
  rubric: Rubric,
  run: Run,
  { seats, figures }: RunResults,
): Promise<Talk> {
  const seen = await seenDrills(needs, countedSeats(seats));
  const picks = distinct(figures.faults)
    .slice(0, MOST_PICKS)
    .flatMap((fault) => pick(seen, rubric, fault, figures.n) ?? []);
  const cards = picks.flatMap(({ code }) => {
    const found = seen.flatMap((one) => one.report.findings).find((f) => f.code === code && f.basis?.kind === 'card');
    return found?.basis ? [[code, found.basis.title] as const] : [];
  });
  return { debrief: { picks, marks: marksOf(needs, run, seats) }, cards: new Map(cards) };
}

/** Faults that are one deed seen twice: of each group only the commonest is talked over. */
const SAME_DEED = [
  ['unanswered', 'customer-left', 'walked-out'],
  ['late-first', 'late-round', 'slow-handling'],
];

const distinct = (faults: RunResults['figures']['faults']): RunResults['figures']['faults'] =>
  faults.filter(({ code }, i) => {
    const group = SAME_DEED.find((codes) => codes.includes(code)) ?? [];
    return !faults.slice(0, i).some((earlier) => group.includes(earlier.code));
  });

type Pick = Debrief['picks'][number];

function pick(
  seen: readonly SeenDrill[],
  rubric: Rubric,
  { code, family, title, seats }: RunResults['figures']['faults'][number],
  of: number,
): Pick | null {
  const rule = rubric.findings.find((one) => one.code === code);
  const advice = rule?.advice ?? '';
  const pairs = seen.flatMap((one) =>
    one.report.findings.filter((f) => f.code === code && counts(f)).map((finding) => pairOf(seen, one, finding)),
  );
  // Words side by side teach more than a silence, and a costly fault more than a cheap one.
  const [best] = pairs.toSorted(
    (a, b) =>
      Number(b.good !== null) - Number(a.good !== null) ||
      Number(b.poor.reply !== '') - Number(a.poor.reply !== '') ||
      b.marks - a.marks,
  );
  return best === undefined
    ? null
    : { code, title: rule?.title ?? title, family, seats, of, advice, poor: best.poor, good: best.good };
}

const counts = (finding: ReportFinding): boolean =>
  finding.severity !== 'merit' && !finding.unsure && finding.ruling?.verdict !== 'dismissed';

type Pair = { poor: ShownTurn; good: ShownTurn | null; marks: number };

function pairOf(seen: readonly SeenDrill[], one: SeenDrill, finding: ReportFinding): Pair {
  const turn = one.turns.find((t) => t.faults.some((f) => f.key === finding.key)) ?? beside(one, finding);
  return {
    poor:
      turn === undefined
        ? silence(one, finding)
        : told(finding, anonymousTurn(one, turn, [finding, ...turn.faults.filter((f) => f.key !== finding.key)])),
    good: goodTurn(seen, one, finding, turn ?? null),
    marks: finding.marks,
  };
}

/** What wasn't clicked has no words of its own: it shows beside the last ones said to that customer until then. */
const beside = ({ turns }: SeenDrill, finding: ReportFinding): TurnShown | undefined =>
  finding.family === 'operation'
    ? turns.findLast((t) => t.conversation === finding.conversation && t.at <= finding.at)
    : undefined;

const told = (finding: ReportFinding, turn: ShownTurn): ShownTurn =>
  finding.family === 'operation' ? { ...turn, why: `${finding.quote}。${finding.why}` } : turn;

/** Somebody's turn without a fault that answered the same question whole, or took the chance that was missed. */
function goodTurn(
  seen: readonly SeenDrill[],
  poor: SeenDrill,
  finding: ReportFinding,
  turn: TurnShown | null,
): ShownTurn | null {
  const scenario = poor.report.conversations.find((c) => c.conversation === finding.conversation)?.scenario;
  // What wasn't clicked isn't taught by words.
  if (finding.family === 'operation') return null;
  const kind = WINDOW_OF[finding.code];
  const asked = turn === null ? openAt(poor, finding) : waiting(poor, turn, finding);
  const answers = (t: TurnShown): boolean =>
    kind === undefined
      ? t.questions.some((q) => q.answer === 'answered' && asked.includes(q.question))
      : t.tookWindows.includes(kind);
  const found = seen
    .filter((one) => one.seat.seat !== poor.seat.seat)
    .flatMap((one) => one.turns.map((t) => ({ one, t })))
    .filter(({ t }) => t.scenario === scenario && t.faults.length === 0 && answers(t))
    .toSorted(
      (a, b) =>
        Number(b.t.tone === 'warm') - Number(a.t.tone === 'warm') ||
        (b.one.seat.result?.score ?? 0) - (a.one.seat.result?.score ?? 0) ||
        (a.t.seconds ?? Number.POSITIVE_INFINITY) - (b.t.seconds ?? Number.POSITIVE_INFINITY),
    )[0];
  return found === undefined ? null : anonymousTurn(found.one, found.t, []);
}

/** What the fault is about: the question it names, else the one just asked, else the newest left open. */
function waiting({ content }: SeenDrill, turn: TurnShown, finding: ReportFinding): string[] {
  const open = turn.questions.filter((q) => q.answer !== 'answered').map((q) => q.question);
  const ids = open.length > 0 ? open : turn.questions.map((q) => q.question);
  const asked = (test: (question: Question) => boolean, beat: string | null = null): string[] =>
    questionsOf(content, turn.scenario, beat)
      .filter((question) => ids.includes(question.id) && test(question))
      .map(({ id }) => id);
  const tries = [
    asked(({ text }) => finding.title.includes(`「${text}」`)),
    // Words for somebody else are about nothing that was asked here.
    finding.code === 'cross-talk' ? [] : asked(({ model }) => model === finding.better),
    asked(() => true, turn.beat),
  ];
  return tries.find((found) => found.length > 0) ?? ids.slice(-1);
}

/** The question that stood open when nothing was said. */
function openAt({ report }: SeenDrill, { conversation, at, seconds, better }: ReportFinding): string[] {
  const open = report.ledger
    .filter((row) => row.conversation === conversation && row.openedAt <= at + (seconds ?? 0) * 1000)
    .filter((row) => row.state !== 'answered');
  const named = open.filter((row) => row.better === better);
  return (named.length > 0 ? named : open.slice(-1)).map((row) => row.question);
}
