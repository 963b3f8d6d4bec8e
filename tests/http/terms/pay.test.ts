import { describe, expect, test } from 'vitest';
import type { OwnPay, PayRules, TermPay } from '#contract/terms/pay.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, inTerm } from './attendance-room.ts';

const RULES: PayRules = {
  ...{ base: 2000, performance: 1001, absent: 70, redLine: 300 },
  steps: [
    { from: 50, coefficient: 1.05 },
    { from: 0, coefficient: 0.5 },
  ],
};
const payOf = async (room: AttendanceRoom, cookie = room.teacher): Promise<TermPay> =>
  valueIn(await get(room, inTerm(room, 'pay'), cookie)) as TermPay;
const ownOf = async (room: AttendanceRoom, cookie: string): Promise<OwnPay> =>
  valueIn(await get(room, `my-terms/${room.term}/pay`, cookie)) as OwnPay;
const open = (room: AttendanceRoom, from: boolean, to: boolean, cookie = room.teacher) =>
  post(room, inTerm(room, 'pay/opening'), cookie, { from, to });
const published = async (): Promise<AttendanceRoom> => {
  const room = await attendanceRoom();
  await post(room, 'runs/r1/publish', room.teacher, { published: true });
  return room;
};

describe('the trial of pay of a term', () => {
  test('is worked out line by line from the sheet, and has no sum where a figure is missing [R7]', async () => {
    const room = await attendanceRoom();
    const before = await payOf(room, room.mentor);
    expect(before.slips.map(({ total }) => total)).toEqual([null, null]);
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    const body = await payOf(room);
    const [jia, yi] = body.slips;
    expect([body.published, body.version, jia?.reached]).toEqual([null, 0, expect.any(Number)]);
    const earned = 1500 * (jia?.coefficient ?? 0);
    expect(jia?.lines.map(({ yuan }) => yuan)).toEqual([3000, earned, 0, 0]);
    expect(jia?.total).toBe(3000 + earned);
    expect(jia?.lines[1]?.said).toBe(
      `绩效 = 1500 元 × 系数 ${jia?.coefficient}（关键指标达成率 ${jia?.reached}%）= ${earned} 元`,
    );
    expect(yi).toMatchObject({ reached: null, total: null, lines: [{}, { yuan: null }, { yuan: -50 }, { yuan: 0 }] });
    expect(yi?.lines[2]?.said).toBe('旷训 1 次 × 50 元 = 扣 50 元');
  });

  test('is tried with other coefficients before they are saved, by the version that was read [R8]', async () => {
    const room = await published();
    const tried = valueIn(await post(room, inTerm(room, 'pay/preview'), room.teacher, RULES)) as TermPay;
    expect(tried.slips[0]?.total).toBe(3051.05);
    expect((await payOf(room)).rules.base).toBe(3000);
    const save = (body: object, cookie = room.teacher) => post(room, inTerm(room, 'pay/rules'), cookie, body);
    expect(codeOf(await save({ version: 0, rules: RULES }, room.mentor))).toBe('not-allowed');
    const rising = [...RULES.steps].map(({ from }, place) => ({ from, coefficient: place }));
    expect(codeOf(await save({ version: 0, rules: { ...RULES, steps: rising } }))).toBe('bad-request');
    expect(codeOf(await save({ version: 0, rules: { ...RULES, steps: RULES.steps.slice(0, 1) } }))).toBe('bad-request');
    expect(valueIn(await save({ version: 0, rules: RULES }))).toEqual({ version: 1 });
    expect(codeOf(await save({ version: 0, rules: null }))).toBe('pay-changed');
    expect((await payOf(room)).slips[0]?.total).toBe(3051.05);
    expect(valueIn(await save({ version: 1, rules: null }))).toEqual({ version: 2 });
    expect(await payOf(room)).toMatchObject({ own: false, rules: { base: 3000 } });
  });

  test('goes by the published sheet, whatever the sheet becomes, and is never below nought [R7]', async () => {
    const room = await published();
    const { version } = await payOf(room);
    const sheet = valueIn(await get(room, inTerm(room, 'sheet'), room.teacher)) as {
      rows: { total: { missing: [] } }[];
    };
    const missing = sheet.rows.reduce((sum, { total }) => sum + total.missing.length, 0);
    const publish = { version: 0, missing, showsRank: false };
    expect(codeOf(await post(room, inTerm(room, 'sheet/publish'), room.teacher, publish))).toBe('ok');
    const entry = { person: 'jia', item: 'indicators', value: 0, reason: '之后才改的' };
    await post(room, inTerm(room, 'entries'), room.mentor, entry);
    const body = await payOf(room);
    expect([version, body.published, body.slips[0]?.coefficient === 0]).toEqual([0, 1, false]);
    await post(room, inTerm(room, 'sheet/withdraw'), room.teacher, { version: 1, why: '填错了' });
    expect((await payOf(room)).slips[0]?.coefficient).toBe(0);
    const poor = { ...RULES, base: 0, steps: RULES.steps.map((step) => ({ ...step, coefficient: 0 })), absent: 90_000 };
    await post(room, inTerm(room, 'attendance/entries'), room.teacher, {
      ...{ person: 'jia', run: 'r1', mark: 'absent', reason: '提前走了' },
    });
    const tried = valueIn(await post(room, inTerm(room, 'pay/preview'), room.teacher, poor)) as TermPay;
    expect(tried.slips[0]).toMatchObject({ lines: [{}, {}, { yuan: -90_000 }, {}], total: 0 });
  });

  test('is a trainee’s to read once opened, of nobody but themselves [R8]', async () => {
    const room = await published();
    expect((await ownOf(room, room.jia)).slip).toBeNull();
    expect(codeOf(await open(room, false, true, room.mentor))).toBe('not-allowed');
    expect(valueIn(await open(room, false, true))).toEqual({ opened: true });
    expect(codeOf(await open(room, false, true))).toBe('pay-changed');
    expect(await payOf(room)).toMatchObject({ opened: true, openedBy: { by: '王老师' } });
    const own = await ownOf(room, room.jia);
    expect(own.slip).toMatchObject({ name: '甲' });
    expect(JSON.stringify(own)).not.toContain('乙');
    expect((await ownOf(room, room.trainee)).slip).toMatchObject({ name: '甲' });
    await open(room, true, false);
    expect((await ownOf(room, room.jia)).slip).toBeNull();
    const kinds = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'pay-opened');
    expect(kinds.map(({ details }) => details)).toMatchObject([{ opened: true }, { opened: false }]);
  });

  test('is nobody else’s: no other class, school or stranger [R8]', async () => {
    const room = await published();
    await open(room, false, true);
    for (const cookie of [room.foreign, room.elsewhere, room.jia, room.stranger]) {
      expect(codeOf(await get(room, inTerm(room, 'pay'), cookie))).not.toBe('ok');
      expect(codeOf(await post(room, inTerm(room, 'pay/preview'), cookie, RULES))).not.toBe('ok');
      expect(codeOf(await post(room, inTerm(room, 'pay/rules'), cookie, { version: 0, rules: null }))).not.toBe('ok');
      expect(codeOf(await open(room, true, false, cookie))).not.toBe('ok');
    }
    for (const cookie of [room.foreign, room.elsewhere, room.teacher, room.stranger])
      expect(codeOf(await get(room, `my-terms/${room.term}/pay`, cookie))).toBe('unknown-term');
    const other = { ...room, term: 'elsewhere' };
    expect(codeOf(await get(other, inTerm(other, 'pay'), room.teacher))).toBe('unknown-term');
    expect(codeOf(await open(other, false, true))).toBe('unknown-term');
  });
});
