import type { PaperBoard, PaperSeat } from '#contract/papers/papers.ts';
import type { GivenAnswer, PaperCell } from '#contract/questions.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import type { DrawnPaper } from '#drills/papers/marks.ts';
import { type ClassRoom, classRoom, device, MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

export const CELLS: PaperCell[] = [
  { topic: 'price', level: 3, count: 4 },
  { topic: 'returns', level: 1, count: 4 },
];
export const MINUTES = 30;
export { MINUTE };

export type PaperRoom = ClassRoom & { run: string; seats: string[]; code: string };

/** A class of three with a paper of eight questions that the teacher has set. */
export const paperRoom = async (names?: readonly string[], isStarted = true): Promise<PaperRoom> => {
  const room = await classRoom(names, { ...lessonCatalog, bank, factsByShop });
  const { classroom, storage } = room;
  const paper = { name: '理论卷', classId: 'k1', minutes: MINUTES, cells: CELLS, seed: 7 };
  const { id: run } = value(await classroom.papers.set(TEACHER, paper));
  const seats = (await storage.runs.seats(run)).map(({ id }) => id);
  const code = (await storage.runs.run(run))?.code ?? '';
  const made = Object.assign(room, { run, seats, code });
  if (isStarted) await start(made);
  return made;
};

export const start = async ({ classroom, run }: PaperRoom): Promise<void> => {
  value(await classroom.runs.enterStage(run, TEACHER, 'drill'));
};
export const seatOf = ({ seats }: PaperRoom, place: number): string => seats[place - 1] ?? '';

/** The device takes the seat of that place and begins. */
export const beginAt = async (room: PaperRoom, place: number, guest: string): Promise<PaperSeat> => {
  await takeSeat(room, place, guest);
  return value(await room.classroom.papers.begin(seatOf(room, place), device(guest)));
};
export const takeSeat = async (room: PaperRoom, place: number, guest: string): Promise<void> => {
  value(await room.classroom.seats.join(room.code, device(guest), { seat: seatOf(room, place) }));
};
export const answerAt = (room: PaperRoom, place: number, guest: string, question: string, answer: GivenAnswer | null) =>
  room.classroom.papers.answer(seatOf(room, place), device(guest), { question, answer, flagged: false });
export const paperAt = async (room: PaperRoom, place: number, guest: string): Promise<PaperSeat> =>
  value(await room.classroom.papers.seat(seatOf(room, place), device(guest)));
export const board = async ({ classroom, run }: PaperRoom): Promise<PaperBoard> =>
  value(await classroom.papers.board(run));

/** The seat's questions with their keys, which no page has. */
export const keysOf = async (
  { storage, run }: Pick<PaperRoom, 'storage' | 'run'>,
  seat: string,
): Promise<DrawnPaper> => {
  const source: PaperSource = JSON.parse((await storage.papers.paper(run))?.body ?? '');
  return seatPaper(source, seat);
};
export const rightAnswer = ({ key }: DrawnPaper[number]): GivenAnswer =>
  'figure' in key ? { figure: key.figure } : { chosen: [...key.chosen] };
