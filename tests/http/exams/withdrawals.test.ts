/** Taking back an appeal about a paper's question and about typing, over HTTP: who may, twice, and after the ruling. */
import { expect, test } from 'vitest';
import type { ExamBoard, SeatExam } from '#contract/exams/parts.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import { close, type ExamRoom, get, post, publish, room, setExam, sit } from '#tests/http/support/exam-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

/** A published exam; its first seat lost something at its first question and at its typing, the second has a device too. */
const published = async () => {
  const server = await room();
  const set = await setExam(server);
  const first = await sit(server, set, 60, { figure: -1 });
  const { cookie: neighbour } = await post(server, `join/${set.code}`, null, { seat: set.seats[1] });
  await close(server, set.id);
  valueIn(await publish(server, set.id));
  return { server, run: set.id, seat: first.seat, own: first.cookie, neighbour, questions: first.questions };
};
const waiting = async (server: ExamRoom, run: string) => {
  const { paper, typing } = (valueIn(await get(server, `runs/${run}/exam`, server.teacher)) as ExamBoard).appeals;
  return { paper, typing };
};

test('an appeal about typing is withdrawn by its own device alone, once, and not after the ruling [O29]', async () => {
  const { server, run, seat, own, neighbour } = await published();
  const appeals = `seats/${seat}/typing/appeals`;
  const withdraw = (who: string | null) => post(server, `${appeals}/withdraw`, who);
  expect(codeOf(await withdraw(own))).toBe('unknown-appeal');
  valueIn(await post(server, appeals, own, { text: '输入法卡了' }));
  expect(await waiting(server, run)).toEqual({ paper: 0, typing: 1 });

  for (const who of [neighbour, server.teacher, server.other, null])
    expect(codeOf(await withdraw(who))).toBe('unknown-seat');
  expect(await waiting(server, run)).toEqual({ paper: 0, typing: 1 });
  expect(codeOf(await withdraw(own))).toBe('ok');
  expect(codeOf(await withdraw(own))).toBe('unknown-appeal');
  const { typing } = valueIn(await get(server, `seats/${seat}/exam`, own)) as SeatExam;
  expect(typing).toMatchObject({ mayAppeal: true, dispute: { appeal: null, waits: false } });
  expect(await waiting(server, run)).toEqual({ paper: 0, typing: 0 });

  valueIn(await post(server, appeals, own, { text: '键盘掉了一个键' }));
  const ruling = { aside: false, reason: '键盘是好的' };
  valueIn(await post(server, `seats/${seat}/typing/rulings`, server.teacher, ruling));
  expect((await withdraw(own)).reply).toMatchObject({
    ok: false,
    error: { code: 'appeal-settled', detail: '键盘是好的' },
  });
});

test('an appeal about a question is withdrawn by its own device alone, once, and not after the ruling [O29]', async () => {
  const { server, run, seat, own, neighbour, questions } = await published();
  const [question = '', another = ''] = questions;
  const appeals = `seats/${seat}/paper/appeals`;
  const withdraw = (who: string | null, of = question) => post(server, `${appeals}/withdraw`, who, { question: of });
  expect(codeOf(await withdraw(own))).toBe('unknown-appeal');
  valueIn(await post(server, appeals, own, { question, text: '题干没说是哪一天' }));
  expect(await waiting(server, run)).toEqual({ paper: 1, typing: 0 });

  for (const who of [neighbour, server.teacher, server.other, null])
    expect(codeOf(await withdraw(who))).toBe('unknown-seat');
  // Neither another question's nor what is no question of the paper.
  expect(codeOf(await withdraw(own, another))).toBe('unknown-appeal');
  expect(codeOf(await withdraw(own, 'nothing'))).toBe('unknown-appeal');
  expect(codeOf(await post(server, `${appeals}/withdraw`, own))).toBe('bad-request');
  expect(await waiting(server, run)).toEqual({ paper: 1, typing: 0 });
  const taken = valueIn(await withdraw(own)) as PaperSeat;
  expect(taken.result?.disputes).toMatchObject([{ question, appeal: null, waits: false, left: 2 }]);
  expect(codeOf(await withdraw(own))).toBe('unknown-appeal');
  expect(await waiting(server, run)).toEqual({ paper: 0, typing: 0 });

  valueIn(await post(server, appeals, own, { question, text: '题干有歧义' }));
  const ruling = { question, credit: 0.5, reason: '算一半' };
  valueIn(await post(server, `seats/${seat}/paper/rulings`, server.teacher, ruling));
  expect((await withdraw(own)).reply).toMatchObject({ ok: false, error: { code: 'appeal-settled', detail: '算一半' } });
});
