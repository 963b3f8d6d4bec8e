/** Whose published sheets somebody may read: their own, by account, or by the device that sat for them (RULES J11). */
import { runsIn, stateOf } from '#classroom/terms/term-items.ts';
import { classTerm } from '#classroom/terms/terms.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; clock: Pick<Clock, 'now'> };

/** The trainee whose rows are asked for; null: nobody is known. */
export const askingTrainee = async ({ storage }: Pick<Needs, 'storage'>, { guest, person }: Principal) =>
  person !== null ? person.id : guest === null ? null : await storage.portfolio.seatedPerson(guest);

/**
 * Whether the principal reads this trainee's row of the term. An account does. A device does that has a seat of theirs in
 * a run of the term that is over: a name that was only just tapped on a roster opens nothing.
 */
export const readsRow = async (
  { storage, clock }: Needs,
  { guest, person: account }: Principal,
  { term: termId, person }: { term: string; person: string },
): Promise<boolean> => {
  if (account !== null) return account.id === person;
  const term = guest === null ? null : await storage.terms.term(termId);
  const found = term === null ? null : await classTerm({ storage }, term.classId, termId);
  if (found === null || !found.ok) return false;
  for (const run of runsIn(found.value.term, found.value.runs)) {
    if (stateOf(run, clock.now()) !== 'ended') continue;
    const seats = await storage.runs.seats(run.id);
    if (seats.some((seat) => seat.guest === guest && seat.person === person && seat.joinedAt !== null)) return true;
  }
  return false;
};
