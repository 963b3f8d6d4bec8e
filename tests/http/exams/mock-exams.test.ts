/** Exams of parts over HTTP: who may, what is told when, the file, certificates, and a person's own data. */
import { describe, expect, test } from 'vitest';
import type { Certificate, RunCertificates } from '#contract/exams/certificates.ts';
import type { ExamBoard, OwnExam, SeatExam } from '#contract/exams/parts.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { close, exam, get, HOUR, post, publish, room, setExam, sit, TEXT } from '#tests/http/support/exam-world.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

describe('an exam of parts', () => {
  test('is refused to another school, with its classes, seats and re-sits [O1]', async () => {
    const server = await room();
    const { id, seats } = await setExam(server);
    for (const path of [`runs/${id}/exam`, `runs/${id}/exam.xlsx`])
      expect(codeOf(await get(server, path, server.other))).toBe('unknown-run');
    expect(codeOf(await post(server, 'exams', server.other, exam(server)))).toBe('unknown-class');
    const resit = { seats, opensAt: 0, dueAt: 1 };
    expect(codeOf(await post(server, `runs/${id}/resits`, server.other, resit))).toBe('unknown-run');
    const extra = await post(server, `seats/${seats[0]}/extra-time`, server.other, { percent: 50 });
    expect(codeOf(extra)).toBe('unknown-seat');
    for (const path of ['exam', 'typing'])
      expect(codeOf(await get(server, `seats/${seats[0]}/${path}`, server.other))).toBe('unknown-seat');
    // A re-sit of one's own exam takes no seat of another run.
    const mine = await setExam(server);
    await close(server, id);
    valueIn(await publish(server, id));
    const asked = { seats: mine.seats, opensAt: server.clock.now(), dueAt: server.clock.now() + HOUR };
    expect(codeOf(await post(server, `runs/${id}/resits`, server.teacher, asked))).toBe('nobody-failed');
  });

  test('with weights that don’t make a hundred is refused by a code that says the sum [O1]', async () => {
    const server = await room();
    const { parts, ...rest } = exam(server);
    const reply = await post(server, 'exams', server.teacher, { ...rest, parts: parts.slice(0, 1) });
    expect(reply.reply).toMatchObject({ ok: false, error: { code: 'exam-weights', detail: '60' } });
    const twice = { ...rest, parts: [parts[0], parts[0]] };
    expect(codeOf(await post(server, 'exams', server.teacher, twice))).toBe('bad-request');
  });

  test('its typing is ruled by its own teacher alone, and the ruling is on record [O25]', async () => {
    const server = await room();
    const set = await setExam(server);
    const { seat, cookie } = await sit(server, set, 60);
    await close(server, set.id);
    valueIn(await publish(server, set.id));
    valueIn(await post(server, `seats/${seat}/typing/appeals`, cookie, { text: '输入法卡了' }));
    expect(codeOf(await get(server, `seats/${seat}/typing/read`, server.other))).toBe('unknown-seat');
    const ruling = { aside: true, reason: '机房断电' };
    expect(codeOf(await post(server, `seats/${seat}/typing/rulings`, server.other, ruling))).toBe('unknown-seat');
    expect(codeOf(await post(server, `seats/${seat}/typing/rulings`, cookie, ruling))).toBe('not-signed-in');
    valueIn(await post(server, `seats/${seat}/typing/rulings`, server.teacher, ruling));
    await server.application.audit.settled();
    const { rows } = await server.application.audit.read({ school: 's1', machineAdmin: true }, null);
    const row = rows.find(({ kind }) => kind === 'ruling-made');
    expect(row).toMatchObject({ subject: seat, details: { part: 'typing', aside: true } });
  });

  test('tells marks once published, which is refused while somebody may sit, and gives a file and a certificate [O3] [F5]', async () => {
    const server = await room();
    const set = await setExam(server);
    const { seat, cookie } = await sit(server, set, 110);
    expect(codeOf(await publish(server, set.id))).toBe('exam-running');
    await close(server, set.id);
    const mark = async () => (valueIn(await get(server, `seats/${seat}/exam`, cookie)) as SeatExam).mark;
    expect(await mark()).toBeNull();
    const listed = async () =>
      valueIn(await get(server, `runs/${set.id}/certificates`, server.teacher)) as RunCertificates;
    expect((await listed()).refused).toBe('report-not-published');
    valueIn(await publish(server, set.id));
    // 60 × 100 + 40 × 60, of a hundred.
    expect(await mark()).toMatchObject({ whole: 84, grade: 'pass' });
    expect((valueIn(await get(server, 'exams', cookie)) as OwnExam[])[0]).toMatchObject({ whole: 84, phase: 'over' });
    const board = valueIn(await get(server, `runs/${set.id}/exam`, server.teacher)) as ExamBoard;
    const typed = { speed: 55, accuracy: 1 };
    expect(board.seats[0]).toMatchObject({ over: true, facts: { left: { paper: 0, typing: 3 } }, typed });
    expect(board.seats[0]?.mark?.parts[1]).toMatchObject({ kind: 'typing', typed });
    const file = await fetch(`${server.url}/api/runs/${set.id}/exam.xlsx`, { headers: { cookie: server.teacher } });
    const bytes = Buffer.from(await file.arrayBuffer());
    const sheet = zipPart(bytes, 'xl/worksheets/sheet1.xml');
    // How a speed becomes a mark stands in the notes.
    expect(zipPart(bytes, 'xl/sharedStrings.xml')).toMatch(/每分钟对 55 字得 60 分，88 字及以上得 100 分/);
    // The whole, and what its typing was made of: characters a minute and percent.
    for (const value of [84, 55, 100]) expect(sheet).toContain(`<v>${value}</v>`);
    const issued = { standard: '', seats: set.seats };
    const { rows } = valueIn(
      await post(server, `runs/${set.id}/certificates`, server.teacher, issued),
    ) as RunCertificates;
    const code = rows.find((row) => row.seat === seat)?.certificate?.code ?? '';
    const { facts } = valueIn(await get(server, `certificates/${code}`, null)) as Certificate;
    expect(facts).toMatchObject({ score: 84, grade: 'pass', passMark: 60, minutes: 12 });
    expect(facts.parts).toEqual([
      { kind: 'paper', weight: 60, mark: 100 },
      { kind: 'typing', weight: 40, mark: 60, typed: { speed: 55, accuracy: 1 } },
    ]);
  });

  test('is in its person’s data with what was typed, and is gone with them [P1] [P2]', async () => {
    const server = await room();
    const { seat } = await sit(server, await setExam(server), 20);
    const member = await cookieOf(server.storage, 'm0');
    const file = await fetch(`${server.url}/api/me/data.zip`, { headers: { cookie: member } });
    const data = JSON.parse(zipPart(Buffer.from(await file.arrayBuffer()), 'exams.json'));
    expect(data).toMatchObject([{ seat, runName: '期末模拟考', typing: { typed: [TEXT.slice(0, 20)], left: 3 } }]);
    valueIn(await post(server, 'people/m0/erase', await cookieOf(server.storage, 'admin'), { name: '甲' }));
    expect(await server.storage.exams.typing(seat)).toBeNull();
  });
});
