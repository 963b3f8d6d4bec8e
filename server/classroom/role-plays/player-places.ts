/** Seats whose own device plays the customer of another seat of the run: their trainee is there (RULES J116). */
import { isHeldBy, type Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Storage } from '#storage/storage.ts';

/** `seat` plays the customer of `drill`, which is another seat's of the same run. */
export type PlayerPlace = { run: string; seat: string; drill: string };

/** `changed`: a seat begins or ceases to play; it is told once, however many of its tabs show the talk. */
export const createPlayerPlaces = (
  storage: Pick<Storage, 'drill' | 'runs'>,
  changed: (place: PlayerPlace, isThere: boolean) => void,
) => {
  const byViewer = new Map<string, readonly PlayerPlace[]>();
  /** Joins under way: a tab that goes meanwhile isn't taken in. */
  const joining = new Set<{ viewer: string; isGone: boolean }>();
  const isHeld = ({ seat, drill }: PlayerPlace): boolean =>
    [...byViewer.values()].some((places) => places.some((one) => one.seat === seat && one.drill === drill));

  const set = (viewerId: string, places: readonly PlayerPlace[]): void => {
    const before = byViewer.get(viewerId) ?? [];
    const begun = places.filter((place) => !isHeld(place));
    if (places.length > 0) byViewer.set(viewerId, places);
    else byViewer.delete(viewerId);
    for (const place of begun) changed(place, true);
    for (const place of before) if (!isHeld(place)) changed(place, false);
  };

  /** Where whoever plays in the drill sits. */
  const placesOf = async (drill: string, principal: Principal): Promise<PlayerPlace[]> => {
    const place = (await storage.drill(drill))?.place ?? null;
    if (place === null) return [];
    return (await storage.runs.seats(place.run))
      .filter((seat) => seat.id !== place.seat && isHeldBy(principal, seat))
      .map(({ id }) => ({ run: place.run, seat: id, drill }));
  };

  return {
    /**
     * A tab joins the role play that `find` gives, or none. Asked anew each time, since seat and card may have moved to
     * another device. A tab that has gone meanwhile finds none.
     */
    join: async <T extends { drill: string }>(
      viewer: string,
      principal: Principal,
      find: () => Promise<Reply<T>>,
    ): Promise<Reply<T>> => {
      const one = { viewer, isGone: false };
      joining.add(one);
      try {
        const found = await find();
        const places = found.ok ? await placesOf(found.value.drill, principal) : [];
        if (one.isGone) return refused('unknown-role-play');
        set(viewer, places);
        return found;
      } finally {
        joining.delete(one);
      }
    },
    leave: (viewer: string): void => {
      for (const one of joining) if (one.viewer === viewer) one.isGone = true;
      set(viewer, []);
    },
  };
};
