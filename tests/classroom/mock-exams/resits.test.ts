/** A re-sit, and the re-sit of that, ask nobody what they were asked before, as far as the bank reaches (RULES O7). */
import { expect, test } from 'vitest';
import { contentOf } from '#classroom/mock-exams/exam-content.ts';
import { publish } from '#classroom/results/publishing.ts';
import type { NewPart } from '#contract/exams/parts.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { type ExamRoom, examRoom, PAPER, TYPING } from './support.ts';

const ROUNDS = 3;

/** Nobody comes, so that all fail, three times over: the runs, oldest first. */
const threeTimes = async (room: ExamRoom): Promise<string[]> => {
  const runs = [room.run];
  for (let n = 1; n < ROUNDS; n += 1) {
    await room.clock.advance(61 * MINUTE);
    const run = await room.storage.runs.run(runs.at(-1) ?? '');
    if (run === null) throw new Error('no run');
    await publish({ ...room, onRunChanged: () => {} }, run, 'teacher', true);
    const now = room.clock.now();
    const asked = { seats: room.seats, opensAt: now, dueAt: now + 60 * MINUTE };
    runs.push(value(await room.classroom.exams.resit(room.run, TEACHER, asked)).id);
  }
  return runs;
};
const paperOf = async ({ storage }: ExamRoom, run: string): Promise<PaperSource> =>
  JSON.parse((await storage.papers.paper(run))?.body ?? '');
/** By seat of the first exam, what it is asked in each of the runs. */
const askedIn = async <T>(room: ExamRoom, runs: readonly string[], of: (run: string, seat: string) => Promise<T>) => {
  const all: T[][] = [];
  for (const place of room.seats.keys()) {
    const ofSeat: T[] = [];
    for (const run of runs) ofSeat.push(await of(run, (await room.storage.runs.seats(run))[place]?.id ?? ''));
    all.push(ofSeat);
  }
  return all;
};
const paper = (part: Partial<NewPart>): NewPart[] => [{ ...PAPER, weight: 100, ...part } as NewPart];
const repeated = (lists: readonly (readonly string[])[]): number => {
  const all = lists.flat();
  return all.length - new Set(all).size;
};

test.each(['same', 'own'] as const)(
  'with %s draws no question comes twice where the bank has others [O7]',
  async (draws) => {
    const room = await examRoom({ parts: paper({ draws }) });
    const runs = await threeTimes(room);
    const asked = await askedIn(room, runs, async (run, seat) =>
      seatPaper(await paperOf(room, run), seat).map(({ id }) => id),
    );
    for (const ofSeat of asked) {
      expect(ofSeat.map((ids) => ids.length)).toEqual([8, 8, 8]);
      expect(repeated(ofSeat)).toBe(0);
    }
  },
);

test('where each seat draws its own and the bank has too few, a seat is asked others first [O7]', async () => {
  // The bank has so few of these that the first exam's candidates are all of them.
  const room = await examRoom({ parts: paper({ draws: 'own', cells: [{ topic: 'price', level: 3, count: 7 }] }) });
  const runs = await threeTimes(room);
  const sources = await Promise.all(runs.map((run) => paperOf(room, run)));
  const asked = await askedIn(room, runs, async (run, seat) =>
    seatPaper(await paperOf(room, run), seat).map(({ id }) => id),
  );
  expect(sources[1]?.had).toBeDefined();
  for (const ofSeat of asked) {
    const candidates = new Set(sources.flatMap(({ questions }) => questions.map(({ id }) => id))).size;
    expect(repeated(ofSeat)).toBeLessThanOrEqual(Math.max(0, 3 * 7 - candidates));
  }
});

test('a seat with texts of its own begins with another each time [O7]', async () => {
  const room = await examRoom({ parts: [{ ...TYPING, weight: 100 }] });
  const runs = await threeTimes(room);
  const begun = await askedIn(room, runs, async (run, seat) => {
    const typing = (await contentOf(room.storage, run))?.typing;
    const seed = (await room.storage.runs.run(run))?.seed ?? 0;
    return (typing == null ? [] : seatTexts(typing, seed, seat)).slice(0, 1).map(({ id }) => id);
  });
  for (const ofSeat of begun) expect(new Set(ofSeat.flat()).size).toBe(3);
});
