/** A class 2403 班 (`c1`) of two that has drilled in one run on 2026-11-20, its teacher and a mentor. */
import type { Role } from '#contract/people.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { eventsOf } from '#tests/classroom/support/golden-class.ts';
import { type Room, resultsServer } from '#tests/http/support/results-world.ts';

export type TermRoom = Room & { mentor: string };

const person = (id: string, name: string, role: Role) => ({
  ...{ id, school: 's1', name, role, login: role === 'trainee' ? null : id, password: null },
  ...{ createdAt: 1, disabledAt: null, seenAt: null },
});

/** 甲 answered well; 乙 wasn't there. `withMentor` false: the school has none. */
export const termRoom = async (withMentor = true): Promise<TermRoom> => {
  const server = await resultsServer(
    [
      { name: '甲', drills: [eventsOf('model')] },
      { name: '乙', joined: false },
    ],
    'published',
    undefined,
    { classId: 'c1' },
  );
  const { storage } = server;
  await storage.people.createClass({ id: 'c1', school: 's1', name: '2403 班', createdAt: 1, archivedAt: null });
  await storage.people.addMembers('c1', [
    { person: person('jia', '甲', 'trainee'), no: '01' },
    { person: person('yi', '乙', 'trainee'), no: '02' },
  ]);
  for (const [seatId, of] of [
    ['seat1', 'jia'],
    ['seat2', 'yi'],
  ] as const) {
    const seat = await storage.runs.seat(seatId);
    if (seat !== null) await storage.runs.changeSeat({ ...seat, person: of });
  }
  if (withMentor) await storage.people.createPerson(person('zhou', '周导师', 'mentor'));
  const session = newToken();
  if (withMentor) await storage.people.createSession(hashOf(session), 'zhou', Date.now(), Date.now() + 3_600_000);
  return { ...server, mentor: `${SESSION_COOKIE}=${session}` };
};
