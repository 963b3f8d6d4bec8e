import { contentOf } from '#classroom/mock-exams/exam-content.ts';
import type { ExamBoard, NewExam, NewPart, SeatExam } from '#contract/exams/parts.ts';
import type { SeatBody } from '#contract/runs.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import {
  type ClassRoom,
  classRoom,
  device,
  MINUTE,
  SHOES,
  say,
  seatTab,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

export const PAPER: NewPart = {
  ...{ kind: 'paper', weight: 40, minutes: 10, seed: 7 },
  cells: [
    { topic: 'price', level: 3, count: 4 },
    { topic: 'returns', level: 1, count: 4 },
  ],
};
export const TYPING: NewPart = { kind: 'typing', weight: 10, minutes: 2, set: 'long', text: null };
/** A paper for 60 of a hundred marks and typing for 40. */
export const PAPER_AND_TYPING = [
  { ...PAPER, weight: 60 },
  { ...TYPING, weight: 40 },
];
export const CUSTOMERS: NewPart = {
  ...{ kind: 'customers', weight: 50, minutes: 3, scenarios: [SHOES], arrivals: 'spaced', variants: 'own' },
};
const texts = ['one', 'two', 'three'].map((id, n) => ({
  ...{ id, title: id, shop: 'shoes', shopName: '鞋店' },
  text: '亲，您好，订单今天发出，请注意查收。'.repeat(12 + n),
}));
export const typing = { rates: { pass: 55, excellent: 88 }, long: texts, short: [], exam: [], phrases: null };

export type ExamRoom = ClassRoom & { run: string; seats: string[] };

/** A class of three with an exam of three parts, open from now for an hour. */
export const examRoom = async (over: Partial<NewExam> = {}): Promise<ExamRoom> => {
  const room = await classRoom(undefined, { ...lessonCatalog, bank, factsByShop, typing });
  const { id: run } = value(await room.classroom.exams.set(TEACHER, newExam(room, over)));
  await room.clock.settle();
  return Object.assign(room, { run, seats: (await room.storage.runs.seats(run)).map(({ id }) => id) });
};
export const newExam = ({ clock }: Pick<ClassRoom, 'clock'>, over: Partial<NewExam> = {}): NewExam => ({
  ...{ name: '期末模拟考', classId: 'k1', parts: [PAPER, TYPING, CUSTOMERS], pass: 60, excellent: 85 },
  ...{ each: false, counts: 'best', opensAt: clock.now(), dueAt: clock.now() + 60 * MINUTE },
  ...over,
});

export const take = async (room: ExamRoom, place: number, guest: string): Promise<string> => {
  const seat = room.seats[place - 1] ?? '';
  const code = (await room.storage.runs.run(room.run))?.code ?? '';
  value(await room.classroom.seats.join(code, device(guest), { seat }));
  return seat;
};
export const examAt = async ({ classroom }: ClassRoom, seat: string, guest: string): Promise<SeatExam> =>
  value(await classroom.exams.seat(seat, device(guest)));
export const statesAt = async (room: ClassRoom, seat: string, guest: string) =>
  (await examAt(room, seat, guest)).parts.map(({ state }) => state);
export const board = async ({ classroom }: ClassRoom, run: string): Promise<ExamBoard> =>
  value(await classroom.exams.board(run));

/** Answers so many questions rightly and hands in. */
export const sitPaper = async (room: ClassRoom, run: string, seat: string, guest: string, right = 8): Promise<void> => {
  value(await room.classroom.papers.begin(seat, device(guest)));
  for (const question of (await keysOf({ storage: room.storage, run }, seat)).slice(0, right)) {
    const given = { question: question.id, answer: rightAnswer(question), flagged: false };
    value(await room.classroom.papers.answer(seat, device(guest), given));
  }
  value(await room.classroom.papers.handIn(seat, device(guest)));
};
/** Types so many characters of the seat's first text in its time. */
export const sitTyping = async (
  room: ClassRoom,
  run: string,
  seat: string,
  guest: string,
  count: number,
): Promise<void> => {
  value(await room.classroom.exams.typing.begin(seat, device(guest)));
  const seed = (await room.storage.runs.run(run))?.seed ?? 0;
  const texts = (await contentOf(room.storage, run))?.typing ?? { texts: typing.long, first: null };
  const [first] = seatTexts(texts, seed, seat);
  const typed = [[...(first?.text ?? '')].slice(0, count).join('')];
  value(await room.classroom.exams.typing.put(seat, device(guest), { typed, left: 2, pasted: 1, done: true }));
};
/** Begins the customers, says one thing and lets the drill's own clock run out. */
export const sitCustomers = async (room: ClassRoom, seat: string, guest: string): Promise<SeatBody> => {
  const body = value(await room.classroom.seats.openNextAttempt(seat, device(guest)));
  const at = await toDesk(room, await seatTab(room, seat, guest));
  await room.clock.advance(MINUTE);
  await say(room, at, '您好，我查一下');
  await room.clock.advance(6 * MINUTE);
  return body;
};
