/** A question of a published paper is appealed and ruled on, and marks, figures and files follow. */
import { describe, expect, test } from 'vitest';
import { paperWorkbook } from '#classroom/exports/export-paper.ts';
import { code, device, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import {
  answerAt,
  beginAt,
  board,
  keysOf,
  type PaperRoom,
  paperAt,
  paperRoom,
  rightAnswer,
  seatOf,
} from './support.ts';

/** Eight questions: the first seat has the last one wrong, the second nothing right but the first. */
const sat = async (): Promise<PaperRoom & { wrong: string }> => {
  const room = await paperRoom();
  for (const place of [1, 2]) {
    await beginAt(room, place, `g${place}`);
    const keys = await keysOf(room, seatOf(room, place));
    for (const question of place === 1 ? keys.slice(0, -1) : keys.slice(0, 1))
      value(await answerAt(room, place, `g${place}`, question.id, rightAnswer(question)));
  }
  const wrong = (await keysOf(room, seatOf(room, 1))).at(-1)?.id ?? '';
  return Object.assign(room, { wrong });
};
const end = async ({ classroom, run }: PaperRoom): Promise<void> => {
  value(await classroom.runs.enterStage(run, TEACHER, 'debrief'));
};
const publish = async ({ storage, run, clock }: PaperRoom): Promise<void> => {
  const stored = await storage.runs.run(run);
  if (stored !== null) await storage.runs.changeRun({ ...stored, publishedAt: clock.now() });
};
const appeal = (room: PaperRoom, place: number, guest: string, question: string, text = '题干没说是哪一天') =>
  room.classroom.papers.appeal(seatOf(room, place), device(guest), { question, text });
const rule = (room: PaperRoom, place: number, question: string, credit: 0 | 0.5 | 1 | null, reason = '题干有歧义') =>
  room.classroom.papers.rule(seatOf(room, place), TEACHER.id, { question, credit, reason });

describe('[X20] a seat’s paper', () => {
  test('is read by staff once the seat answers no more: answers, keys and what each is worth', async () => {
    const room = await sat();
    const { papers } = room.classroom;
    expect(code(await papers.read(seatOf(room, 1)))).toBe('paper-sat');
    expect(await papers.readAll(room.run)).toEqual([]);
    await end(room);
    const paper = value(await papers.read(seatOf(room, 1)));
    expect(paper).toMatchObject({ mark: { mark: 87.5 }, run: { isPart: false } });
    expect(paper.questions.map(({ credit }) => credit)).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
    expect(paper.questions.at(-1)).toMatchObject({ id: room.wrong, answer: null, marked: 0, dispute: null });
    const keys = await keysOf(room, seatOf(room, 1));
    expect(paper.questions.map(({ key }) => key)).toEqual(keys.map(rightAnswer));
    expect((await papers.readAll(room.run)).map(({ seat }) => seat.id)).toEqual([seatOf(room, 1), seatOf(room, 2)]);
  });

  test('stands answer by answer in the file, from which its mark can be reckoned', async () => {
    const room = await sat();
    await end(room);
    value(await rule(room, 1, room.wrong, 0.5));
    const papers = await room.classroom.papers.readAll(room.run);
    const file = await paperWorkbook(await board(room), [], papers);
    const sheet = zipPart(file, 'xl/worksheets/sheet3.xml');
    expect(sheet.match(/<row /g)).toHaveLength(1 + 16 + 1);
    for (const paper of papers) {
      const sum = paper.questions.reduce((total, { credit }) => total + credit, 0);
      expect(Math.round((sum / paper.questions.length) * 1000) / 10).toBe(paper.mark.mark);
    }
    expect(zipPart(file, 'xl/sharedStrings.xml')).toContain('题干有歧义');
  });
});

describe('[X21] an appeal', () => {
  test('waits for the publication, is of one’s own question, and one at a time', async () => {
    const room = await sat();
    expect(code(await appeal(room, 1, 'g1', room.wrong))).toBe('paper-unpublished');
    await end(room);
    expect(code(await appeal(room, 1, 'g1', room.wrong))).toBe('paper-unpublished');
    await publish(room);
    const right = (await keysOf(room, seatOf(room, 1)))[0]?.id ?? '';
    expect(code(await appeal(room, 1, 'g2', room.wrong))).toBe('unknown-seat');
    expect(code(await appeal(room, 1, 'g1', 'nothing'))).toBe('bad-request');
    expect(code(await appeal(room, 1, 'g1', right))).toBe('appeal-nothing-lost');
    expect(code(await appeal(room, 1, 'g1', room.wrong, '  '))).toBe('words-missing');
    const told = value(await appeal(room, 1, 'g1', room.wrong));
    expect(told.result?.disputes).toMatchObject([{ question: room.wrong, ruling: null }]);
    expect(code(await appeal(room, 1, 'g1', room.wrong))).toBe('appeal-open');
    expect((await board(room)).seats.map(({ appeals }) => appeals)).toEqual([1, 0, 0]);
    expect(
      (await room.classroom.runs.list({ id: 'teacher', school: 's1', role: 'teacher' })).find(
        ({ id }) => id === room.run,
      )?.appeals,
    ).toBe(1);

    value(await rule(room, 1, room.wrong, null, '题干写了周一'));
    expect((await board(room)).seats.map(({ appeals }) => appeals)).toEqual([0, 0, 0]);
    expect((await paperAt(room, 1, 'g1')).result).toMatchObject({
      mark: 87.5,
      disputes: [{ appeal: { text: '题干没说是哪一天' }, ruling: { credit: null, reason: '题干写了周一' } }],
    });
  });
});

describe('[O29] an appeal', () => {
  const withdraw = (room: PaperRoom, guest: string, question: string) =>
    room.classroom.papers.withdrawAppeal(seatOf(room, 1), device(guest), question);

  test('is withdrawn while nobody has ruled, and three are made at a place, withdrawn and settled ones with them', async () => {
    const room = await sat();
    await end(room);
    await publish(room);
    expect(code(await withdraw(room, 'g1', room.wrong))).toBe('unknown-appeal');
    value(await appeal(room, 1, 'g1', room.wrong, '写错了'));
    expect(code(await withdraw(room, 'g2', room.wrong))).toBe('unknown-seat');
    const taken = value(await withdraw(room, 'g1', room.wrong));
    expect(taken.result?.disputes).toMatchObject([
      { appeal: null, waits: false, left: 2, earlier: [{ ruling: null }] },
    ]);
    expect((await board(room)).seats.map(({ appeals }) => appeals)).toEqual([0, 0, 0]);
    value(await appeal(room, 1, 'g1', room.wrong, '题干有歧义'));
    value(await rule(room, 1, room.wrong, 0.5, '算一半'));
    expect(await withdraw(room, 'g1', room.wrong)).toMatchObject({
      error: { code: 'appeal-settled', detail: '算一半' },
    });
    const third = value(await appeal(room, 1, 'g1', room.wrong, '两个都对'));
    // What was ruled counts until it is ruled anew.
    expect(third.result).toMatchObject({ mark: 93.8, disputes: [{ waits: true, left: 0, ruling: { credit: 0.5 } }] });
    expect((await board(room)).seats.map(({ appeals }) => appeals)).toEqual([1, 0, 0]);
    value(await rule(room, 1, room.wrong, null, '维持'));
    expect((await paperAt(room, 1, 'g1')).result?.mark).toBe(87.5);
    expect(await appeal(room, 1, 'g1', room.wrong)).toMatchObject({ error: { code: 'appeal-too-often', detail: '3' } });
  });

  test('isn’t made where a ruling gave everything back', async () => {
    const room = await sat();
    await end(room);
    await publish(room);
    value(await rule(room, 1, room.wrong, 1));
    expect(code(await appeal(room, 1, 'g1', room.wrong))).toBe('appeal-nothing-lost');
  });
});

describe('[X22] a ruling', () => {
  test('has a reason, and mark, topics and the question’s figures follow it; the last one counts', async () => {
    const room = await sat();
    expect(code(await rule(room, 1, room.wrong, 1))).toBe('paper-sat');
    await end(room);
    await publish(room);
    expect(code(await rule(room, 1, room.wrong, 1, ' '))).toBe('reason-missing');
    expect(code(await rule(room, 1, 'nothing', 1))).toBe('bad-request');
    const facility = async () => (await board(room)).items.find(({ id }) => id === room.wrong)?.facility;
    expect(await facility()).toBe(0);
    const read = value(await rule(room, 1, room.wrong, 1));
    expect(read.mark.mark).toBe(100);
    expect(read.questions.at(-1)).toMatchObject({ marked: 0, credit: 1, dispute: { appeal: null } });
    expect((await board(room)).seats[0]?.result?.mark).toBe(100);
    expect(await facility()).toBe(0.5);
    const own = await paperAt(room, 1, 'g1');
    expect(own.result).toMatchObject({ mark: 100 });
    expect(own.result?.verdicts?.at(-1)).toMatchObject({ question: room.wrong, credit: 1 });
    expect(await room.classroom.papers.own(device('g1'))).toMatchObject([{ mark: 100 }]);
    value(await rule(room, 1, room.wrong, 0.5, '只说对了一半'));
    expect((await paperAt(room, 1, 'g1')).result?.mark).toBe(93.8);
    expect((await paperAt(room, 2, 'g2')).result?.mark).toBe(12.5);
  });
});
