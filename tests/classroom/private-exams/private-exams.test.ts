/** A mock exam that somebody sits alone, in virtual time. */
import { describe, expect, test } from 'vitest';
import { createPrivateExams, type PrivateExams } from '#classroom/private-exams/private-exams.ts';
import type { NewPrivateExam } from '#contract/exams/private.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { chosenCases } from '#drills/catalog/chosen-cases.ts';
import { seatPaper } from '#drills/papers/draw.ts';
import { seatTexts } from '#drills/typing/seat-texts.ts';
import type { Scenario } from '#engine/model/content.ts';
import { newExam, typing } from '#tests/classroom/mock-exams/support.ts';
import { rightAnswer } from '#tests/classroom/papers/support.ts';
import {
  type ClassRoom,
  classRoom,
  code,
  device,
  MINUTE,
  say,
  TEACHER,
  value,
} from '#tests/classroom/support/class-room.ts';
import { tab } from '#tests/drills/support/desk-room.ts';
import { lessonCatalog, OTHER, SHOES } from '#tests/drills/support/lesson-room.ts';
import { row } from '#tests/storage/contract.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

const catalog = { ...lessonCatalog, bank, factsByShop, typing };
const WISH: NewPrivateExam = {
  ...{ cells: [{ topic: 'price', level: 3, count: 5 }], set: 'long', customers: 1, level: null },
};
const G1 = { ...device('g1'), guest: 'g1' };

type Room = ClassRoom & { sitter: PrivateExams; make(): PrivateExams; id: string };
const privateRoom = async (wish = WISH): Promise<Room> => {
  const room = await classRoom(undefined, catalog);
  const catalogs = createCatalogs(catalog, room.storage.authored);
  const make = () => createPrivateExams({ ...room, catalogs, seals: room.classroom.seals });
  const { id } = value(await make().begin(G1, wish));
  return Object.assign(room, { sitter: make(), make, id });
};
const contentOf = async ({ storage, id }: Room) => JSON.parse((await storage.privateExams.exam(id))?.body ?? '');
const examAt = async ({ sitter, id }: Room) => value(await sitter.exam(id, G1));
const states = async (room: Room) => (await examAt(room)).parts.map(({ state }) => state);

const sitPaper = async (room: Room, right: number): Promise<void> => {
  const { sitter, id } = room;
  value(await sitter.beginPaper(id, G1));
  for (const question of seatPaper((await contentOf(room)).paper, id).slice(0, right))
    value(await sitter.answer(id, G1, { question: question.id, answer: rightAnswer(question), flagged: false }));
  value(await sitter.handIn(id, G1));
};
const sitTyping = async (room: Room, count: number): Promise<void> => {
  const { sitter, id } = room;
  value(await sitter.beginTyping(id, G1));
  const content = await contentOf(room);
  const [first] = seatTexts({ texts: content.typing.texts, first: null }, content.seed, id);
  const typed = [[...(first?.text ?? '')].slice(0, count).join('')];
  value(await sitter.putTyped(id, G1, { typed, left: 0, pasted: 0, done: true }));
};
const sitCustomers = async (room: Room): Promise<string> => {
  const { drill } = value(await room.sitter.customers(room.id, G1));
  const desk = tab('desk');
  await room.runner.join(drill, desk, 0, true);
  await room.clock.advance(MINUTE);
  await say(room, { desk, drill }, '您好，我查一下');
  await room.clock.advance(12 * MINUTE);
  return drill;
};

