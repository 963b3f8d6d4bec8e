/** Drills set into a term's calendar around a promotion: added, moved, taken away and put back (RULES J69). */
import { newId } from '#classroom/accounts/ids.ts';
import { isIn } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { CalendarNeeds } from './calendar.ts';
import { eventsAround, heldId } from './trade-days.ts';

type Needs = Pick<CalendarNeeds, 'storage' | 'clock' | 'catalogs'>;

/** Once for each step of an event of one year; on any day of the term. */
export const planDrill = async (
  { storage, clock, catalogs }: Needs,
  { term }: ClassTerm,
  { id: by }: Pick<SignedIn, 'id'>,
  { event, step, day }: { event: string; step: string; day: string },
): Promise<Reply<{ id: string }>> => {
  const held = eventsAround(catalogs.tradeYear, term.firstDay, term.lastDay).find((one) => heldId(one) === event);
  if (held === undefined || !held.event.steps.some((one) => one.id === step)) return refused('unknown-planned');
  if (!isIn(term, day)) return refused('planned-outside');
  return await storage.locks.hold(`calendar ${term.id}`, async (): Promise<Reply<{ id: string }>> => {
    const planned = (await storage.plannedDrills.ofTerm(term.id)).filter(({ removedAt }) => removedAt === null);
    if (planned.some((one) => one.event === event && one.step === step)) return refused('planned-there');
    const id = newId('y');
    await storage.plannedDrills.add({ id, term: term.id, event, step, day, by, at: clock.now(), removedAt: null });
    return { ok: true, value: { id } };
  });
};

export const changePlanned = async (
  { storage, clock }: Needs,
  { term }: ClassTerm,
  id: string,
  { day, removed }: { day: string; removed: boolean },
): Promise<Reply<null>> => {
  if (!isIn(term, day)) return refused('planned-outside');
  return await storage.locks.hold(`calendar ${term.id}`, async (): Promise<Reply<null>> => {
    const all = await storage.plannedDrills.ofTerm(term.id);
    const own = all.find((one) => one.id === id);
    if (own === undefined) return refused('unknown-planned');
    const isTwin = (one: (typeof all)[number]): boolean =>
      one.id !== id && one.removedAt === null && one.event === own.event && one.step === own.step;
    if (!removed && all.some(isTwin)) return refused('planned-there');
    const removedAt = removed ? (own.removedAt ?? clock.now()) : null;
    return (await storage.plannedDrills.change(term.id, id, { day, removedAt }))
      ? { ok: true, value: null }
      : refused('unknown-planned');
  });
};
