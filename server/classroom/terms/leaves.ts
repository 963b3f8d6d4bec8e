/** Leave in a term: asked for by its trainee or entered by a teacher, decided once (RULES A5, A6). */
import { newId } from '#classroom/accounts/ids.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Leave, LeaveRequest, LeaveRow, LeaveState } from '#contract/terms/attendance.ts';
import type { StoredLeave } from '#storage/attendance.ts';
import type { ClassMember } from '#storage/people.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredTerm } from '#storage/terms.ts';
import { mayDecide } from './people-of-term.ts';
import { isIn } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

type Needs = { storage: Pick<Storage, 'attendance' | 'people' | 'mentors' | 'locks'>; clock: Pick<Clock, 'now'> };

/** Of one trainee in one term, withdrawn ones counted: nobody is away more often. */
const MOST_LEAVES = 100;

export const leaveOf = (leave: StoredLeave, nameOf: (person: string) => string): Leave => ({
  ...{ id: leave.id, day: leave.day, span: leave.span, reason: leave.reason, state: leave.state, note: leave.note },
  ...{ by: nameOf(leave.by), at: leave.at, decidedAt: leave.decided },
  decidedBy: leave.decider === null ? null : nameOf(leave.decider),
});

const newestFirst = (a: StoredLeave, b: StoredLeave): number =>
  a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1;

/** Those to decide first, then by day, the latest first; of who has left the class none. */
export const leaveRows = (
  leaves: readonly StoredLeave[],
  members: readonly ClassMember[],
  nameOf: (person: string) => string,
): LeaveRow[] =>
  leaves
    .toSorted(newestFirst)
    .toSorted((a, b) => Number(b.state === 'asked') - Number(a.state === 'asked'))
    .flatMap((leave) => {
      const member = members.find(({ person }) => person === leave.person);
      if (member === undefined) return [];
      const { person, no, name } = member;
      return [{ ...leaveOf(leave, nameOf), person, no, name }];
    });

export const ownLeaves = (leaves: readonly StoredLeave[], nameOf: (person: string) => string): Leave[] =>
  leaves.toSorted(newestFirst).map((leave) => leaveOf(leave, nameOf));

/** `entered`: by a teacher, and approved with that. A day has no two that overlap and still count. */
export const addLeave = async (
  { storage: { attendance, locks }, clock }: Needs,
  term: StoredTerm,
  { person, by, entered }: { person: string; by: string; entered: boolean },
  { day, span, reason }: LeaveRequest,
): Promise<Reply<{ id: string }>> => {
  if (!isIn(term, day)) return refused('leave-outside');
  const overlaps = (one: StoredLeave): boolean =>
    one.day === day && (one.span === span || one.span === 'day' || span === 'day');
  const now = clock.now();
  const end = entered
    ? ({ state: 'approved', decider: by, decided: now } as const)
    : ({ state: 'asked', decider: null, decided: null } as const);
  const leave = { id: newId('l'), term: term.id, person, day, span, reason, by, at: now, ...end, note: '' };
  return await locks.hold(`leave ${person}`, async (): Promise<Reply<{ id: string }>> => {
    const own = (await attendance.leavesOf(person)).filter((one) => one.term === term.id);
    if (own.some((one) => (one.state === 'asked' || one.state === 'approved') && overlaps(one)))
      return refused('leave-there');
    if (own.length >= MOST_LEAVES) return refused('leave-many');
    await attendance.addLeave(leave);
    return { ok: true, value: { id: leave.id } };
  });
};

/** For a trainee of the class. */
export const enterLeave = async (
  needs: Needs,
  { schoolClass, term }: ClassTerm,
  by: Pick<SignedIn, 'id'>,
  { person, ...asked }: LeaveRequest & { person: string },
): Promise<Reply<{ id: string }>> => {
  const members = await needs.storage.people.members(schoolClass.id);
  if (!members.some((one) => one.person === person)) return refused('unknown-person');
  return await addLeave(needs, term, { person, by: by.id, entered: true }, asked);
};

export const decideLeave = async (
  { storage, clock }: Needs,
  { term }: Pick<ClassTerm, 'term'>,
  by: SignedIn,
  { leave, approved, note }: { leave: string; approved: boolean; note: string },
): Promise<Reply<LeaveState>> => {
  if (!(await storage.attendance.leaves(term.id)).some(({ id }) => id === leave)) return refused('unknown-leave');
  if (!(await mayDecide({ storage }, term, by))) return refused('not-allowed');
  const state = approved ? 'approved' : 'refused';
  const end = { state, decider: by.id, decided: clock.now(), note } as const;
  return (await storage.attendance.endLeave(leave, end)) ? { ok: true, value: state } : refused('leave-decided');
};
