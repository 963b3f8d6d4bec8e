/** The class of `attendanceRoom`, its school's admin, and two mentors of another school, of whom none is invited yet. */
import type { MentorHome, MentorshipRow } from '#contract/mentors/mentors.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { get, post } from '#tests/http/support/results-world.ts';
import { valueIn } from '#tests/http/support/test-server.ts';
import { type AttendanceRoom, attendanceRoom } from '#tests/http/terms/attendance-room.ts';
import { person } from '#tests/storage/people-contract.ts';

export type MentorRoom = AttendanceRoom & { admin: string; guo: string; he: string; adminElsewhere: string };

export const mentorRoom = async (withMentor = true): Promise<MentorRoom> => {
  const room = await attendanceRoom(withMentor);
  const { storage } = room;
  const { people } = storage;
  await people.createPerson(person('lin', { name: '林主任', role: 'admin' }));
  await people.createPerson(person('liu2', { name: '刘主任', role: 'admin', school: 's2' }));
  await people.createPerson(person('guo', { name: '郭导师', role: 'mentor', school: 's2' }));
  await people.createPerson(person('he', { name: '何导师', role: 'mentor', school: 's2' }));
  const [admin = '', adminElsewhere = '', guo = '', he = ''] = await Promise.all(
    ['lin', 'liu2', 'guo', 'he'].map((id) => cookieOf(storage, id)),
  );
  return { ...room, admin, adminElsewhere, guo, he };
};

export const invite = async (room: MentorRoom, login: string | null, cookie = room.admin): Promise<MentorshipRow> =>
  valueIn(await post(room, 'mentorships', cookie, { login })) as MentorshipRow;
export const homeOf = async (room: MentorRoom, cookie = room.guo): Promise<MentorHome> =>
  valueIn(await get(room, 'mentor', cookie)) as MentorHome;
export const accept = (room: MentorRoom, mentorship: string, cookie = room.guo) =>
  post(room, 'mentor/accept', cookie, { mentorship });
export const share = (room: MentorRoom, shared: boolean, cookie = room.teacher) =>
  post(room, 'runs/r1/share', cookie, { shared });
export const shareTerm = (room: MentorRoom, shared: boolean, cookie = room.teacher) =>
  post(room, `classes/c1/terms/${room.term}/share`, cookie, { shared });

/** 郭 is a mentor of the school from now on; returns the mentorship's id. */
export const withGuo = async (room: MentorRoom): Promise<string> => {
  const { id } = await invite(room, 'guo');
  await accept(room, id);
  return id;
};
