/** Everybody's answer to the same turn, side by side (RULES N7). */
import { createHash } from 'node:crypto';
import type { Report } from '#contract/report.ts';
import type { ReplayTaskBoard } from '#contract/results.ts';
import type { DrillRecord } from '#drills/runner/ports.ts';
import { language } from '#i18n/language.ts';
import { makeReport } from '#scoring/report.ts';
import { type JudgedTurn, questionsOf, shownTurns } from '#scoring/report-sections/shown-turns.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { withoutName } from './anonymous.ts';
import { anonymousTurn } from './debrief-drills.ts';
import { letOthersRun, type ResultsNeeds } from './run-drills.ts';

/** Lines of the conversation shown before the turn. */
const CONTEXT = 6;

type Line = Report['transcript'][number];
type Answer = ReplayTaskBoard['answers'][number];
type Original = Pick<ReplayTaskBoard, 'customer' | 'before' | 'place' | 'original'>;

/** Originals and final answers kept, so many of each: the board is asked for again with every answer that comes. */
const MAX_KEPT = 500;

export type ReplayBoards = {
  /** Of the run's latest replay task; null when there was none. */
  board(run: Run): Promise<ReplayTaskBoard | null>;
  /** Drops what is kept, because words of somebody were deleted. */
  forget(): void;
};

export function createReplayBoards({ storage, runner }: ResultsNeeds): ReplayBoards {
  // Originals are kept for each language, because they name faults in the reader's; answers hold only trainees' words
  // and figures.
  const originals = new Map<string, Original>();
  const answers = new Map<string, Answer | null>();
  const keep = <T>(cache: Map<string, T>, key: string, value: T): T => {
    if (cache.size >= MAX_KEPT) cache.clear();
    cache.set(key, value);
    return value;
  };

  const answerFrom = async (redo: ReplayTask, row: DrillRow, seat: Seat): Promise<Answer | null> => {
    const knownAnswer = answers.get(row.id);
    if (knownAnswer !== undefined) return knownAnswer;
    const record = await runner.record(row.id);
    const newAnswer = record === null ? null : answerOf(record, redo, seat);
    return row.state === 'ended' ? keep(answers, row.id, newAnswer) : newAnswer;
  };

  return {
    forget: () => {
      originals.clear();
      answers.clear();
    },
    board: async (run) => {
      const redo = (await storage.runs.redos(run.id)).at(-1);
      const record = redo === undefined ? null : await runner.record(redo.drill);
      if (redo === undefined || record === null) return null;
      const place = `${redo.id} ${language()}`;
      const seats = new Map((await storage.runs.seats(run.id)).map((seat) => [seat.id, seat]));
      const owner = seats.get(record.row.place?.seat ?? '') ?? null;
      const givenAnswers: Answer[] = [];
      let waiting = 0;
      const drills = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === redo.id);
      for (const row of drills) {
        await letOthersRun();
        const seat = seats.get(row.place?.seat ?? '');
        const seatAnswer = seat === undefined ? null : await answerFrom(redo, row, seat);
        if (seatAnswer !== null) givenAnswers.push(seatAnswer);
        else if (row.state !== 'ended') waiting += 1;
      }
      return {
        id: redo.id,
        open: redo.closedAt === null,
        ...(originals.get(place) ?? keep(originals, place, originalOf(record, redo, owner))),
        // Answers are ordered by a hash of replay task and seat: it shows neither the roster's order nor who was first.
        answers: givenAnswers.toSorted((a, b) => (hashOf(redo, a.seat) < hashOf(redo, b.seat) ? -1 : 1)),
        waiting,
      };
    },
  };
}

function originalOf({ content, events }: DrillRecord, redo: ReplayTask, owner: Seat | null): Original {
  const report = makeReport(content, events);
  const first = find(shownTurns(content, events, report), redo);
  if (first === undefined) return { customer: [], before: [], original: null };
  const withoutOwnName = (text: string): string => withoutName(text, owner?.name ?? '');
  const before = report.transcript.filter(
    (line) => line.conversation === redo.conversation && line.by !== 'event' && line.at < first.at,
  );
  // The burst is shown apart from what came before. It needn't be the last lines: bystanders may have spoken after it.
  const customers = before.filter(({ by }) => by === 'customer');
  const burst = new Set(customers.slice(Math.max(0, customers.length - first.customer.length)));
  return {
    customer: first.customer,
    ...(first.place && { place: first.place }),
    before: before
      .filter((line) => !burst.has(line))
      .slice(-CONTEXT)
      .map((line) => shownBefore(line, withoutOwnName)),
    original:
      owner === null
        ? null
        : anonymousTurn({ seat: { seat: owner.id, name: owner.name }, drill: redo.drill }, first, first.faults),
  };
}

function shownBefore(
  { by, name = '', text, place }: Line,
  hide: (text: string) => string,
): ReplayTaskBoard['before'][number] {
  const where = place && { place };
  if (by === 'bystander') return { by, name, text, ...where };
  return { by: by === 'event' ? 'action' : by, text: by === 'trainee' ? hide(text) : text, ...where };
}

const hashOf = (redo: ReplayTask, seat: string): string =>
  createHash('sha256').update(`${redo.id}/${seat}`).digest('hex');

const find = (turns: readonly JudgedTurn[], { conversation, turn }: ReplayTask): JudgedTurn | undefined =>
  turns.find((one) => one.conversation === conversation && one.turn === turn);

const coveredIn = (turn: JudgedTurn): string[] =>
  turn.points.filter((note) => note.state === 'covered').map((note) => note.point);

/** Null until the turn is answered and the customer has reacted to it. */
function answerOf(record: DrillRecord, redo: ReplayTask, seat: Seat): Answer | null {
  const { content, events } = record;
  const wasJudged = events.some(
    (e) => e.kind === 'turn-judged' && e.conversation === redo.conversation && e.judgement.turn === redo.turn,
  );
  if (!wasJudged) return null;
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
  // Seconds count from the start of the fork: how long the customer had waited before was the first trainee's doing.
  const begun = events.find((e) => e.kind === 'drill-opened')?.redo?.fromAt ?? null;
  const faults = answer.faults.filter(({ family }) => family !== 'late');
  const musts = points.filter((point) => point.must);
  return {
    seat: seat.id,
    text: withoutName(answer.reply, seat.name),
    seconds: Math.round(begun === null ? (answer.seconds ?? 0) : (answer.at - begun) / 1000),
    covered: covered.size,
    of: points.length,
    wrong,
    tone: answer.tone,
    reaction: answer.reaction,
    good: musts.every((point) => covered.has(point.id)) && wrong === 0 && faults.length === 0,
  };
}
