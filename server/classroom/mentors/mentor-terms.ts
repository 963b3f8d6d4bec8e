/** Which terms of a school a mentor reads: all of their own school's, of another those that it shares (RULES J64, J67). */
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'people' | 'terms' | 'mentors'> };
export type TermPlace = { classId: string; term: string };

/** Of classes that are in use. */
export async function ownTermPlaces({ storage }: Needs, school: string): Promise<TermPlace[]> {
  const places: TermPlace[] = [];
  for (const { id, archivedAt } of await storage.people.classes(school)) {
    if (archivedAt !== null) continue;
    for (const term of await storage.terms.ofClass(id)) places.push({ classId: id, term: term.id });
  }
  return places;
}

export async function sharedTermPlaces({ storage }: Needs, school: string): Promise<TermPlace[]> {
  const places: TermPlace[] = [];
  for (const { kind, thing } of await storage.mentors.sharedBy(school)) {
    const term = kind === 'term' ? await storage.terms.term(thing) : null;
    if (term !== null) places.push({ classId: term.classId, term: term.id });
  }
  return places;
}
