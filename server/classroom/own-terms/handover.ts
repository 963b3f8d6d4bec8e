/** 交接班记录: what one shift of a team leaves open for the other, and who took it over (RULES A8, A9). */
import { newId } from '#classroom/accounts/ids.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { claimant } from '#classroom/results/practice-claims.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { termRow } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { HandoverNote, HandoverNotes, OwnHandover, TermHandover } from '#contract/terms/handover.ts';
import type { StoredNote } from '#storage/attendance.ts';
import type { Storage } from '#storage/storage.ts';
import { isForShift, type OwnFound, type OwnNeeds, ownTerm } from './own-terms.ts';

/** Of one shift of a team on one day. */
const MOST_NOTES = 20;
/** On a page; a note of a fortnight ago is nobody's to take. */
const SHOWN = 60;

const notesShown = async (
  needs: { storage: Pick<Storage, 'people'> },
  notes: readonly StoredNote[],
  own: Pick<OwnFound, 'person' | 'place'> | null,
): Promise<HandoverNotes> => {
  const shown = notes.toReversed().slice(0, SHOWN);
  const nameOf = await namesOf(
    needs,
    shown.flatMap(({ by, taker }) => (taker === null ? [by] : [by, taker])),
  );
  return {
    notes: shown.map(
      ({ id, day, shift, text, by, at, taker, taken, team }): HandoverNote => ({
        ...{ id, day, shift, text, by: nameOf(by), at },
        taken: taker === null || taken === null ? null : { by: nameOf(taker), at: taken },
        mine: own?.person === by,
        mayTake: taken === null && own !== null && isForShift(own.place, { team, shift }),
      }),
    ),
    left: Math.max(0, notes.length - SHOWN),
  };
};

/** Of all teams, for staff. A team that was renamed since keeps its notes under the name that it had. */
export const termHandover = async (
  { storage }: Pick<OwnNeeds, 'storage'>,
  { schoolClass, term, runs }: ClassTerm,
): Promise<TermHandover> => {
  const all = await storage.attendance.notes(term.id);
  const named = ((await storage.teams.teams(term.id))?.teams ?? []).map(({ name }) => name);
  const teams: TermHandover['teams'] = [];
  for (const team of new Set([...named, ...all.map((note) => note.team)])) {
    const notes = all.filter((note) => note.team === team);
    teams.push({ team, ...(await notesShown({ storage }, notes, null)) });
  }
  return { class: { id: schoolClass.id, name: schoolClass.name }, term: termRow(term, runs), teams };
};

const foundBy = async (needs: OwnNeeds, principal: Principal, term: string): Promise<Reply<OwnFound>> =>
  await ownTerm(needs, (await claimant(needs.storage, principal))?.id ?? null, term);

/** Of one's own team alone. */
export const ownHandover = async (needs: OwnNeeds, principal: Principal, id: string): Promise<Reply<OwnHandover>> => {
  const found = await foundBy(needs, principal, id);
  if (!found.ok) return found;
  const { place, term } = found.value;
  const all = await needs.storage.attendance.notes(term.id);
  const notes = place === null ? [] : all.filter(({ team }) => team === place.team);
  const open = notes.filter((note) => note.taken === null && isForShift(place, note)).length;
  const shown = await notesShown(needs, notes, found.value);
  return { ok: true, value: { term: { id: term.id, name: term.name }, place, open, ...shown } };
};

/** Of the writer's shift and of today. */
export const writeNote = async (
  needs: OwnNeeds,
  principal: Principal,
  id: string,
  text: string,
): Promise<Reply<{ id: string }>> => {
  const found = await foundBy(needs, principal, id);
  if (!found.ok) return found;
  const { place, person, term } = found.value;
  if (place === null || place.shift === null) return refused('no-shift');
  const { team, shift } = place;
  const at = needs.clock.now();
  const day = dayOf(at);
  const { attendance, locks } = needs.storage;
  const same = (note: StoredNote): boolean => note.team === team && note.day === day && note.shift === shift;
  const note = { id: newId('h'), term: term.id, team, day, shift, text, by: person, at, taker: null, taken: null };
  return await locks.hold(`handover ${term.id}`, async (): Promise<Reply<{ id: string }>> => {
    if ((await attendance.notes(term.id)).filter(same).length >= MOST_NOTES) return refused('handover-full');
    await attendance.addNote(note);
    return { ok: true, value: { id: note.id } };
  });
};

/** A note of one's own team; another's is answered like one that doesn't exist. */
const ownNote = async (
  needs: OwnNeeds,
  principal: Principal,
  { term, note }: { term: string; note: string },
): Promise<Reply<{ own: OwnFound; note: StoredNote }>> => {
  const found = await foundBy(needs, principal, term);
  if (!found.ok) return found;
  const { place } = found.value;
  const stored = (await needs.storage.attendance.notes(term)).find(({ id }) => id === note);
  if (stored === undefined || place?.team !== stored.team) return refused('unknown-note');
  return { ok: true, value: { own: found.value, note: stored } };
};

/** 已接: by one of the other shift, once. */
export const takeNote = async (
  needs: OwnNeeds,
  principal: Principal,
  names: { term: string; note: string },
): Promise<Reply<null>> => {
  const found = await ownNote(needs, principal, names);
  if (!found.ok) return found;
  const { own, note } = found.value;
  if (!isForShift(own.place, note)) return refused('not-next-shift');
  const isTaken = await needs.storage.attendance.takeNote(note.id, own.person, needs.clock.now());
  return isTaken ? { ok: true, value: null } : refused('note-taken');
};

/** One's own, until it is taken. */
export const removeNote = async (
  needs: OwnNeeds,
  principal: Principal,
  names: { term: string; note: string },
): Promise<Reply<null>> => {
  const found = await ownNote(needs, principal, names);
  if (!found.ok) return found;
  const { own, note } = found.value;
  if (own.person !== note.by) return refused('unknown-note');
  return (await needs.storage.attendance.removeNote(note.id)) ? { ok: true, value: null } : refused('note-taken');
};
