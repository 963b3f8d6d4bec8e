/** The class of `termRoom` with a term, its two trainees signed in, and people who have no part in it. */
import type { TermAttendance } from '#contract/terms/attendance.ts';
import type { TermRow } from '#contract/terms/term.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { valueIn } from '#tests/http/support/test-server.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { type TermRoom, termRoom } from './term-room.ts';

export const WEEK = { name: '双 11 实训周', firstDay: '2026-11-16', lastDay: '2026-11-27' };
/** Its session lies on this day, in the morning or not by the clock of the machine. */
export const DAY = '2026-11-20';

export type AttendanceRoom = TermRoom & {
  term: string;
  jia: string;
  yi: string;
  /** A trainee of another class of the school, and a teacher of another school. */
  elsewhere: string;
  foreign: string;
};

/** 甲 was there and 乙 wasn't; both are in one team, 甲 early and 乙 late. `withMentor` false: the school has none. */
export const attendanceRoom = async (withMentor = true): Promise<AttendanceRoom> => {
  const server = await termRoom(withMentor);
  const { people } = server.storage;
  const { id } = valueIn(await post(server, 'classes/c1/terms', server.teacher, WEEK)) as TermRow;
  const signIn = async (who: string): Promise<string> => {
    const token = newToken();
    await people.createSession(hashOf(token), who, Date.now(), Date.now() + 3_600_000);
    return `${SESSION_COOKIE}=${token}`;
  };
  await people.createClass({ id: 'c2', school: 's1', name: '2404 班', createdAt: 1, archivedAt: null });
  await people.addMembers('c2', [{ person: person('bing', { role: 'trainee', login: null, name: '丙' }), no: '01' }]);
  await people.createSchool(school('s2', 2000), person('liu', { school: 's2', name: '刘老师' }));
  const member = (of: string, shift: 'early' | 'late') => ({ person: of, leader: false, shift });
  const teams = [{ name: '谷炊', members: [member('jia', 'early'), member('yi', 'late')] }];
  await post(server, `classes/c1/terms/${id}/teams`, server.teacher, { version: 0, awards: [], teams });
  return {
    ...{ ...server, term: id, jia: await signIn('jia'), yi: await signIn('yi') },
    ...{ elsewhere: await signIn('bing'), foreign: await signIn('liu') },
  };
};

export const inTerm = ({ term }: Pick<AttendanceRoom, 'term'>, rest: string): string =>
  `classes/c1/terms/${term}/${rest}`;
export const attendanceOf = async (room: AttendanceRoom, cookie = room.teacher): Promise<TermAttendance> =>
  valueIn(await get(room, inTerm(room, 'attendance'), cookie)) as TermAttendance;
/** 甲’s mark and 乙’s at the only session. */
export const marksIn = ({ rows }: TermAttendance) => rows.map(({ cells }) => cells[0]?.mark);
