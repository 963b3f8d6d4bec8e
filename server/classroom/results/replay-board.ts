/** Everybody's answer to the same turn, side by side (RULES N7). */
import { createHash } from 'node:crypto';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import type { Report } from '#contract/report.ts';
import type { DrillRecord } from '#drills/runner/ports.ts';
import { language } from '#i18n/language.ts';
import { makeReport } from '#scoring/report.ts';
import { type JudgedTurn, questionsOf, shownTurns } from '#scoring/report-sections/shown-turns.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { withoutName } from './anonymous.ts';
import { anonymousTurn } from './debrief-drills.ts';
import { type ResultsNeeds, yieldToOthers } from './run-drills.ts';

/** Lines of the conversation shown before the turn. */
const CONTEXT_LINES = 6;

type Line = Report['transcript'][number];
/** A line that the class sees before the turn: what the customer never read isn't among them. */
type ShownLine = Line & { by: Exclude<Line['by'], 'event' | 'withdrawn'> };
type Answer = ReplayTaskBoard['answers'][number];
type Original = Pick<ReplayTaskBoard, 'customer' | 'before' | 'place' | 'original'>;

/** Originals and final answers in memory, at most this many of each: the board is asked for with every new answer. */
const MAX_CACHED = 500;

export type ReplayBoards = {
  /** Of the run's latest replay task; null when there was none. */
  board(run: Run): Promise<ReplayTaskBoard | null>;
  /** Drops what is kept, because words of somebody were deleted. */
  forget(): void;
};

export const createReplayBoards = ({ storage, runner }: ResultsNeeds): ReplayBoards => {
  // Originals are kept for each language, because they name faults in the reader's; answers hold only trainees' words
  // and figures.
  const originals = new Map<string, Original>();
  const answers = new Map<string, Answer | null>();
  const cacheValue = <T>(cache: Map<string, T>, key: string, value: T): T => {
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(key, value);
    return value;
  };

  const answerFrom = async (task: ReplayTask, row: DrillRow, seat: Seat): Promise<Answer | null> => {
    const knownAnswer = answers.get(row.id);
    if (knownAnswer !== undefined) return knownAnswer;
    const record = await runner.record(row.id);
    const newAnswer = record === null ? null : answerOf(record, task, seat);
    return row.state === 'ended' ? cacheValue(answers, row.id, newAnswer) : newAnswer;
  };

  return {
    forget: () => {
      originals.clear();
      answers.clear();
    },
    board: async (run) => {
      const task = (await storage.runs.replayTasks(run.id)).at(-1);
      const record = task === undefined ? null : await runner.record(task.drill);
      if (task === undefined || record === null) return null;
      const cacheKey = `${task.id} ${language()}`;
      const seats = new Map((await storage.runs.seats(run.id)).map((seat) => [seat.id, seat]));
      const owner = seats.get(record.row.place?.seat ?? '') ?? null;
      const givenAnswers: Answer[] = [];
      let waitingCount = 0;
      const drills = (await storage.drillsOfRun(run.id)).filter(({ place: cacheKey }) => cacheKey?.redo === task.id);
      for (const row of drills) {
        await yieldToOthers();
        const seat = seats.get(row.place?.seat ?? '');
        const seatAnswer = seat === undefined ? null : await answerFrom(task, row, seat);
        if (seatAnswer !== null) givenAnswers.push(seatAnswer);
        else if (row.state !== 'ended') waitingCount += 1;
      }
      return {
        id: task.id,
        open: task.closedAt === null,
        ...(originals.get(cacheKey) ?? cacheValue(originals, cacheKey, originalOf(record, task, owner))),
        // Answers are ordered by a hash of replay task and seat: it shows neither the roster's order nor who was first.
        answers: givenAnswers.toSorted((a, b) => (hashOf(task, a.seat) < hashOf(task, b.seat) ? -1 : 1)),
        waiting: waitingCount,
      };
    },
  };
};

