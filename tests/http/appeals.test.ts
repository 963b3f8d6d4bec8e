/** Appeals over HTTP: who may, about what, and what happens when two people settle at once. */
import { describe, expect, test } from 'vitest';
import { doubtfulEvents } from '#tests/classroom/support/doubtful-events.ts';
import { openOf, say, type TalkRoom, talk, talkRoom, told } from '#tests/http/support/discussion-world.ts';
import { reportOf, resultsServer } from '#tests/http/support/results-world.ts';

const about = ({ fault }: TalkRoom) => ({ kind: 'finding', finding: fault.key });
/** The first seat's trainee appeals the costliest fault; the appeal's id. */
const appealed = async (room: TalkRoom): Promise<string> => {
  const code = await say(room, room.trainee, 'appeals', { place: about(room), text: '我报了满减后的价' });
  if (code !== 'ok') throw new Error(code);
  return (await talk(room, room.trainee)).appeals.at(-1)?.id ?? '';
};
const dismissal = ({ fault }: TalkRoom) => ({
  ...{ outcome: 'changed', ruling: { finding: fault.key, verdict: 'dismissed', reason: '价格报全了' } },
});
const keeping = { outcome: 'kept', reason: '没有报满减后的价' };

describe('an appeal', () => {
  test('moves no mark, is open only once at a place, and is seen by staff of the run', async () => {
    const room = await talkRoom();
    const { teacher, trainee, fault } = room;
    const before = await reportOf(room);
    const id = await appealed(room);
    expect(await reportOf(room)).toEqual(before);
    expect(await told(room, trainee, 'appeals', { place: about(room), text: '再说一次' })).toBe(
      '这一处已经申诉了，等老师看。要改写：旁边有「撤回」的先撤回，没有的当面跟老师说。',
    );
    expect(await say(room, trainee, 'appeals', { place: { kind: 'report' }, text: '总分偏低' })).toBe('ok');
    expect(await openOf(room, teacher)).toMatchObject([
      { id, drill: 'd1-1', seat: 'seat1', no: '01', name: '林可欣', text: '我报了满减后的价' },
      { title: `总分 ${before.score}`, text: '总分偏低' },
    ]);
    const [shown] = (await talk(room, teacher)).appeals;
    expect(shown).toMatchObject({ id, by: '林可欣', end: null, place: { finding: fault.key } });
    expect(shown?.title).toContain(fault.title);
  });

  test('is one sentence of at most 300 characters about what cost marks', async () => {
    const room = await talkRoom();
    const { teacher, trainee, fault, merit } = room;
    const code = (place: unknown, text: unknown = '不对') => say(room, trainee, 'appeals', { place, text });
    expect(await code({ kind: 'report' }, '  ')).toBe('words-missing');
    expect(await code({ kind: 'report' }, '字'.repeat(301))).toBe('words-too-long');
    expect(await code({ kind: 'finding', finding: 'nothing' })).toBe('unknown-finding');
    const nowhere = { conversation: 'c1', point: 'nothing', turn: 1 };
    expect(await code({ kind: 'point', point: nowhere })).toBe('unknown-point');
    expect(await code({ kind: 'turn', message: 'm1' })).toBe('bad-request');
    if (merit !== undefined) expect(await code({ kind: 'finding', finding: merit.key })).toBe('unknown-finding');
    await say(room, teacher, 'rulings', { finding: fault.key, verdict: 'dismissed', reason: '说得清楚' });
    expect(await code(about(room))).toBe('appeal-nothing-lost');
  });

  test('[M6] is made and withdrawn by the trainee alone, and answered by staff of the school', async () => {
    const room = await talkRoom();
    const { teacher, stranger, foreign, trainee } = room;
    const body = { place: about(room), text: '不对' };
    const codes = await Promise.all([stranger, teacher, foreign].map((cookie) => say(room, cookie, 'appeals', body)));
    expect(codes).toEqual(['unknown-drill', 'unknown-drill', 'unknown-drill']);
    const id = await appealed(room);
    expect(await say(room, stranger, `appeals/${id}/withdraw`)).toBe('unknown-drill');
    expect(await say(room, foreign, `appeals/${id}/settle`, keeping)).toBe('unknown-drill');
    expect(await say(room, trainee, `appeals/${id}/settle`, keeping)).toBe('not-signed-in');
    expect(await say(room, trainee, 'appeals/nothing/withdraw')).toBe('unknown-appeal');
    const exam = await talkRoom('published');
    expect(await say(exam, exam.trainee, 'appeals', { ...body, place: about(exam) })).toBe('report-not-published');
  });

  test('can be made anew after it was withdrawn, three times in all', async () => {
    const room = await talkRoom();
    for (let n = 0; n < 3; n += 1) {
      const id = await appealed(room);
      expect(await say(room, room.trainee, `appeals/${id}/withdraw`)).toBe('ok');
      expect(await say(room, room.trainee, `appeals/${id}/withdraw`)).toBe('appeal-settled');
    }
    const again = { place: about(room), text: '第四次' };
    expect(await told(room, room.trainee, 'appeals', again)).toBe('这一处已经申诉过 3 次，当面请老师看。');
    expect(await openOf(room, room.teacher)).toEqual([]);
  });
});

