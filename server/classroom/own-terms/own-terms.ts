/** A trainee's own terms: team and shift for whoever sits there, attendance and leave for whoever is signed in (RULES A7). */
import { dayOf } from '#classroom/exports/local-time.ts';
import { claimant } from '#classroom/results/practice-claims.ts';
import { type AttendanceNeeds, cellOf, heldIn } from '#classroom/terms/attendance.ts';
import { sumsOf } from '#classroom/terms/attendance-marks.ts';
import { attendanceRecord } from '#classroom/terms/attendance-record.ts';
import { addLeave, ownLeaves } from '#classroom/terms/leaves.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { ownSheets } from '#classroom/terms/published/own-sheets.ts';
import { type ClassTerm, classTerm } from '#classroom/terms/terms.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { LeaveRequest } from '#contract/terms/attendance.ts';
import type { OwnPlace, OwnTerm, OwnTerms } from '#contract/terms/handover.ts';
import type { Storage } from '#storage/storage.ts';
import { recommendationState } from './recommendation-state.ts';

export type OwnNeeds = Omit<AttendanceNeeds, 'storage'> & { storage: Storage };
/** Whose term it is. */
export type OwnFound = ClassTerm & { person: string; place: OwnPlace | null };

export const placeIn = async (
  { teams }: Pick<Storage, 'teams'>,
  term: string,
  person: string,
): Promise<OwnPlace | null> => {
  for (const { name, members } of (await teams.teams(term))?.teams ?? []) {
    const own = members.find((one) => one.person === person);
    if (own !== undefined) return { team: name, leader: own.leader, shift: own.shift };
  }
  return null;
};

/** Refused where whoever asks is unknown or in another class: their term is answered like one that doesn't exist. */
export const ownTerm = async (
  { storage }: Pick<OwnNeeds, 'storage'>,
  person: string | null,
  term: string,
): Promise<Reply<OwnFound>> => {
  const terms = person === null ? [] : await storage.attendance.termsOf(person);
  const own = terms.find((one) => one.term === term);
  if (person === null || own === undefined) return refused('unknown-term');
  const found = await classTerm({ storage }, own.classId, term);
  if (!found.ok) return found;
  return { ok: true, value: { ...found.value, person, place: await placeIn(storage, term, person) } };
};

export const ownTerms = async (needs: OwnNeeds, principal: Principal): Promise<OwnTerms> => {
  const { storage, clock } = needs;
  const who = await claimant(storage, principal);
  const terms: OwnTerm[] = [];
  const sheets = new Set((await ownSheets(needs, principal)).map((sheet) => sheet.term));
  for (const { term } of who === null ? [] : await storage.attendance.termsOf(who.id)) {
    const found = await ownTerm(needs, who?.id ?? null, term);
    if (found.ok) terms.push({ ...(await termOf(needs, found.value, principal.person)), sheet: sheets.has(term) });
  }
  return { name: who?.name ?? null, signedIn: principal.person !== null, today: dayOf(clock.now()), terms };
};

const termOf = async (needs: OwnNeeds, found: OwnFound, signedIn: SignedIn | null): Promise<Omit<OwnTerm, 'sheet'>> => {
  const { id, name, firstDay, lastDay } = found.term;
  const { place } = found;
  const notes = await needs.storage.attendance.notes(id);
  return {
    term: { id, name, firstDay, lastDay },
    ...{ className: found.schoolClass.name, place },
    open: notes.filter(({ team, shift, taken }) => isForShift(place, { team, shift }) && taken === null).length,
    // Whoever taps a name on a roster isn't told why that person was away: signing in is.
    signed: signedIn === null ? null : await signedPart(needs, found),
  };
};

/** Whether a note was written for somebody at this place: for the other shift of the same team. */
export const isForShift = (place: OwnPlace | null, note: Pick<OwnPlace, 'team' | 'shift'>): boolean =>
  place !== null && place.team === note.team && place.shift !== null && place.shift !== note.shift;

const signedPart = async (needs: OwnNeeds, found: OwnFound): Promise<OwnTerm['signed']> => {
  const { person, term } = found;
  const record = await attendanceRecord(needs.storage, term.id);
  const leaves = record.leaves.filter((one) => one.person === person);
  const entries = record.entries.filter((one) => one.person === person);
  const ids = [...entries.map(({ by }) => by), ...leaves.flatMap(({ by, decider }) => [by, decider ?? by])];
  const nameOf = await namesOf(needs, ids);
  const sessions = (await heldIn(needs, found)).flatMap((held) => {
    const cell = cellOf(record, held, person, nameOf);
    if (cell.mark === null || cell.mark === 'none') return [];
    const { name, id } = held.run;
    return [{ ...cell, name, day: dayOf(held.run.startedAt ?? 0), shift: record.sessionShifts.get(id) ?? null }];
  });
  const sums = sumsOf(sessions.map(({ mark }) => mark));
  const steps = (await needs.storage.evaluation.recommendationsOf(person)).filter((one) => one.term === term.id);
  const recommended = recommendationState(steps);
  return { rules: record.rules, sums, sessions, leaves: ownLeaves(leaves, nameOf), recommended };
};

export const askLeave = async (
  needs: OwnNeeds,
  { id }: Pick<SignedIn, 'id'>,
  term: string,
  asked: LeaveRequest,
): Promise<Reply<{ id: string }>> => {
  const found = await ownTerm(needs, id, term);
  return found.ok ? addLeave(needs, found.value.term, { person: id, by: id, entered: false }, asked) : found;
};

/** One's own, before it is decided. */
export const withdrawLeave = async (
  { storage, clock }: OwnNeeds,
  { id }: Pick<SignedIn, 'id'>,
  term: string,
  leave: string,
): Promise<Reply<null>> => {
  const own = (await storage.attendance.leavesOf(id)).find((one) => one.id === leave && one.term === term);
  if (own === undefined) return refused('unknown-leave');
  const end = { state: 'withdrawn', decider: id, decided: clock.now(), note: '' } as const;
  return (await storage.attendance.endLeave(leave, end)) ? { ok: true, value: null } : refused('leave-decided');
};
