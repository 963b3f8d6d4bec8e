/** Whose mock exam it is, read and changed: for whoever else asks there is none. */
import { claimant } from '#classroom/results/practice-claims.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { PrivateWork } from '#storage/exams.ts';
import type { Storage } from '#storage/storage.ts';
import { type PrivateView, viewOf } from './private-view.ts';

/** Somebody who sits one a day for a term has some hundred. */
const MOST_LISTED = 100;

type Needs = { storage: Storage; clock: Pick<Clock, 'now'> };
type Use<T> = (view: PrivateView) => Promise<Reply<T>>;

export type HeldExams = {
  /** All of the principal's, the newest first. */
  all(principal: Principal): Promise<PrivateView[]>;
  reading<T>(id: string, principal: Principal, read: Use<T>): Promise<Reply<T>>;
  /** As `reading`, one after the other. */
  inTurn<T>(id: string, principal: Principal, work: Use<T>): Promise<Reply<T>>;
  /** One after the other: stores what `work` gives, null being no change, and tells the exam as it is then. */
  changing<T>(id: string, principal: Principal, work: Use<PrivateWork | null>, told: Use<T>): Promise<Reply<T>>;
};

export const createHeldExams = ({ storage, clock }: Needs): HeldExams => {
  const { privateExams } = storage;

  /** Another person's at a shared device is nobody else's, as with practice. */
  const isOwn = async (exam: { guest: string; person: string | null }, principal: Principal): Promise<boolean> => {
    const person = principal.person?.id ?? null;
    if (person !== null && exam.person === person) return true;
    if (principal.guest === null || exam.guest !== principal.guest) return false;
    return exam.person === null || exam.person === ((await claimant(storage, principal))?.id ?? null);
  };
  const held = async (id: string, principal: Principal): Promise<PrivateView | null> => {
    const exam = await privateExams.exam(id);
    if (exam === null || !(await isOwn(exam, principal))) return null;
    return await viewOf(storage, exam, clock.now());
  };
  const reading: HeldExams['reading'] = async (id, principal, read) => {
    const view = await held(id, principal);
    return view === null ? refused('exam-none') : await read(view);
  };
  const inTurn: HeldExams['inTurn'] = (id, principal, work) =>
    storage.locks.hold(`private ${id}`, () => reading(id, principal, work));

  return {
    all: async (principal) => {
      const views: PrivateView[] = [];
      for (const exam of await privateExams.held(principal.guest, principal.person?.id ?? null, MOST_LISTED))
        if (await isOwn(exam, principal)) views.push(await viewOf(storage, exam, clock.now()));
      return views;
    },
    reading,
    inTurn,
    changing: (id, principal, work, told) =>
      inTurn(id, principal, async (view) => {
        const next = await work(view);
        if (!next.ok) return next;
        if (next.value !== null) await privateExams.putWork(id, next.value);
        return await reading(id, principal, told);
      }),
  };
};
