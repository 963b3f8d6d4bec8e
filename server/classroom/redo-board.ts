/** Everybody's answer to the same turn, side by side (RULES N7). */
import { createHash } from 'node:crypto';
import { withoutName } from '#classroom/anonymous.ts';
import { breathe, type ResultsNeeds } from '#classroom/run-drills.ts';
import { anonymousTurn } from '#classroom/seen-drills.ts';
import type { RedoBoard, SeatResult } from '#contract/results.ts';
import type { DrillRecord } from '#drills/runner.ts';
import { makeReport } from '#scoring/report.ts';
import { questionsOf, shownTurns, type TurnShown } from '#scoring/shown-turns.ts';
import type { Redo, Run, Seat } from '#storage/runs.ts';

/** Lines of the conversation shown before the turn. */
const CONTEXT = 6;

/** Of the run's latest redo; null when there was none. */
export async function redoBoard(needs: ResultsNeeds, run: Run): Promise<RedoBoard | null> {
  const { storage, runner } = needs;
  const redo = storage.runs.redos(run.id).at(-1);
  const original = redo === undefined ? null : runner.record(redo.drill);
  if (redo === undefined || original === null) return null;
  const seats = new Map(storage.runs.seats(run.id).map((seat) => [seat.id, seat]));
  const drills = storage.drillsOfRun(run.id).filter(({ place }) => place?.redo === redo.id);
  const owner = seats.get(original.row.place?.seat ?? '');
  const report = makeReport(original.content, original.events);
  const first = find(shownTurns(original.content, original.events, report), redo) ?? null;
  const answers: RedoBoard['answers'] = [];
  for (const row of drills) {
    await breathe();
    const seat = seats.get(row.place?.seat ?? '');
    const record = runner.record(row.id);
    const answer = seat === undefined || record === null ? null : answerOf(record, redo, seat);
    if (answer !== null) answers.push(answer);
  }
  const hide = (text: string): string => withoutName(text, owner?.name ?? '');
  const before = report.transcript.filter(
    (line) => line.conversation === redo.conversation && line.by !== 'event' && line.at < (first?.at ?? 0),
  );
  const asked = first?.customer.length ?? 0;
  return {
    id: redo.id,
    open: redo.closedAt === null,
    customer: first?.customer ?? [],
    before: before
      .slice(0, Math.max(0, before.length - asked))
      .slice(-CONTEXT)
      .map(({ by, text }) => ({ by: by === 'event' ? 'action' : by, text: by === 'trainee' ? hide(text) : text })),
    original:
      first === null || owner === undefined
        ? null
        : anonymousTurn(
            { seat: shownSeat(owner), drill: redo.drill, content: original.content, report, turns: [first] },
            first,
            first.faults,
          ),
    // A hash of redo and seat: neither the roster's order nor who was first can be read from it.
    answers: answers.toSorted((a, b) => (hashOf(redo, a.seat) < hashOf(redo, b.seat) ? -1 : 1)),
    waiting: drills.length - answers.length,
  };
}

const hashOf = (redo: Redo, seat: string): string => createHash('sha256').update(`${redo.id}/${seat}`).digest('hex');

/** Only the name is needed where a turn is made anonymous. */
const shownSeat = (seat: Seat): SeatResult => ({
  seat: seat.id,
  no: seat.no,
  name: seat.name,
  joined: true,
  drill: null,
  attempts: [],
  lateMs: 0,
  result: null,
  rulings: 0,
  comparable: true,
  notes: [],
});

const find = (turns: readonly TurnShown[], { conversation, turn }: Redo): TurnShown | undefined =>
  turns.find((one) => one.conversation === conversation && one.turn === turn);

const coveredIn = (turn: TurnShown): string[] =>
  turn.points.filter((note) => note.state === 'covered').map((note) => note.point);

/** Null until the turn is answered and the customer has reacted to it. */
function answerOf(record: DrillRecord, redo: Redo, seat: Seat): RedoBoard['answers'][number] | null {
  const { content, events } = record;
  const turns = shownTurns(content, events, makeReport(content, events));
  const answer = find(turns, redo);
  if (answer === undefined) return null;
  const earlier = turns
    .filter((t) => t.conversation === answer.conversation && t.turn < answer.turn)
    .flatMap(coveredIn);
  const points = questionsOf(content, answer.scenario)
    .filter((question) => answer.questions.some((q) => q.question === question.id))
    .flatMap((question) => question.points)
    // A point that opens another road is an offer, and what was said before needn't be said again.
    .filter((point) => point.leads === null && !earlier.includes(point.id));
  const ids = new Set(points.map((point) => point.id));
  const covered = new Set(coveredIn(answer).filter((id) => ids.has(id)));
  const wrong = new Set(answer.points.filter((note) => note.state === 'wrong').map((note) => note.point)).size;
  const musts = points.filter((point) => point.must);
  return {
    seat: seat.id,
    text: withoutName(answer.reply, seat.name),
    seconds: Math.round(answer.seconds ?? 0),
    covered: covered.size,
    of: points.length,
    wrong,
    tone: answer.tone,
    reaction: answer.reaction,
    good: musts.every((point) => covered.has(point.id)) && wrong === 0 && answer.faults.length === 0,
  };
}