describe('settling', () => {
  test('维持 keeps the mark and says why', async () => {
    const room = await talkRoom();
    const before = await reportOf(room);
    const id = await appealed(room);
    expect(await say(room, room.mentor, `appeals/${id}/settle`, { ...keeping, reason: ' ' })).toBe('reason-missing');
    expect(await say(room, room.mentor, `appeals/${id}/settle`, keeping)).toBe('ok');
    expect(await reportOf(room)).toEqual(before);
    const { appeals, audit } = await talk(room, room.trainee);
    expect(appeals[0]?.end).toMatchObject({ how: 'kept', by: '李导师', reason: keeping.reason, undone: false });
    expect(audit.map(({ kind, by }) => [kind, by])).toEqual([
      ['appealed', '林可欣'],
      ['appeal-kept', '李导师'],
    ]);
    expect(await openOf(room, room.teacher)).toEqual([]);
  });

  test('改判 is a ruling like any other, with its reason, and can be undone', async () => {
    const room = await talkRoom();
    const { teacher, trainee, fault } = room;
    const id = await appealed(room);
    const elsewhere = { outcome: 'changed', ruling: { finding: null, verdict: 'score', score: 90, reason: '补答了' } };
    expect(await say(room, teacher, `appeals/${id}/settle`, elsewhere)).toBe('appeal-other-thing');
    expect(await say(room, teacher, `appeals/${id}/settle`, dismissal(room))).toBe('ok');
    const ruling = (await reportOf(room)).findings.find(({ key }) => key === fault.key)?.ruling;
    expect(ruling).toMatchObject({ verdict: 'dismissed', by: '王老师', reason: '价格报全了' });
    expect((await talk(room, trainee)).appeals[0]?.end).toMatchObject({ how: 'changed', by: '王老师', undone: false });
    await say(room, teacher, `rulings/${ruling?.id}/undo`);
    const { appeals, audit } = await talk(room, trainee);
    expect(appeals[0]?.end).toMatchObject({ how: 'changed', undone: true });
    expect(audit.map(({ kind }) => kind)).toEqual(['appealed', 'appeal-changed', 'ruling-undone']);
  });

  test('by two at once takes the first, and refuses the second with what the first decided', async () => {
    const room = await talkRoom();
    const { teacher, mentor } = room;
    const id = await appealed(room);
    const path = `appeals/${id}/settle`;
    const both = await Promise.all([told(room, teacher, path, dismissal(room)), told(room, mentor, path, keeping)]);
    const late = both.filter((one) => one !== 'ok');
    expect(late).toHaveLength(1);
    expect(late[0]).toMatch(/^这条申诉已经有结果：(王老师改判，价格报全了|李导师维持，没有报满减后的价)。/);
    const rulings = await room.storage.results.rulings('d1-1');
    expect(rulings).toHaveLength(both[0] === 'ok' ? 1 : 0);
    const stored = await talk(room, teacher);
    expect(await told(room, teacher, path, dismissal(room))).toContain('已经有结果');
    expect(await say(room, room.trainee, `appeals/${id}/withdraw`)).toBe('appeal-settled');
    expect(await talk(room, teacher)).toEqual(stored);
    expect(await room.storage.results.rulings('d1-1')).toEqual(rulings);
  });

  test('happens by a ruling at that place too, and 照扣 counts as 维持', async () => {
    const room = await talkRoom();
    const { teacher, fault } = room;
    await appealed(room);
    await say(room, teacher, 'rulings', { finding: fault.key, verdict: 'upheld', reason: '确实没报' });
    const { appeals } = await talk(room, teacher);
    expect(appeals[0]?.end).toMatchObject({ how: 'kept', by: '王老师', reason: '确实没报' });
    expect(await openOf(room, teacher)).toEqual([]);
  });

  test('on a point needs a reason, though a ruling on a point needs none', async () => {
    const server = await resultsServer([{ name: '林可欣', drills: [doubtfulEvents()] }], 'at-once');
    const { teacher, trainee } = server;
    const point = { conversation: 'c1', point: 'free', turn: 3 };
    await say(server, teacher, 'rulings', { point, verdict: 'not-said', reason: '', example: false });
    expect(await say(server, trainee, 'appeals', { place: { kind: 'point', point }, text: '说了包邮' })).toBe('ok');
    const { appeals } = await talk(server, teacher);
    const path = `appeals/${appeals[0]?.id}/settle`;
    const ruling = { point, verdict: 'covered', reason: '', example: false };
    expect(await say(server, teacher, path, { outcome: 'changed', ruling })).toBe('reason-missing');
    expect(await say(server, teacher, path, { outcome: 'changed', ruling: { ...ruling, reason: '说了' } })).toBe('ok');
    const after = await talk(server, trainee);
    expect(after.appeals[0]?.end).toMatchObject({ how: 'changed', reason: '说了' });
    expect(after.audit.at(-1)).toMatchObject({
      kind: 'appeal-changed',
      change: { from: { kind: 'point', state: 'not-said' }, to: { kind: 'point', state: 'covered' } },
    });
  });
});
