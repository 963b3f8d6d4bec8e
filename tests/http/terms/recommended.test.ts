import { describe, expect, test } from 'vitest';
import type { OwnRecommendation, TermRecommended } from '#contract/terms/recommended.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, inTerm } from './attendance-room.ts';

const mark = (room: AttendanceRoom, recommended = true, cookie = room.teacher, person = 'jia') =>
  post(room, inTerm(room, 'recommended'), cookie, { person, recommended });
const answer = (room: AttendanceRoom, agrees: boolean, cookie = room.jia) =>
  post(room, `my-terms/${room.term}/recommendation`, cookie, { agrees });
const listOf = async (room: AttendanceRoom, cookie = room.teacher): Promise<TermRecommended> =>
  valueIn(await get(room, inTerm(room, 'recommended'), cookie)) as TermRecommended;
const ownOf = async (room: AttendanceRoom, cookie = room.jia): Promise<OwnRecommendation> =>
  valueIn(await get(room, `my-terms/${room.term}/recommendation`, cookie)) as OwnRecommendation;
const file = (room: AttendanceRoom, cookie: string, person = 'jia') =>
  fetch(`${room.url}/api/${inTerm(room, `recommended/${person}/portfolio.xlsx`)}`, { headers: { cookie } });

describe('who is recommended to the enterprise', () => {
  test('is asked by a teacher and agrees; the mentor has those who agreed alone [R9] [R10]', async () => {
    const room = await attendanceRoom();
    expect((await listOf(room)).rows.map(({ name, state }) => [name, state])).toEqual([
      ['甲', null],
      ['乙', null],
    ]);
    expect(codeOf(await answer(room, true))).toBe('recommendation-changed');
    expect(codeOf(await mark(room, true, room.mentor))).toBe('not-allowed');
    expect(valueIn(await mark(room))).toEqual({ state: 'asked' });
    expect(codeOf(await mark(room))).toBe('recommendation-changed');
    await mark(room, true, room.teacher, 'yi');
    await answer(room, false, room.yi);
    expect((await listOf(room, room.mentor)).rows).toEqual([]);
    expect(await ownOf(room)).toMatchObject({ state: 'asked', steps: [{ step: 'asked', by: '王老师' }] });
    expect(valueIn(await answer(room, true))).toEqual({ state: 'agreed' });
    const ofMentor = await listOf(room, room.mentor);
    expect(ofMentor).toMatchObject({ mayAsk: false, rows: [{ name: '甲', state: 'agreed', steps: [{ by: '甲' }] }] });
    expect(JSON.stringify(ofMentor)).not.toContain('乙');
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'recommendation');
    expect(trail.map(({ details }) => details)).toMatchObject([
      { state: 'asked' },
      { state: 'asked' },
      { state: 'declined' },
      { state: 'agreed' },
    ]);
  });

  test('withdraws at any time, isn’t asked again, and may agree by themselves [R9]', async () => {
    const room = await attendanceRoom();
    await mark(room);
    await answer(room, true);
    expect(valueIn(await answer(room, false))).toEqual({ state: 'withdrawn' });
    expect(codeOf(await answer(room, false))).toBe('recommendation-changed');
    expect((await listOf(room, room.mentor)).rows).toEqual([]);
    expect(codeOf(await mark(room))).toBe('recommendation-changed');
    expect(valueIn(await answer(room, true))).toEqual({ state: 'agreed' });
    expect(valueIn(await mark(room, false))).toEqual({ state: 'taken-back' });
    expect(codeOf(await answer(room, true))).toBe('recommendation-changed');
    expect(codeOf(await mark(room))).toBe('recommendation-changed');
    expect((await ownOf(room)).steps.map(({ step }) => step)).toEqual([
      ...['asked', 'agreed', 'withdrawn', 'agreed', 'taken-back'],
    ]);
  });

  test('has the portfolio given as a file while the consent holds, on record [R10]', async () => {
    const room = await attendanceRoom();
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    await mark(room);
    expect((await file(room, room.mentor)).status).toBe(404);
    await answer(room, true);
    const given = await file(room, room.mentor);
    expect([given.status, (await given.arrayBuffer()).byteLength > 4000]).toEqual([200, true]);
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'data-exported');
    expect(trail).toMatchObject([{ subject: 'jia', details: { what: 'recommended-portfolio' } }]);
    await answer(room, false);
    expect((await file(room, room.mentor)).status).toBe(404);
    expect((await file(room, room.teacher)).status).toBe(404);
  });

  test('is nobody else’s business: no tapped name, other class or school [R9] [R10]', async () => {
    const room = await attendanceRoom();
    await mark(room);
    expect(codeOf(await answer(room, true, room.trainee))).toBe('not-signed-in');
    expect(codeOf(await get(room, `my-terms/${room.term}/recommendation`, room.trainee))).toBe('not-signed-in');
    for (const cookie of [room.foreign, room.elsewhere, room.teacher]) {
      expect(codeOf(await answer(room, true, cookie))).toBe('unknown-term');
      expect(codeOf(await get(room, `my-terms/${room.term}/recommendation`, cookie))).toBe('unknown-term');
    }
    await answer(room, true);
    for (const cookie of [room.foreign, room.elsewhere, room.yi, room.stranger]) {
      expect(codeOf(await get(room, inTerm(room, 'recommended'), cookie))).not.toBe('ok');
      expect(codeOf(await mark(room, false, cookie))).not.toBe('ok');
      expect((await file(room, cookie)).status).not.toBe(200);
    }
    expect(codeOf(await mark(room, true, room.teacher, 'bing'))).toBe('unknown-person');
    const other = { ...room, term: 'elsewhere' };
    expect(codeOf(await mark(other))).toBe('unknown-term');
    expect(codeOf(await get(other, inTerm(other, 'recommended'), room.teacher))).toBe('unknown-term');
    expect((await file(other, room.teacher)).status).toBe(404);
    expect((await ownOf(room, room.yi)).state).toBeNull();
  });
});
