/** Invitations of mentors by a school, and how they end (RULES J62, J63). */
import { randomInt } from 'node:crypto';
import { newId } from '#classroom/accounts/ids.ts';
import { schoolName } from '#classroom/accounts/sign-in.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { MentorshipDone, MentorshipRow, MentorshipState } from '#contract/mentors/mentors.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { StoredMentorship } from '#storage/mentors/mentors.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'mentors' | 'people' | 'locks'>; clock: Pick<Clock, 'now'> };

/** How long an invitation may be accepted. */
export const INVITE_MS = 14 * DAY_MS;
/** Open ones of a school at a time. */
const MOST_INVITES = 50;
/** Without letters and digits that look alike; twelve of them can't be tried out. */
const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 12;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');

export const mentorshipState = ({ endedAt, acceptedAt, expiresAt }: StoredMentorship, now: number): MentorshipState => {
  if (endedAt !== null) return 'ended';
  if (acceptedAt !== null) return 'active';
  return now < expiresAt ? 'invited' : 'expired';
};

const rowsOf = async (needs: Needs, stored: readonly StoredMentorship[]): Promise<MentorshipRow[]> => {
  const now = needs.clock.now();
  const nameOf = await namesOf(
    needs,
    stored.flatMap(({ by, person, endedBy }) => [by, person ?? [], endedBy ?? []].flat()),
  );
  return stored.map((one): MentorshipRow => {
    const { id, login, code, at, expiresAt, acceptedAt, endedAt, endedBy } = one;
    return {
      ...{ id, state: mentorshipState(one, now), login, code, at, expiresAt, acceptedAt },
      ...{ name: one.person === null ? null : nameOf(one.person), by: nameOf(one.by) },
      ended: endedAt === null || endedBy === null ? null : { at: endedAt, by: nameOf(endedBy) },
    };
  });
};

/** Newest first, those that have ended included. */
export const schoolMentorships = async (needs: Needs, school: string): Promise<MentorshipRow[]> =>
  await rowsOf(needs, await needs.storage.mentors.ofSchool(school));

const oneRow = async (needs: Needs, id: string): Promise<Reply<MentorshipRow>> => {
  const stored = await needs.storage.mentors.mentorship(id);
  const [row] = stored === null ? [] : await rowsOf(needs, [stored]);
  return row === undefined ? refused('unknown-mentorship') : { ok: true, value: row };
};

/**
 * Invites by an account's name, or by a code. An invitation for a name that nobody has is stored like any other: the
 * answer tells nothing of other schools' accounts.
 */
export const invite = async (
  needs: Needs,
  { id: by, school }: Pick<SignedIn, 'id' | 'school'>,
  name: string | null,
): Promise<Reply<MentorshipRow>> => {
  const { storage, clock } = needs;
  const login = name?.toLowerCase() ?? null;
  return await storage.locks.hold(`mentorships ${school}`, async () => {
    const now = clock.now();
    const going = (await storage.mentors.ofSchool(school)).map((one) => ({ one, state: mentorshipState(one, now) }));
    const open = going.filter(({ state }) => state === 'invited');
    const isThere = (one: StoredMentorship): boolean => one.login !== null && one.login === login;
    const isOwn = (await storage.people.peopleOf(school)).some((person) => person.login === login);
    if (login !== null && isOwn) return refused('mentor-of-school');
    if (going.some(({ one, state }) => isThere(one) && (state === 'invited' || state === 'active')))
      return refused('mentor-there');
    if (open.length >= MOST_INVITES) return refused('mentor-invites-full');
    const mentorship: StoredMentorship = {
      ...{ id: newId('k'), school, login, code: login === null ? newCode() : null, by, at: now },
      ...{ expiresAt: now + INVITE_MS, person: null, acceptedAt: null, endedAt: null, endedBy: null },
    };
    if (!(await storage.mentors.invite(mentorship))) return refused('mentor-there');
    return await oneRow(needs, mentorship.id);
  });
};

/** The school takes an invitation back, or ends what was accepted. Another school's is answered like one that doesn't exist. */
export const endBySchool = async (
  needs: Needs,
  { id: by, school }: Pick<SignedIn, 'id' | 'school'>,
  id: string,
): Promise<Reply<MentorshipRow>> => {
  const stored = await needs.storage.mentors.mentorship(id);
  if (stored === null || stored.school !== school) return refused('unknown-mentorship');
  if (!(await needs.storage.mentors.end(id, by, needs.clock.now()))) return refused('mentorship-over');
  return await oneRow(needs, id);
};

const isFor = (stored: StoredMentorship, { id, login }: Pick<SignedIn, 'id' | 'login'>): boolean =>
  stored.person === id || (stored.person === null && stored.login !== null && stored.login === login);

const doneOf = async (
  { people }: Pick<Storage, 'people'>,
  { id, school }: StoredMentorship,
): Promise<MentorshipDone> => ({ mentorship: id, id: school, school: await schoolName(people, school) });

/** By its id where it waits for the mentor's name, or by its code. */
export const acceptInvite = async (
  { storage, clock }: Needs,
  mentor: SignedIn,
  asked: { mentorship: string } | { code: string },
): Promise<Reply<MentorshipDone>> => {
  const byCode = 'code' in asked;
  const found = byCode
    ? await storage.mentors.byCode(asked.code.toUpperCase().replace(/[\s-]/g, ''))
    : await storage.mentors.mentorship(asked.mentorship);
  const now = clock.now();
  const isOpen = found !== null && mentorshipState(found, now) === 'invited' && (byCode || isFor(found, mentor));
  if (found === null || !isOpen) return refused('unknown-mentorship');
  if (found.school === mentor.school) return refused('mentor-of-school');
  return await storage.locks.hold(`mentor ${mentor.id}`, async (): Promise<Reply<MentorshipDone>> => {
    if (await storage.mentors.isMentorOf(mentor.id, found.school)) return refused('mentor-there');
    if (!(await storage.mentors.accept(found.id, mentor.id, now))) return refused('unknown-mentorship');
    return { ok: true, value: await doneOf(storage, found) };
  });
};

/** The mentor declines an invitation, or ends what was accepted. */
export const endByMentor = async (
  { storage, clock }: Needs,
  mentor: Pick<SignedIn, 'id' | 'login'>,
  id: string,
): Promise<Reply<MentorshipDone>> => {
  const stored = await storage.mentors.mentorship(id);
  if (stored === null || !isFor(stored, mentor)) return refused('unknown-mentorship');
  if (!(await storage.mentors.end(id, mentor.id, clock.now()))) return refused('mentorship-over');
  return { ok: true, value: await doneOf(storage, stored) };
};
