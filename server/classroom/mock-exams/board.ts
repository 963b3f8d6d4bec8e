/** The teacher's board of an exam: seats × parts, the whole, and what happened there, told and not judged (RULES O6). */
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { ExamBoard, ExamBoardSeat, ExamFacts } from '#contract/exams/parts.ts';
import type { StoredPaperAppeal } from '#storage/papers.ts';
import type { Run, RunEntry } from '#storage/runs.ts';
import { contentOf } from './exam-content.ts';
import { examHead, rulesOf } from './seat-exam.ts';
import { type Again, againOf, markWithResits, type SeatMarks, seatMarksOf } from './seat-marks.ts';

/** Null: the run is no exam of parts. */
export const examBoard = async (needs: ResultsNeeds, run: Run, now: number): Promise<ExamBoard | null> => {
  const { exam } = run.plan;
  if (exam === undefined) return null;
  const { runs } = needs.storage;
  const log = await runs.log(run.id);
  const all = await seatMarksOf(needs, run, now);
  const disputes = await needs.storage.paperAppeals.ofRun(run.id);
  const typingAppeals = await needs.storage.typingAppeals.ofRun(run.id);
  const again = exam.of === undefined ? await againOf(needs, run.id, now) : new Map<string, Again[]>();
  const first = exam.of === undefined ? null : await runs.run(exam.of);
  return {
    run: { ...(await examHead(needs, run)), ...rulesOf(exam) },
    parts: exam.parts,
    rates: (await contentOf(needs.storage, run.id))?.typing?.rates ?? null,
    of: first === null ? null : { run: first.id, name: first.name },
    resits: await resitsOf(needs, run),
    over: all.every(({ view }) => isSat(view.parts)),
    appeals: {
      paper: disputes.filter(({ waits }) => waits).length,
      typing: typingAppeals.filter(({ waits }) => waits).length,
      reports: (await needs.storage.discussion.openIn([run.id])).get(run.id) ?? 0,
    },
    seats: await Promise.all(
      all.map(async (ofSeat) => {
        const facts = await factsOf(needs, ofSeat, log);
        return {
          ...rowOf(ofSeat, again.get(ofSeat.seat.id) ?? [], facts, disputes),
          typing: {
            waits: typingAppeals.some(({ seat, waits }) => seat === ofSeat.seat.id && waits),
            aside: ofSeat.isTypingAside,
          },
        };
      }),
    ),
    now,
  };
};

const rowOf = (
  ofSeat: SeatMarks,
  again: readonly Again[],
  facts: ExamFacts,
  disputes: readonly StoredPaperAppeal[],
): Omit<ExamBoardSeat, 'typing'> => {
  const { seat, view, marks, typed, drill } = ofSeat;
  const over = isSat(view.parts);
  return {
    ...{ seat: seat.id, no: seat.no, name: seat.name },
    ...{ joined: seat.joinedAt !== null, asking: seat.askingGuest !== null },
    ...{ dueAt: view.window.dueAt, extraPercent: view.extraPercent, parts: view.parts, over },
    sitting: view.sitting,
    marks: [...marks].map(([kind, mark]) => ({ kind, mark })),
    typed,
    // A re-sit's whole is the first exam's, which has all parts.
    mark: over && view.plan.of === undefined ? markWithResits(ofSeat, again) : null,
    facts,
    drill: drill?.id ?? null,
    paperAppeals: disputes.filter((one) => one.seat === seat.id && one.waits).length,
    resitting: again.some(({ run }) => run.publishedAt === null),
  };
};

const factsOf = async (
  { storage: { exams } }: ResultsNeeds,
  { seat, view, drill }: SeatMarks,
  log: readonly RunEntry[],
): Promise<ExamFacts> => {
  const left = await exams.left(seat.id);
  return {
    left: {
      paper: left.get('paper') ?? 0,
      typing: view.begun.typing?.left ?? 0,
      customers: left.get('customers') ?? 0,
    },
    pasted: view.begun.typing?.pasted ?? 0,
    pastedReplies: drill?.result?.brought?.pasted ?? 0,
    devices: log.filter(({ kind, seat: of }) => kind === 'approve' && of === seat.id).length,
  };
};

const resitsOf = async ({ storage: { runs, exams } }: ResultsNeeds, { id }: Run): Promise<ExamBoard['resits']> => {
  const rows: ExamBoard['resits'] = [];
  for (const again of await exams.resitRuns(id)) {
    const run = await runs.run(again);
    if (run === null) continue;
    const seats = (await exams.resitsOfRun(again)).length;
    rows.push({ run: again, name: run.name, seats, publishedAt: run.publishedAt });
  }
  return rows;
};
