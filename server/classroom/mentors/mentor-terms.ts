/** Which terms of a school a mentor reads: all of their own school's that aren't kept from them, of another those that it shares (RULES J64, J67). */
import { isKept } from '#classroom/accounts/mentor-view.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'people' | 'terms' | 'mentors'> };
export type TermPlace = { classId: string; term: string };

/** Of classes that are in use. `kept`: how many of their terms aren't shared with the school's own mentors (RULES J94). */
export const ownTermPlaces = async (
  { storage }: Needs,
  school: string,
): Promise<{ places: TermPlace[]; kept: number }> => {
  const places: TermPlace[] = [];
  let kept = 0;
  for (const { id, archivedAt } of await storage.people.classes(school)) {
    if (archivedAt !== null) continue;
    for (const { id: term } of await storage.terms.ofClass(id)) {
      if (await isKept(storage, { school, classId: id, kind: 'term', thing: term })) kept += 1;
      else places.push({ classId: id, term });
    }
  }
  return { places, kept };
};

export const sharedTermPlaces = async ({ storage }: Needs, school: string): Promise<TermPlace[]> => {
  const places: TermPlace[] = [];
  for (const { kind, thing } of await storage.mentors.sharedBy(school)) {
    const term = kind === 'term' ? await storage.terms.term(thing) : null;
    if (term !== null) places.push({ classId: term.classId, term: term.id });
  }
  return places;
};
