/** Comments in a report, and the record of changes, over HTTP. */
import { describe, expect, test } from 'vitest';
import { say, type TalkRoom, talk, talkRoom, told } from '#tests/http/support/discussion-world.ts';
import { get, post, reportOf } from '#tests/http/support/results-world.ts';
import { codeOf, openDrill } from '#tests/http/support/test-server.ts';

const onReport = { place: { kind: 'report' }, text: ' 下次先核对再答。 ' };
const firstComment = async (room: TalkRoom): Promise<string> =>
  (await talk(room, room.teacher)).comments[0]?.id ?? 'none';

describe('a comment', () => {
  test('stands in its place with name and time, for the trainee too, and may be on praise', async () => {
    const room = await talkRoom();
    const { teacher, mentor, trainee, fault } = room;
    const message = (await reportOf(room)).transcript[0]?.id;
    expect(await say(room, teacher, 'comments', onReport)).toBe('ok');
    expect(
      await say(room, mentor, 'comments', { place: { kind: 'finding', finding: fault.key }, text: '看价格' }),
    ).toBe('ok');
    expect(await say(room, teacher, 'comments', { place: { kind: 'turn', message }, text: '这里可以先问' })).toBe('ok');
    const { as, comments } = await talk(room, trainee);
    expect(as).toBe('trainee');
    expect(comments).toMatchObject([
      { place: { kind: 'report' }, text: '下次先核对再答。', by: '王老师', editedAt: null, own: false },
      { place: { finding: fault.key }, text: '看价格', by: '李导师' },
      { place: { message }, text: '这里可以先问' },
    ]);
    const own = (await talk(room, teacher)).comments.map((one) => one.own);
    expect(own).toEqual([true, false, true]);
  });

  test('is changed and deleted by its author, and every wording stays on record', async () => {
    const room = await talkRoom();
    const { teacher, mentor, trainee } = room;
    await say(room, teacher, 'comments', onReport);
    const id = await firstComment(room);
    expect(await say(room, mentor, `comments/${id}/edit`, { text: '改' })).toBe('unknown-comment');
    expect(await say(room, mentor, `comments/${id}/delete`)).toBe('unknown-comment');
    expect(await say(room, teacher, `comments/${id}/edit`, { text: '先核对订单。' })).toBe('ok');
    // Saving the same words again is no change.
    expect(await say(room, teacher, `comments/${id}/edit`, { text: '先核对订单。 ' })).toBe('ok');
    const [edited] = (await talk(room, trainee)).comments;
    expect(edited).toMatchObject({ text: '先核对订单。' });
    expect(edited?.editedAt).not.toBeNull();
    expect(await say(room, teacher, `comments/${id}/delete`)).toBe('ok');
    expect(await say(room, teacher, `comments/${id}/edit`, { text: '还在吗' })).toBe('unknown-comment');
    const after = await talk(room, teacher);
    expect(after.comments).toEqual([]);
    expect(after.audit.map(({ kind, words }) => [kind, words])).toEqual([
      ['commented', { before: null, after: '下次先核对再答。' }],
      ['comment-edited', { before: '下次先核对再答。', after: '先核对订单。' }],
      ['comment-deleted', { before: '先核对订单。', after: null }],
    ]);
    // The record of changes doesn't show the trainee the words of a deleted comment either.
    const told = (await talk(room, trainee)).audit;
    expect(told.map(({ kind, by, words }) => [kind, by, words])).toEqual([
      ['commented', '王老师', null],
      ['comment-edited', '王老师', null],
      ['comment-deleted', '王老师', null],
    ]);
  });

  test('has at most 500 characters, and is about something the report has', async () => {
    const room = await talkRoom();
    const { teacher } = room;
    const place = { kind: 'report' };
    expect(await told(room, teacher, 'comments', { place, text: ' \n ' })).toBe('还没有写内容，写上再交。');
    expect(await say(room, teacher, 'comments', { place, text: '字'.repeat(500) })).toBe('ok');
    expect(await told(room, teacher, 'comments', { place, text: '字'.repeat(501) })).toContain('最多 500 字');
    expect(await say(room, teacher, `comments/${await firstComment(room)}/edit`, { text: '' })).toBe('words-missing');
    const text = '看';
    expect(await say(room, teacher, 'comments', { place: { kind: 'finding', finding: 'no' }, text })).toBe(
      'unknown-finding',
    );
    expect(await say(room, teacher, 'comments', { place: { kind: 'turn', message: 'no' }, text })).toBe('unknown-turn');
    expect(await say(room, teacher, 'comments', { place: { kind: 'point', point: {} }, text })).toBe('bad-request');
    expect(await say(room, teacher, 'comments', { place, text: 7 })).toBe('bad-request');
    expect(await say(room, teacher, 'comments', { place, text, by: 'li' })).toBe('bad-request');
  });

  test('[M6] is shown to no other school or trainee, and to its trainee once the report may be read', async () => {
    const room = await talkRoom('published');
    const { teacher, trainee, stranger, foreign } = room;
    const code = async (cookie: string): Promise<string> => codeOf(await get(room, 'drills/d1-1/discussion', cookie));
    expect(await say(room, teacher, 'comments', onReport)).toBe('ok');
    expect(await code(trainee)).toBe('report-not-published');
    expect([await code(stranger), await code(foreign)]).toEqual(['unknown-drill', 'unknown-drill']);
    expect(await say(room, trainee, 'comments', onReport)).toBe('not-signed-in');
    expect(await say(room, foreign, 'comments', onReport)).toBe('unknown-drill');
    await post(room, 'runs/r1/publish', teacher, { published: true });
    expect(await code(trainee)).toBe('ok');
  });
});

