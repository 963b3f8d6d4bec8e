/** A device's practice that the person who sits or is signed in there may claim for their portfolio. */

import type { Principal } from '#common/access.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Claimed, ClaimOffer } from '#contract/portfolio.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * Gives the device's practice to the person who sits or is signed in at it. Drills that are no such practice are left
 * alone.
 */
export const claim = async (
  storage: Storage,
  principal: Principal,
  personId: string,
  drills: readonly string[],
): Promise<Reply<Claimed>> => {
  if (principal.guest === null) return { ok: false, error: failure('no-guest') };
  if ((await claimant(storage, principal))?.id !== personId) return { ok: false, error: failure('unknown-person') };
  return { ok: true, value: { claimed: await storage.portfolio.claim(principal.guest, personId, drills) } };
};

/** The person who may claim the device's practice: the one signed in, else the roster's trainee whose seat it took last. */
export const claimant = async (
  { people, portfolio }: Storage,
  { guest, person }: Principal,
): Promise<{ id: string; name: string } | null> => {
  if (person !== null) return { id: person.id, name: person.name };
  const personId = guest === null ? null : await portfolio.seatedPerson(guest);
  const personOfSeat = personId === null ? null : await people.person(personId);
  return personOfSeat === null ? null : { id: personOfSeat.id, name: personOfSeat.name };
};

/** The unclaimed practice of the device and who may claim it; null where there is none, or nobody is known. */
export const claimOffer = async (storage: Storage, principal: Principal): Promise<ClaimOffer | null> => {
  const { portfolio } = storage;
  const person = await claimant(storage, principal);
  if (principal.guest === null || person === null) return null;
  const drills = (
    await Promise.all(
      (
        await portfolio.unclaimed(principal.guest)
      ).map(async (drill) => {
        const entry = (await portfolio.entry(drill)) ?? null;
        if (entry === null) return [];
        return [{ drill, endedAt: entry.endedAt, titles: entry.cases.map(({ title }) => title), score: entry.score }];
      }),
    )
  ).flat();
  return drills.length === 0 ? null : { person, drills };
};