describe('an exam sat alone', () => {
  test('has its parts in order, goes on after a restart, and tells marks and keys at its end alone [O20]', async () => {
    const room = await privateRoom();
    const { id } = room;
    const { sitter } = room;
    expect(await states(room)).toEqual(['ready', 'locked', 'locked']);
    expect(code(await sitter.beginTyping(id, G1))).toBe('part-locked');
    expect(code(await sitter.customers(id, G1))).toBe('part-locked');
    await sitPaper(room, 4);
    expect(code(await sitter.beginPaper(id, G1))).toBe('paper-over');
    expect(value(await sitter.paper(id, G1))).toMatchObject({ phase: 'over', result: null, questions: [] });
    expect((await examAt(room)).mark).toBeNull();
    await room.restart();
    room.sitter = room.make();
    await sitTyping(room, 110);
    expect((await examAt(room)).typed).toBeNull();
    const drill = await sitCustomers(room);
    expect(value(await room.sitter.customers(id, G1)).drill).toBe(drill);
    const score = (await room.storage.drill(drill))?.score ?? -1;
    const over = await examAt(room);
    expect(over).toMatchObject({ over: true, waits: null, typed: { speed: 55, accuracy: 1 } });
    expect(over.mark?.parts.map(({ kind, first }) => [kind, first])).toEqual([
      ['paper', 80],
      ['typing', 60],
      ['customers', score],
    ]);
    expect(over.mark?.whole).toBe(Math.round((40 * 80 + 10 * 60 + 50 * score) / 10) / 10);
    const paper = value(await room.sitter.paper(id, G1));
    expect(paper.result?.verdicts?.[0]).toMatchObject({ credit: 1, why: expect.any(String) });
  });

  test('is one sitting: a part ends by its clock, and what isn’t begun by the end is missed [O20]', async () => {
    const room = await privateRoom();
    const { sitter, id } = room;
    value(await sitter.beginPaper(id, G1));
    await room.clock.advance(10 * MINUTE);
    expect(await states(room)).toEqual(['done', 'ready', 'locked']);
    const { at, lastAt } = await examAt(room);
    // 10 for the paper, 2 for typing, 10 for the customer, 20 between them.
    expect(lastAt - at).toBe(42 * MINUTE);
    await room.clock.advance(33 * MINUTE);
    expect(await states(room)).toEqual(['done', 'missed', 'missed']);
    expect(await examAt(room)).toMatchObject({ over: true, mark: { whole: 0, grade: 'fail' } });
    expect(code(await sitter.customers(id, G1))).toBe('part-over');
  });

  test('what failed is sat again alone, drawn anew; the first marks stay, the best counts, and passed is passed [O27]', async () => {
    const room = await privateRoom({
      ...WISH,
      cells: [{ topic: 'price', level: 3, count: 4 }, ...WISH.cells.slice(1)],
    });
    const { sitter, id } = room;
    await sitPaper(room, 1);
    await sitTyping(room, 110);
    expect(code(await sitter.resit(id, G1))).toBe('nothing-to-resit');
    value(await sitter.end(id, G1));
    const first = await examAt(room);
    expect(first).toMatchObject({ mark: { whole: 16, grade: 'fail' }, mayResit: ['paper', 'customers'], again: [] });
    expect(code(await sitter.resit(id, { ...device('g2'), guest: 'g2' }))).toBe('exam-none');
    const had = seatPaper((await contentOf(room)).paper, id).map((one) => one.id);
    const { id: again } = value(await sitter.resit(id, G1));
    // Pressed twice, or in two tabs, it is the same one; a re-sit has none of its own.
    expect(value(await sitter.resit(id, G1)).id).toBe(again);
    expect(code(await sitter.resit(again, G1))).toBe('exam-resit');
    expect((await sitter.list(G1)).exams.map(({ id: of, of: ofFirst }) => [of, ofFirst])).toEqual([
      [again, id],
      [id, null],
    ]);
    room.id = again;
    const sitting = await examAt(room);
    expect(sitting.parts.map(({ kind }) => kind)).toEqual(['paper', 'customers']);
    expect(sitting.lastAt - sitting.at).toBe(40 * MINUTE);
    const now = seatPaper((await contentOf(room)).paper, again).map((one) => one.id);
    expect(now.filter((one) => had.includes(one))).toEqual([]);
    await sitPaper(room, 4);
    const score = (await room.storage.drill(await sitCustomers(room)))?.score ?? -1;
    expect((await examAt(room)).mark).toEqual((await examAt({ ...room, id })).mark);
    const { mark } = await examAt({ ...room, id });
    expect(mark?.parts.map(({ first: of, again: to, counted }) => [of, to, counted])).toEqual([
      [25, [100], 100],
      [60, [], 60],
      [null, [score], score],
    ]);
    expect(mark?.whole).toBe(Math.round((40 * 100 + 10 * 60 + 50 * score) / 10) / 10);
    const { exams, best } = await sitter.list(G1);
    expect(exams.map(({ id: of }) => of)).toEqual([id]);
    expect(best.parts[0]).toEqual({ kind: 'paper', mark: 100 });
  });

  test('ends when its owner gives up, and the best of each part stands apart [O20]', async () => {
    const room = await privateRoom();
    const { sitter } = room;
    await sitPaper(room, 5);
    expect(value(await sitter.end(room.id, G1))).toMatchObject({ over: true, mark: { whole: 40 } });
    const second = Object.assign(room, value(await sitter.begin(G1, WISH)));
    await sitPaper(second, 1);
    await sitTyping(second, 110);
    value(await sitter.end(second.id, G1));
    const { exams, best } = await sitter.list(G1);
    expect(exams.map(({ mark }) => mark?.whole)).toEqual([14, 40]);
    expect(best).toEqual({
      ...{ whole: 40, speed: 55 },
      parts: [
        { kind: 'paper', mark: 100 },
        { kind: 'typing', mark: 60 },
        { kind: 'customers', mark: null },
      ],
    });
    expect(await room.storage.runs.openRuns()).toEqual([]);
  });

  test('is nobody else’s, and another person’s at the same device stays theirs [O20]', async () => {
    const room = await privateRoom();
    const { sitter, id } = room;
    for (const act of [sitter.exam, sitter.end, sitter.customers, sitter.paper, sitter.beginPaper, sitter.typing])
      expect(code(await act(id, device('g2')))).toBe('exam-none');
    const signedIn = { guest: 'g1', person: { id: 'm1', school: 's1', role: 'trainee' } } as never;
    const { id: own } = value(await sitter.begin(signedIn, WISH));
    expect(code(await sitter.exam(own, G1))).toBe('exam-none');
    expect((await sitter.list(G1)).exams.map((exam) => exam.id)).toEqual([id]);
    expect(value(await sitter.exam(own, { ...(signedIn as object), guest: 'g9' } as never)).id).toBe(own);
  });

  test('draws nothing that a class’s exam seals, and keeps back what is sealed later [M45] [X7]', async () => {
    const room = await privateRoom();
    const { sitter, classroom } = room;
    await sitPaper(room, 5);
    const cells = [{ topic: 'price', level: 3 as const, count: 20 }];
    const had = (await contentOf(room)).cases;
    const parts = [
      { kind: 'paper', weight: 50, minutes: 10, seed: 1, cells },
      { ...{ kind: 'customers', weight: 50, minutes: 3, arrivals: 'spaced', variants: 'own' }, scenarios: had },
    ];
    const { id: run } = value(await classroom.exams.set(TEACHER, newExam(room, { parts: parts as never })));
    const asked = new Set(await room.storage.papers.questionsOf([run]));
    // g1 takes a seat of the school, so that its exam seals.
    const seat = (await room.storage.runs.seats(run))[0]?.id ?? '';
    value(await classroom.seats.join((await room.storage.runs.run(run))?.code ?? '', G1, { seat }));
    expect(value(await sitter.end(room.id, G1))).toMatchObject({ over: true, mark: null, waits: 'sealed' });
    const { paper: before } = await contentOf(room);
    const isAsked = before.questions.some((question: { id: string }) => asked.has(question.id));
    expect(value(await sitter.paper(room.id, G1)).result?.verdicts === null).toBe(isAsked);
    const reply = await sitter.begin(G1, { ...WISH, cells: [{ topic: 'returns', level: 1, count: 5 }] });
    Object.assign(room, value(reply));
    const { cases } = await contentOf(room);
    expect([SHOES, OTHER].filter((one) => had.includes(one))).not.toEqual(cases);
    expect(code(await sitter.begin(G1, { ...WISH, cells: [{ topic: 'price', level: 3, count: 40 }] }))).toBe(
      'paper-short',
    );
  });
});

describe('who comes', () => {
  const one = (id: string, over: Partial<Scenario> = {}): Scenario =>
    ({ id, shop: 'a', type: 'promotion', level: 1, incident: null, ...over }) as Scenario;
  const wish = { customers: 2, level: null, practised: [], seed: 3 };

  test('are of one shop, of different types, and those practised least [O20]', () => {
    const open = [one('1'), one('2'), one('3', { type: 'bargaining' }), one('4', { shop: 'b' })];
    const practised = [row('d1', { scenarios: ['1'] })];
    expect(chosenCases(open, { ...wish, practised })?.toSorted()).toEqual(['2', '3']);
    expect(chosenCases([one('1'), one('4', { shop: 'b' })], wish)).toBeNull();
  });

  test('are of the level that was asked for, or of any where no shop has so many [O20]', () => {
    const open = [one('1'), one('2', { level: 3 }), one('3', { level: 3, type: 'bargaining' })];
    expect(chosenCases(open, { ...wish, level: 3 })?.toSorted()).toEqual(['2', '3']);
    expect(chosenCases(open, { ...wish, level: 5 })).toHaveLength(2);
  });
});
