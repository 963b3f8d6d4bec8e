/** A class of two, an exam of a paper and typing for it, and a first seat that sits it. */
import { type Clock, systemClock } from '#common/clock.ts';
import type { GivenAnswer } from '#contract/questions.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { person } from '#tests/storage/people-contract.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';
import { cookieOf, twoSchools } from './people-world.ts';
import { ask, type TestServer, testServer, valueIn } from './test-server.ts';

export const TEXT = '亲，您好，订单今天发出，请注意查收。'.repeat(20);
const texts = [{ id: 'one', title: '一', shop: 's', shopName: '店', text: TEXT }];
const typing = { rates: { pass: 55, excellent: 88 }, long: texts, short: [], exam: [], phrases: null };
const cells = [{ topic: 'price', level: 3, count: 4 }];
export const HOUR = 3600_000;

export type ExamRoom = TestServer & { teacher: string; other: string; clock: Pick<Clock, 'now'> };
export const room = async (): Promise<ExamRoom> => {
  const server = await testServer({ catalog: { ...toyCatalog, bank, factsByShop, typing } });
  const { storage } = server;
  await twoSchools(storage);
  await storage.people.createClass({ id: 'k1', school: 's1', name: '电商 2 班', createdAt: 1, archivedAt: null });
  const members = ['甲', '乙'].map((name, n) => ({ person: person(`m${n}`, { name, role: 'trainee' }), no: `0${n}` }));
  await storage.people.addMembers('k1', members);
  return {
    ...server,
    clock: systemClock,
    teacher: await cookieOf(storage, 'teacher'),
    other: await cookieOf(storage, 'teacher2'),
  };
};
export const get = ({ url }: ExamRoom, path: string, cookie: string | null) => ask(`${url}/api/${path}`, { cookie });
export const post = ({ url }: ExamRoom, path: string, cookie: string | null, body: unknown = {}) =>
  ask(`${url}/api/${path}`, { method: 'POST', cookie, body });

export const exam = ({ clock }: ExamRoom) => ({
  ...{ name: '期末模拟考', classId: 'k1', pass: 60, excellent: 85, each: false, counts: 'best' },
  parts: [
    { kind: 'paper', weight: 60, minutes: 10, seed: 3, cells },
    { kind: 'typing', weight: 40, minutes: 2, set: 'long', text: 'one' },
  ],
  ...{ opensAt: clock.now(), dueAt: clock.now() + HOUR },
});
export type SetExam = { id: string; seats: string[]; code: string };
export const setExam = async (server: ExamRoom): Promise<SetExam> => {
  const { id } = valueIn(await post(server, 'exams', server.teacher, exam(server))) as { id: string };
  const seats = (await server.storage.runs.seats(id)).map((seat) => seat.id);
  return { id, seats, code: (await server.storage.runs.run(id))?.code ?? '' };
};
/** The first seat answers everything rightly, or the first question as `first` says, and types so many characters. */
export const sit = async (server: ExamRoom, { id, seats, code }: SetExam, typed: number, first?: GivenAnswer) => {
  const [seat = ''] = seats;
  const { cookie } = await post(server, `join/${code}`, null, { seat });
  await post(server, `seats/${seat}/paper`, cookie ?? '');
  const questions = await keysOf({ ...server, run: id }, seat);
  for (const [place, question] of questions.entries()) {
    const answer = place === 0 && first !== undefined ? first : rightAnswer(question);
    const given = { question: question.id, answer, flagged: false };
    await post(server, `seats/${seat}/paper/answers`, cookie ?? '', given);
  }
  await post(server, `seats/${seat}/paper/hand-in`, cookie ?? '');
  valueIn(await post(server, `seats/${seat}/typing`, cookie ?? ''));
  const body = { typed: [[...TEXT].slice(0, typed).join('')], left: 3, pasted: 0, done: true };
  valueIn(await post(server, `seats/${seat}/typing/typed`, cookie ?? '', body));
  return { seat, cookie: cookie ?? '', questions: questions.map((question) => question.id) };
};
export const close = async (server: ExamRoom, id: string) =>
  valueIn(await post(server, `runs/${id}/homework/close`, server.teacher));
export const publish = (server: ExamRoom, id: string) =>
  post(server, `runs/${id}/publish`, server.teacher, { published: true });
