import { describe, expect, test } from 'vitest';
import type { OwnSides, SideForm, TermSides } from '#contract/terms/sides.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom, inTerm } from './attendance-room.ts';

const IDS = ['response', 'answers', 'manner', 'handling', 'teamwork', 'learning'];
const all = (mark: number, over: Record<string, number> = {}) => ({
  ...{ version: 0, note: '' },
  marks: { ...Object.fromEntries(IDS.map((id) => [id, mark])), ...over },
});
const judge = (room: AttendanceRoom, cookie: string, body: object, person = 'jia') =>
  post(room, inTerm(room, `sides/${person}`), cookie, body);
const judgeSelf = (room: AttendanceRoom, cookie: string, body: object) =>
  post(room, `my-terms/${room.term}/sides`, cookie, body);
const move = (room: AttendanceRoom, from: string, to: string, cookie = room.teacher) =>
  post(room, inTerm(room, 'sides/state'), cookie, { from, to });
const sidesOf = async (room: AttendanceRoom, cookie = room.teacher): Promise<TermSides> =>
  valueIn(await get(room, inTerm(room, 'sides'), cookie)) as TermSides;
const formOf = async (room: AttendanceRoom, cookie: string, person = 'jia'): Promise<SideForm> =>
  valueIn(await get(room, inTerm(room, `sides/${person}`), cookie)) as SideForm;
const ownOf = async (room: AttendanceRoom, cookie: string): Promise<OwnSides> =>
  valueIn(await get(room, `my-terms/${room.term}/sides`, cookie)) as OwnSides;