describe('the record of changes', () => {
  test('tells who did what, the state before and after, and why, in order of time', async () => {
    const room = await talkRoom('published');
    const { teacher, trainee, fault } = room;
    const before = await reportOf(room);
    await say(room, teacher, 'rulings', { finding: fault.key, verdict: 'dismissed', reason: '说得清楚' });
    const ruled = await reportOf(room);
    const id = ruled.findings.find(({ key }) => key === fault.key)?.ruling?.id;
    await say(room, teacher, `rulings/${id}/undo`);
    await say(room, teacher, `rulings/${id}/undo`);
    await say(room, teacher, 'rulings', { finding: null, verdict: 'score', score: 91, reason: '当堂补答了' });
    await post(room, 'runs/r1/publish', teacher, { published: true });
    const { audit } = await talk(room, trainee);
    expect(audit.map(({ kind }) => kind)).toEqual(['ruled', 'ruling-undone', 'ruled', 'published']);
    expect(audit.every(({ by }) => by === '王老师')).toBe(true);
    const counted = { kind: 'finding', state: 'counted', marks: fault.marks };
    const dismissed = { kind: 'finding', state: 'dismissed', marks: 0 };
    expect(audit[0]).toMatchObject({
      reason: '说得清楚',
      change: { from: counted, to: dismissed },
      total: { from: before.score, to: ruled.score },
    });
    expect(audit[0]?.title).toContain(fault.title);
    expect(audit[1]).toMatchObject({
      change: { from: dismissed, to: counted },
      total: { from: ruled.score, to: before.score },
    });
    expect(audit[2]).toMatchObject({
      change: { from: { kind: 'score', score: before.score }, to: { kind: 'score', score: 91 } },
      total: { from: before.score, to: 91 },
    });
    expect(audit.map(({ at }) => at)).toEqual(audit.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  test('has nothing of a practice drill, where nobody can be appealed to either', async () => {
    const room = await talkRoom();
    const { drillId, cookie } = await openDrill(room, null, ['promotion/coupon-stack']);
    const answer = await get(room, `drills/${drillId}/discussion`, cookie);
    expect(answer.reply).toMatchObject({ ok: true, value: { as: 'trainee', comments: [], appeals: [], audit: [] } });
    const appeal = { place: { kind: 'report' }, text: '再看看' };
    expect(codeOf(await post(room, `drills/${drillId}/appeals`, cookie, appeal))).toBe('appeal-nobody');
    expect(codeOf(await post(room, `drills/${drillId}/comments`, room.teacher, onReport))).toBe('unknown-drill');
  });
});
