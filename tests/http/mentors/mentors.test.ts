import { describe, expect, test } from 'vitest';
import { INVITE_MS } from '#classroom/mentors/mentorships.ts';
import type { MentorshipRow } from '#contract/mentors/mentors.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { inTerm } from '#tests/http/terms/attendance-room.ts';
import { accept, homeOf, invite, type MentorRoom, mentorRoom, share, shareTerm, withGuo } from './mentor-room.ts';

const listOf = async (room: MentorRoom, cookie = room.admin): Promise<MentorshipRow[]> =>
  valueIn(await get(room, 'mentorships', cookie)) as MentorshipRow[];
const endBySchool = (room: MentorRoom, id: string, cookie = room.admin) => post(room, `mentorships/${id}/end`, cookie);
const endByMentor = (room: MentorRoom, id: string, cookie = room.guo) => post(room, `mentor/schools/${id}/end`, cookie);

describe('a mentor of another school', () => {
  test('is invited by the account’s name, accepts, and either side ends it, all on record [J62] [J63]', async () => {
    const room = await mentorRoom();
    const { id } = await invite(room, 'GUO');
    expect((await homeOf(room)).invites).toMatchObject([{ id, school: '一中' }]);
    expect((await homeOf(room, room.he)).invites).toEqual([]);
    expect(codeOf(await accept(room, id, room.he))).toBe('unknown-mentorship');
    expect(codeOf(await accept(room, id))).toBe('ok');
    expect(codeOf(await accept(room, id))).toBe('unknown-mentorship');
    expect(await listOf(room)).toMatchObject([{ id, state: 'active', name: '郭导师', by: '林主任' }]);
    expect(codeOf(await post(room, 'mentorships', room.admin, { login: 'guo' }))).toBe('mentor-there');
    expect(codeOf(await endByMentor(room, id, room.he))).toBe('unknown-mentorship');
    expect(codeOf(await endBySchool(room, id, room.adminElsewhere))).toBe('unknown-mentorship');
    expect(codeOf(await endByMentor(room, id))).toBe('ok');
    expect(codeOf(await endBySchool(room, id))).toBe('mentorship-over');
    expect(await listOf(room)).toMatchObject([{ state: 'ended', ended: { by: '郭导师' } }]);
    expect((await homeOf(room)).schools).toMatchObject([{ mentorship: null }]);
    const kinds = ['mentor-invited', 'mentorship-accepted', 'mentorship-ended'];
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kinds.includes(kind));
    expect(trail.map(({ kind, school, subject }) => [kind, school, subject])).toEqual(
      kinds.map((kind) => [kind, 's1', id]),
    );
    // Ended, they may be invited again.
    expect((await invite(room, 'guo')).state).toBe('invited');
  });

  test('is invited by a code, once and for a fortnight; a name that nobody has is answered like any other [J62]', async () => {
    const room = await mentorRoom();
    const made = await invite(room, null);
    expect(made).toMatchObject({ state: 'invited', login: null, expiresAt: made.at + INVITE_MS });
    const typed = made.code?.toLowerCase().replace(/^(.{4})(.{4})/, '$1-$2 ');
    const enter = (code: string, cookie: string) => post(room, 'mentor/accept', cookie, { code });
    expect(codeOf(await enter('ABCDEFGH2345', room.guo))).toBe('unknown-mentorship');
    expect(codeOf(await enter(typed ?? '', room.mentor))).toBe('mentor-of-school');
    expect(valueIn(await enter(typed ?? '', room.guo))).toMatchObject({ mentorship: made.id });
    expect(codeOf(await enter(typed ?? '', room.he))).toBe('unknown-mentorship');
    expect(Object.keys(await invite(room, 'nobody.at.all'))).toEqual(Object.keys(await invite(room, 'liu')));
    expect(codeOf(await post(room, 'mentorships', room.admin, { login: 'zhou' }))).toBe('mentor-of-school');
    const late = { ...(await room.storage.mentors.mentorship(made.id)), id: 'k9', code: 'LATE', person: null };
    await room.storage.mentors.invite({ ...late, acceptedAt: null, expiresAt: 1 } as Parameters<
      typeof room.storage.mentors.invite
    >[0]);
    expect(codeOf(await enter('LATE', room.he))).toBe('unknown-mentorship');
    expect((await listOf(room)).find(({ id }) => id === 'k9')?.state).toBe('expired');
  });

  test('sees of the other school the runs it shares, while it shares them, and comments there [J64] [J65]', async () => {
    const room = await mentorRoom();
    const read = async (cookie = room.guo) =>
      await Promise.all(
        ['runs/r1/results', 'runs/r1/class-report', 'drills/d1-1/report', 'drills/d1-1/replay'].map(async (path) =>
          codeOf(await get(room, path, cookie)),
        ),
      );
    const closed = ['unknown-run', 'unknown-run', 'unknown-drill', 'unknown-drill'];
    const open = ['ok', 'ok', 'ok', 'ok'];
    await share(room, true);
    expect(await read()).toEqual(closed);
    const id = await withGuo(room);
    expect(await read()).toEqual(open);
    expect(await read(room.he)).toEqual(closed);
    // Theirs to read and comment on, nothing else.
    expect(codeOf(await get(room, 'runs/r1', room.guo))).toBe('unknown-run');
    expect(codeOf(await get(room, 'classes/c1', room.guo))).toBe('unknown-class');
    expect(codeOf(await get(room, 'people/jia/portfolio', room.guo))).toBe('unknown-person');
    expect(codeOf(await post(room, 'drills/d1-1/rulings', room.guo, {}))).toBe('unknown-drill');
    const remark = { place: { kind: 'report' }, text: '先认错再报方案，这一步做得好。' };
    const said = await post(room, 'drills/d1-1/comments', room.guo, remark);
    expect(codeOf(said)).toBe('ok');
    expect(JSON.stringify(valueIn(said))).toContain('郭导师');
    expect((await homeOf(room)).schools[1]).toMatchObject({
      ...{ name: '一中', terms: [] },
      runs: [{ run: 'r1', name: expect.any(String), reports: 1, commented: 1 }],
    });
    expect(codeOf(await share(room, true))).toBe('share-changed');
    await share(room, false);
    expect(await read()).toEqual(closed);
    expect(await read(room.mentor)).toEqual(open);
    expect((await homeOf(room)).schools[1]?.runs).toEqual([]);
    await share(room, true);
    expect(await read()).toEqual(open);
    await endBySchool(room, id);
    expect(await read()).toEqual(closed);
    const kept = valueIn(await get(room, 'runs/r1/share', room.teacher)) as { steps: { step: string; by: string }[] };
    expect(kept.steps.map(({ step, by }) => [step, by])).toEqual([
      ['shared', '王老师'],
      ['taken-back', '王老师'],
      ['shared', '王老师'],
    ]);
    const trail = (await room.storage.audit.after(0, 99)).filter(({ kind }) => kind.startsWith('share'));
    expect(trail.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['shared', 'r1'],
      ['share-taken-back', 'r1'],
      ['shared', 'r1'],
    ]);
  });

  test('evaluates in a term that is shared, decides leave there, and sees what waits [J64] [J66] [J119]', async () => {
    const room = await mentorRoom(false);
    await withGuo(room);
    const pages = ['', '/sheet', '/sides', '/sides/jia', '/attendance', '/handover', '/appeals', '/teams'];
    const read = async () =>
      await Promise.all(
        pages.map(async (page) => codeOf(await get(room, `classes/c1/terms/${room.term}${page}`, room.guo))),
      );
    expect(new Set(await read())).toEqual(new Set(['unknown-class']));
    await shareTerm(room, true);
    expect(new Set(await read())).toEqual(new Set(['ok']));
    // They are given no file, and each page knows that it shows them none.
    for (const page of ['sheet', 'sides', 'attendance']) {
      expect(codeOf(await get(room, inTerm(room, `${page}.xlsx`), room.guo))).toBe('unknown-class');
      expect(valueIn(await get(room, inTerm(room, page), room.guo))).toMatchObject({ visiting: true });
      expect(valueIn(await get(room, inTerm(room, page), room.teacher))).not.toHaveProperty('visiting');
    }
    expect(codeOf(await get(room, 'classes/c2/terms/none', room.guo))).toBe('unknown-class');
    // The term's id with another class's: neither is theirs.
    expect(codeOf(await get(room, `classes/c2/terms/${room.term}`, room.guo))).toBe('unknown-term');
    const asked = { day: '2026-11-20', span: 'day', reason: '感冒去医院' };
    const { id } = valueIn(await post(room, `my-terms/${room.term}/leaves`, room.yi, asked)) as { id: string };
    const waiting = async () => (await homeOf(room)).schools[1]?.terms;
    expect(await waiting()).toMatchObject([{ term: { id: room.term, name: '双 11 实训周' }, leaves: 1, sides: 2 }]);
    const decision = { approved: true, note: '' };
    expect(codeOf(await post(room, inTerm(room, `leaves/${id}/decision`), room.guo, decision))).toBe('ok');
    const form = valueIn(await get(room, inTerm(room, 'sides/jia'), room.guo)) as {
      side: string;
      indicators: { id: string }[];
      version: number;
    };
    expect(form.side).toBe('mentor');
    expect(valueIn(await get(room, inTerm(room, 'sides'), room.teacher))).toMatchObject({ mentors: true });
    const marks = Object.fromEntries(form.indicators.map((one) => [one.id, 4]));
    const given = await post(room, inTerm(room, 'sides/jia'), room.guo, { version: form.version, marks, note: '' });
    expect(codeOf(given)).toBe('ok');
    expect(await waiting()).toMatchObject([{ leaves: 0, sides: 1 }]);
    await shareTerm(room, false);
    expect(new Set(await read())).toEqual(new Set(['unknown-class']));
    expect(codeOf(await post(room, inTerm(room, 'sides/yi'), room.guo, { version: 0, marks, note: '' }))).toBe(
      'unknown-class',
    );
  });

  test('has the enterprise’s columns and leave for themselves while the term is shared, and no longer [J74]', async () => {
    const room = await mentorRoom(false);
    const enter = async (cookie: string, value: number) =>
      codeOf(await post(room, inTerm(room, 'entries'), cookie, { person: 'jia', item: 'mentor', value, reason: '' }));
    const leave = async () => {
      const asked = { day: '2026-11-20', span: 'day', reason: '感冒去医院' };
      return (valueIn(await post(room, `my-terms/${room.term}/leaves`, room.yi, asked)) as { id: string }).id;
    };
    const decide = async (cookie: string, id: string) =>
      codeOf(await post(room, inTerm(room, `leaves/${id}/decision`), cookie, { approved: false, note: '有考试' }));
    await withGuo(room);
    // Invited, and not shared with: the teachers still stand in.
    expect(await enter(room.teacher, 6)).toBe('ok');
    await shareTerm(room, true);
    expect(await enter(room.guo, 8)).toBe('ok');
    expect(await enter(room.teacher, 2)).toBe('not-allowed');
    const id = await leave();
    expect(await decide(room.teacher, id)).toBe('not-allowed');
    expect(await decide(room.guo, id)).toBe('ok');
    const again = await leave();
    await shareTerm(room, false);
    expect(await decide(room.teacher, again)).toBe('ok');
    expect(await enter(room.teacher, 7)).toBe('ok');
    const sheet = valueIn(await get(room, inTerm(room, 'sheet'), room.teacher)) as TermSheet;
    const cell = sheet.rows.find(({ person }) => person === 'jia')?.cells.find(({ item }) => item === 'mentor');
    expect(cell?.entries.map(({ value, by }) => [value, by])).toEqual([
      [6, '王老师'],
      [8, '郭导师'],
      [7, '王老师'],
    ]);
  });

  test('whose account is no mentor’s any more, or is closed, sees nothing [J64]', async () => {
    const room = await mentorRoom();
    await withGuo(room);
    await share(room, true);
    const { people } = room.storage;
    const guo = await people.person('guo');
    if (guo === null) throw new Error('no guo');
    await people.changePerson({ ...guo, role: 'teacher' });
    expect(codeOf(await get(room, 'runs/r1/results', room.guo))).toBe('unknown-run');
    expect(codeOf(await get(room, 'mentor', room.guo))).toBe('not-allowed');
    await people.changePerson({ ...guo, disabledAt: 1 });
    expect(codeOf(await get(room, 'runs/r1/results', room.guo))).toBe('not-signed-in');
  });

  test('of the school itself goes on seeing all of its runs, shared or not [J67]', async () => {
    const room = await mentorRoom();
    expect(codeOf(await get(room, 'runs/r1/results', room.mentor))).toBe('ok');
    expect((await homeOf(room, room.mentor)).schools).toMatchObject([
      { mentorship: null, terms: [{ term: { id: room.term }, sides: 2 }], runs: [] },
    ]);
    expect(codeOf(await share(room, true, room.mentor))).toBe('not-allowed');
    expect(codeOf(await share(room, true, room.foreign))).toBe('unknown-run');
    expect(codeOf(await shareTerm(room, true, room.foreign))).toBe('unknown-class');
    expect(codeOf(await post(room, 'classes/c2/terms/none/share', room.teacher, { shared: true }))).toBe(
      'unknown-term',
    );
    expect(codeOf(await get(room, `classes/c2/terms/${room.term}/share`, room.teacher))).toBe('unknown-term');
  });
});