const originalOf = ({ content, events }: DrillRecord, task: ReplayTask, owner: Seat | null): Original => {
  const report = makeReport(content, events);
  const originalTurn = turnOfTask(shownTurns(content, events, report), task);
  if (originalTurn === undefined) return { customer: [], before: [], original: null };
  const withoutOwnName = (text: string): string => withoutName(text, owner?.name ?? '');
  const before = report.transcript.filter(
    (line): line is ShownLine =>
      line.conversation === task.conversation &&
      line.by !== 'event' &&
      line.by !== 'withdrawn' &&
      line.at < originalTurn.at,
  );
  // The burst is shown apart from what came before. It needn't be the last lines: bystanders may have spoken after it.
  const customerLines = before.filter(({ by }) => by === 'customer');
  const burst = new Set(customerLines.slice(Math.max(0, customerLines.length - originalTurn.customer.length)));
  return {
    customer: originalTurn.customer,
    ...(originalTurn.place && { place: originalTurn.place }),
    before: before
      .filter((line) => !burst.has(line))
      .slice(-CONTEXT_LINES)
      .map((line) => shownBefore(line, withoutOwnName)),
    original:
      owner === null
        ? null
        : anonymousTurn(
            { seat: { seat: owner.id, name: owner.name }, drill: task.drill },
            originalTurn,
            originalTurn.faults,
          ),
  };
};

const shownBefore = (
  { by, name = '', text, place: cacheKey }: ShownLine,
  withoutOwnName: (text: string) => string,
): ReplayTaskBoard['before'][number] => {
  const where = cacheKey && { place: cacheKey };
  if (by === 'bystander') return { by, name, text, ...where };
  return { by, text: by === 'trainee' ? withoutOwnName(text) : text, ...where };
};

const hashOf = (task: ReplayTask, seat: string): string =>
  createHash('sha256').update(`${task.id}/${seat}`).digest('hex');

const turnOfTask = (turns: readonly JudgedTurn[], { conversation, turn }: ReplayTask): JudgedTurn | undefined =>
  turns.find((one) => one.conversation === conversation && one.turn === turn);

const coveredIn = (turn: JudgedTurn): string[] =>
  turn.points.filter((note) => note.state === 'covered').map((note) => note.point);

/** Null until the turn is answered and the customer has reacted to it. */
const answerOf = (record: DrillRecord, task: ReplayTask, seat: Seat): Answer | null => {
  const { content, events } = record;
  const wasJudged = events.some(
    (e) => e.kind === 'turn-judged' && e.conversation === task.conversation && e.judgement.turn === task.turn,
  );
  if (!wasJudged) return null;
  const turns = shownTurns(content, events, makeReport(content, events));
  const answer = turnOfTask(turns, task);
  if (answer === undefined) return null;
  const coveredEarlier = turns
    .filter((t) => t.conversation === answer.conversation && t.turn < answer.turn)
    .flatMap(coveredIn);
  const points = questionsOf(content, answer.scenario)
    .filter((question) => answer.questions.some((q) => q.question === question.id))
    .flatMap((question) => question.points)
    // A point that opens another road is an offer, and what was said before needn't be said again.
    .filter((point) => point.leads === null && !coveredEarlier.includes(point.id));
  const pointIds = new Set(points.map((point) => point.id));
  const covered = new Set(coveredIn(answer).filter((id) => pointIds.has(id)));
  const wrongCount = new Set(answer.points.filter((note) => note.state === 'wrong').map((note) => note.point)).size;
  // Seconds count from the start of the fork: how long the customer had waited before was the first trainee's doing.
  const forkStartedAt = events.find((e) => e.kind === 'drill-opened')?.redo?.fromAt ?? null;
  const faults = answer.faults.filter(({ family }) => family !== 'late');
  const requiredPoints = points.filter((point) => point.must);
  return {
    seat: seat.id,
    text: withoutName(answer.reply, seat.name),
    seconds: Math.round(forkStartedAt === null ? (answer.seconds ?? 0) : (answer.at - forkStartedAt) / 1000),
    covered: covered.size,
    of: points.length,
    wrong: wrongCount,
    tone: answer.tone,
    reaction: answer.reaction,
    good: requiredPoints.every((point) => covered.has(point.id)) && wrongCount === 0 && faults.length === 0,
  };
};