describe('the three sides of a term', () => {
  test('judge by the same indicators, each with what the data says and how it is made [R1] [R2]', async () => {
    const room = await attendanceRoom();
    // A run that isn't published counts nowhere.
    expect((await formOf(room, room.mentor)).figures).toEqual([null, null, null, null, null, null]);
    await post(room, 'runs/r1/publish', room.teacher, { published: true });
    const form = await formOf(room, room.mentor);
    expect([form.side, form.name, form.draft, form.given]).toEqual(['mentor', '甲', null, null]);
    expect(form.indicators.map(({ id }) => id)).toEqual(IDS);
    for (const { low, middle, high, formula } of form.indicators)
      expect([low, middle, high, formula].every((text) => (text ?? '').length > 3)).toBe(true);
    expect(form.figures[0]).toMatch(/^首响 \d+(\.\d)? 秒，平响 \d+(\.\d)? 秒（1 场平均）$/);
    expect(form.figures[1]).toBe('1 场里答错 0 处，每场 0 处');
    expect(form.figures[4]).toMatch(/^谷炊 \d+(\.\d)? 分，1 队里第 1$/);
    // One drill has no halves, and of 乙 no drill counts: neither is nought.
    expect(form.figures[5]).toBeNull();
    expect((await formOf(room, room.teacher, 'yi')).figures.slice(0, 4)).toEqual([null, null, null, null]);
  });

  test('keep a draft each, hand in whole forms and change them; every one stays on record [R3]', async () => {
    const room = await attendanceRoom();
    const draft = { version: 0, marks: { answers: 2 }, note: '先想想' };
    expect(codeOf(await post(room, inTerm(room, 'sides/jia/draft'), room.teacher, draft))).toBe('ok');
    expect((await formOf(room, room.teacher)).draft).toMatchObject({ marks: { answers: 2 }, note: '先想想' });
    expect((await formOf(room, room.mentor)).draft).toBeNull();
    expect(codeOf(await judge(room, room.teacher, draft))).toBe('sides-incomplete');
    expect(codeOf(await judge(room, room.teacher, all(6)))).toBe('bad-request');
    expect(codeOf(await judge(room, room.teacher, all(3, { other: 3 })))).toBe('bad-request');
    expect(codeOf(await judge(room, room.teacher, { ...all(3), note: '长'.repeat(201) }))).toBe('bad-request');
    expect(codeOf(await judge(room, room.teacher, all(3)))).toBe('ok');
    expect(codeOf(await judge(room, room.teacher, { ...all(4), note: '稳' }))).toBe('ok');
    const form = await formOf(room, room.teacher);
    expect([form.draft, form.given]).toMatchObject([null, { note: '稳', by: '王老师', marks: { answers: 4 } }]);
    expect((await sidesOf(room)).rows[0]?.sides.teacher).toMatchObject({ state: 'shown', times: 2 });
    expect((await room.storage.evaluation.entries(room.term)).map(({ marks }) => marks)).toEqual([
      all(3).marks,
      all(4).marks,
    ]);
  });

  test('stand side by side without a mean; who differs most comes first [R4]', async () => {
    const room = await attendanceRoom();
    await judgeSelf(room, room.yi, all(5, { manner: 4 }));
    await judge(room, room.teacher, all(3, { answers: 2 }), 'yi');
    await judge(room, room.mentor, all(4), 'yi');
    await judge(room, room.teacher, all(4));
    const body = await sidesOf(room);
    expect(body.rows.map(({ name }) => name)).toEqual(['乙', '甲']);
    expect(body.rows.map(({ differ }) => differ)).toEqual([
      [2, 3, 1, 2, 2, 2],
      [null, null, null, null, null, null],
    ]);
    expect(body.rows[1]?.sides).toMatchObject({ self: { state: 'none' }, mentor: { state: 'none' } });
    expect(JSON.stringify(body)).not.toMatch(/mean|average/);
  });

  test('are read by a side only once it has answered itself, or they are closed [R4]', async () => {
    const room = await attendanceRoom();
    await judge(room, room.teacher, all(2));
    const before = await sidesOf(room, room.mentor);
    expect(before.rows.find(({ name }) => name === '甲')?.sides.teacher).toEqual({ state: 'withheld' });
    await judge(room, room.mentor, all(4));
    expect((await sidesOf(room, room.mentor)).rows[0]?.sides.teacher).toMatchObject({ state: 'shown' });
    expect(JSON.stringify(await formOf(room, room.mentor))).not.toContain('王老师');
    await judge(room, room.teacher, all(2), 'yi');
    await move(room, 'going', 'closed');
    const yi = (await sidesOf(room, room.mentor)).rows.find(({ name }) => name === '乙');
    expect(yi?.sides.teacher).toMatchObject({ state: 'shown' });
  });

  test('are closed, opened again and published by a teacher, on record [R5]', async () => {
    const room = await attendanceRoom();
    await judge(room, room.teacher, all(3));
    expect(codeOf(await move(room, 'going', 'closed', room.mentor))).toBe('not-allowed');
    expect(codeOf(await move(room, 'going', 'published'))).toBe('bad-request');
    expect(valueIn(await move(room, 'going', 'closed'))).toEqual({ state: 'closed' });
    expect(codeOf(await move(room, 'going', 'closed'))).toBe('sides-changed');
    expect(codeOf(await judge(room, room.teacher, all(4)))).toBe('sides-closed');
    expect(codeOf(await judgeSelf(room, room.jia, all(4)))).toBe('sides-closed');
    const rules = { version: 0, rules: null };
    expect(codeOf(await post(room, inTerm(room, 'sides/rules'), room.teacher, rules))).toBe('sides-closed');
    expect(codeOf(await move(room, 'closed', 'published'))).toBe('ok');
    expect((await sidesOf(room)).steps.map(({ to, by }) => [to, by])).toEqual([
      ['closed', '王老师'],
      ['published', '王老师'],
    ]);
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind === 'sides-moved');
    expect(trail.map(({ details }) => details)).toMatchObject([{ state: 'closed' }, { state: 'published' }]);
  });

  test('are a trainee’s to read once published, of nobody but themselves [R6]', async () => {
    const room = await attendanceRoom();
    await judge(room, room.teacher, { ...all(2), note: '多看卡片' });
    await judge(room, room.mentor, { ...all(5), note: '别人的评语' }, 'yi');
    expect(codeOf(await judgeSelf(room, room.jia, all(5)))).toBe('ok');
    const before = await ownOf(room, room.jia);
    expect([before.side, before.compared, before.given?.marks]).toEqual(['self', null, all(5).marks]);
    expect(JSON.stringify(before)).not.toContain('多看卡片');
    await move(room, 'going', 'closed');
    expect((await ownOf(room, room.jia)).compared).toBeNull();
    await move(room, 'closed', 'published');
    const after = await ownOf(room, room.jia);
    expect(after.compared).toMatchObject({ sides: { teacher: { note: '多看卡片' } }, differ: [3, 3, 3, 3, 3, 3] });
    expect(JSON.stringify(after)).not.toContain('别人的评语');
    // The device that sat for 甲 in a run that is over reads and writes as 甲.
    expect((await ownOf(room, room.trainee)).name).toBe('甲');
  });

  test('are judged by a term’s own indicators; what was given before says so [R1]', async () => {
    const room = await attendanceRoom();
    await judge(room, room.teacher, all(3));
    const own = (id: string, source = 'none') => ({
      id,
      name: '直播话术',
      low: '差',
      middle: '中',
      high: '好',
      source,
    });
    const rules = { indicators: [own('live'), own('scripts'), { ...own('answers', 'wrong'), name: null }] };
    const change = (body: object, cookie = room.teacher) => post(room, inTerm(room, 'sides/rules'), cookie, body);
    expect(codeOf(await change({ version: 0, rules }, room.mentor))).toBe('not-allowed');
    expect(codeOf(await change({ version: 0, rules: { indicators: rules.indicators.slice(1) } }))).toBe('bad-request');
    expect(valueIn(await change({ version: 0, rules }))).toEqual({ version: 1 });
    expect(codeOf(await change({ version: 0, rules }))).toBe('sides-changed');
    expect(codeOf(await judge(room, room.teacher, all(3)))).toBe('sides-changed');
    const body = await sidesOf(room);
    expect(body.indicators.map(({ name, formula }) => [name, formula === null])).toEqual([
      ['直播话术', true],
      ['直播话术', true],
      ['答得对', false],
    ]);
    expect(body.rows[0]?.sides.teacher).toMatchObject({ earlier: true });
  });

  test('come as .xlsx, and are nobody else’s: no other class, school or tapped name [R6]', async () => {
    const room = await attendanceRoom();
    const file = await fetch(`${room.url}/api/${inTerm(room, 'sides.xlsx')}`, { headers: { cookie: room.mentor } });
    expect([file.status, (await file.arrayBuffer()).byteLength > 4000]).toEqual([200, true]);
    for (const cookie of [room.foreign, room.elsewhere, room.jia, room.stranger]) {
      expect(codeOf(await get(room, inTerm(room, 'sides'), cookie))).not.toBe('ok');
      expect(codeOf(await get(room, inTerm(room, 'sides/jia'), cookie))).not.toBe('ok');
      expect(codeOf(await judge(room, cookie, all(3)))).not.toBe('ok');
      expect(codeOf(await post(room, inTerm(room, 'sides/jia/draft'), cookie, all(3)))).not.toBe('ok');
      expect(codeOf(await move(room, 'going', 'closed', cookie))).not.toBe('ok');
    }
    for (const cookie of [room.foreign, room.elsewhere, room.teacher, room.stranger]) {
      expect(codeOf(await get(room, `my-terms/${room.term}/sides`, cookie))).toBe('unknown-term');
      expect(codeOf(await judgeSelf(room, cookie, all(3)))).toBe('unknown-term');
      expect(codeOf(await post(room, `my-terms/${room.term}/sides/draft`, cookie, all(3)))).toBe('unknown-term');
    }
    const other = { ...room, term: 'elsewhere' };
    for (const rest of ['sides', 'sides.xlsx', 'sides/jia'])
      expect(codeOf(await get(other, inTerm(other, rest), room.teacher))).toBe('unknown-term');
    expect(codeOf(await move(other, 'going', 'closed'))).toBe('unknown-term');
    expect(codeOf(await judge(other, room.teacher, all(3)))).toBe('unknown-term');
    expect(codeOf(await judge(room, room.teacher, all(3), 'bing'))).toBe('unknown-person');
  });
});
