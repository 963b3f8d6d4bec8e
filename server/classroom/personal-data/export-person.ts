/** A zip of everything that is kept of one person, or of the device that practises alone. */

import { sidesOf } from '#classroom/evaluation/exported.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { type ZipEntry, zipOf } from '#classroom/exports/zip.ts';
import { leadAnswersOf } from '#classroom/leads/exported.ts';
import { mentorshipsOf } from '#classroom/mentors/exported.ts';
import { reportRefusals } from '#classroom/results/report-access.ts';
import { discussionOf } from '#classroom/review/discussion.ts';
import { sheetsOf } from '#classroom/terms/published/exported.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { say } from '#i18n/say.ts';
import type { StoredTypingAppeal, StoredTypingRuling } from '#storage/exams.ts';
import type { StoredPaperRuling } from '#storage/papers.ts';
import type { Person } from '#storage/people.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { readmeOf } from './readme.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillRecords, 'report' | 'replay'>;
  seals: Pick<Seals, 'sealsFor'>;
  clock: Pick<Clock, 'now'>;
};
/**
 * Whose data it is: `guest` and `person` as the drills have them. `principal`: who gets the file. An admin isn't given
 * what a trainee practises alone, nor is anybody given a report they couldn't open (RULES M6, M45, P1).
 */
export type WhoseData = { guest: string | null; person: Person | null; asker: Principal };
export type ExportedFile = { name: string; bytes: Buffer };

/** Rows of the record of sign-ins at most; a person has some hundreds in the half year for which they are kept. */
const MAX_SIGN_INS = 20_000;
/** Mock exams sat alone at most. */
const MAX_PRIVATE_EXAMS = 1_000;

export const exportPerson = async (
  needs: Needs,
  { guest, person, asker: principal }: WhoseData,
): Promise<ExportedFile> => {
  const { storage, clock } = needs;
  const isOwn = principal.person === null || person === null || principal.person.id === person.id;
  const seatedPersonId = guest === null || person !== null ? null : await storage.portfolio.seatedPerson(guest);
  const stored = await storage.personalData.subjectData({
    guest,
    person: person?.id ?? null,
    seatedPerson: seatedPersonId,
  });
  const entries: ZipEntry[] = [];
  const add = (path: string, value: unknown): void => {
    const text = typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`;
    entries.push({ path, bytes: Buffer.from(text) });
  };

  const drills: unknown[] = [];
  const portfolio: unknown[] = [];
  let withheld = 0;
  const refusalOf = await reportRefusals({ storage, seals: needs.seals }, principal);
  for (const id of stored.drills) {
    const row = await storage.drill(id);
    if (row === null) continue;
    const isPrivate = !isOwn && row.place === null;
    const refusalCode = isPrivate ? 'private' : await refusalOf(row);
    const isOpen = refusalCode === null || refusalCode === 'retry-no-report' || refusalCode === 'report-not-ready';
    if (!isOpen) withheld += 1;
    drills.push(drillSummary(row, isOpen ? null : refusalCode));
    if (!isOpen) continue;
    for (const [file, value] of await filesOf(needs, row, principal, refusalCode))
      add(`drills/${row.id}/${file}.json`, value);
    const entry = refusalCode === null ? await storage.portfolio.entry(row.id) : null;
    if (entry !== null && entry !== undefined) portfolio.push(entry);
  }
  add('drills.json', drills);
  add('portfolio.json', portfolio);
  add('seats.json', stored.seats);
  add('papers.json', await papersOf(storage, stored.seats));
  add('exams.json', await examsOf(storage, stored.seats));
  add('private-exams.json', await privateExamsOf(storage, { guest, person: isOwn ? (person?.id ?? null) : null }));
  add(
    'markings.json',
    await storage.inspections.markingsOf(
      stored.seats.map(({ id }) => id),
      person?.id ?? null,
    ),
  );
  add('handed-in.json', await storage.handedIn.ofSeats(stored.seats.map(({ id }) => id)));
  add('devices.json', stored.devices);
  add('certificates.json', await storage.certificates.ofSeats(stored.seats.map(({ id }) => id)));
  add('contests.json', await storage.contests.namesOf(stored.seats.map(({ id }) => id)));
  add('lead-answers.json', await leadAnswersOf(storage, stored.seats));
  if (person !== null) {
    const { password: _, ...profile } = person;
    add('profile.json', profile);
    add('evaluations.json', await storage.learningPath.evaluations(person.id));
    add('term-entries.json', await storage.terms.entriesOf(person.id));
    add('published-sheets.json', await sheetsOf(storage, person.id));
    add('teams.json', await storage.teams.placesOf(person.id));
    add('leaves.json', await storage.attendance.leavesOf(person.id));
    add('attendance.json', await storage.attendance.entriesOf(person.id));
    add('handover.json', await storage.attendance.notesOf(person.id));
    add('sides.json', await sidesOf(storage, person.id));
    add('recommendations.json', await storage.evaluation.recommendationsOf(person.id));
    add('rankings.json', await storage.evaluation.rankingStepsOf(person.id));
    add('mentorships.json', await mentorshipsOf(storage, person));
    add('service-tables.json', await storage.serviceTables.ofPerson(person.id));
    add('puzzles.json', await storage.puzzleRatings.player(person.id));
    add('personal-replies.json', await storage.personalReplies.ofPerson(person.id));
    add('booklets.json', await storage.booklets.ofPerson(person.id));
    add(
      'role-plays.json',
      (await storage.rolePlays.ofPerson(person.id)).map(({ at, player, felt }) => ({ at, name: player?.name, felt })),
    );
    add('memberships.json', stored.memberships);
    add('sessions.json', await storage.people.sessionsOf(person.id, 0));
    const wholeRange = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: MAX_SIGN_INS };
    add(
      'sign-ins.json',
      await storage.signIns.list({ school: person.school, includesMachine: false, person: person.id, ...wholeRange }),
    );
  }
  const day = dayOf(clock.now());
  const readme = readmeOf(day, drills.length, withheld, !isOwn);
  entries.unshift({ path: 'README.txt', bytes: Buffer.from(readme) });
  return { name: `${say('data:file.name')}-${day}.zip`, bytes: await zipOf(entries, clock.now()) };
};

/** The log as the desk showed it, the report with what was said about it. */
const filesOf = async (
  { storage, runner }: Needs,
  row: DrillRow,
  principal: Principal,
  refusalCode: ErrorCode | null,
): Promise<[file: string, value: unknown][]> => {
  const files: [string, unknown][] = [];
  const replay = await runner.replay(row.id, false, true);
  if (replay.ok) files.push(['log', replay.value.events]);
  if (refusalCode !== null || row.state !== 'ended') return files;
  const report = await runner.report(row.id);
  if (!report.ok) return files;
  files.push(['report', report.value], ['discussion', await discussionOf(storage, row, principal, report.value)]);
  return files;
};

/** Papers that these seats have begun, with the answers as they were given: places of options, and no key. */
const papersOf = async (
  { papers, paperAppeals }: Pick<Storage, 'papers' | 'paperAppeals'>,
  seats: readonly { id: string; runName: string }[],
) => {
  const begun = await Promise.all(
    seats.map(async ({ id, runName }) => ({
      runName,
      sitting: await papers.sitting(id),
      given: await papers.answers(id),
      disputes: await paperAppeals.ofSeat(id),
    })),
  );
  return begun.flatMap(({ runName, sitting, given, disputes }) => {
    if (sitting === null) return [];
    const answers = given.map(({ question, answer, flagged, at }) => ({ question, answer, flagged, at }));
    const told = (ruling: StoredPaperRuling | null) =>
      ruling && { credit: ruling.credit, reason: ruling.reason, at: ruling.at };
    const appeals = disputes.map(({ question, text, at, ruling, waits, earlier }) => ({
      ...{ question, text, at, ruling: told(ruling), waits },
      earlier: earlier.map((one) => ({ text: one.text, at: one.at, ruling: told(one.ruling) })),
    }));
    return [{ ...sitting, runName, answers, appeals }];
  });
};

/** Exams of parts at which these seats sat: what was typed, and which parts were sat again. */
const examsOf = async (
  { exams, typingAppeals }: Pick<Storage, 'exams' | 'typingAppeals'>,
  seats: readonly { id: string; runName: string }[],
) => {
  const sat = await Promise.all(
    seats.map(async ({ id, runName }) => ({
      ...{ seat: id, runName },
      ...{ typing: await exams.typing(id), resit: await exams.resit(id) },
      appeal: withoutWho(await typingAppeals.ofSeat(id)),
    })),
  );
  return sat.filter(({ typing, resit }) => typing !== null || resit !== null);
};

/** What was appealed of one's typing and how it was ruled, without who ruled. */
const withoutWho = (appeal: StoredTypingAppeal | null) => {
  const told = (ruling: StoredTypingRuling | null) =>
    ruling && { aside: ruling.aside, reason: ruling.reason, at: ruling.at };
  return (
    appeal && {
      ...{ text: appeal.text, at: appeal.at, ruling: told(appeal.ruling), waits: appeal.waits },
      earlier: appeal.earlier.map((one) => ({ text: one.text, at: one.at, ruling: told(one.ruling) })),
    }
  );
};

/** What somebody did in mock exams sat alone, without keys: private, as practice is. */
const privateExamsOf = async (
  { privateExams }: Pick<Storage, 'privateExams'>,
  { guest, person }: { guest: string | null; person: string | null },
) => {
  const held = await privateExams.held(guest, person, MAX_PRIVATE_EXAMS);
  return held
    .filter((exam) => exam.person === null || exam.person === person)
    .map(({ id, at, endedAt, drill, work }) => ({ id, at, endedAt, drill, work }));
};

const drillSummary = (row: DrillRow, withheld: ErrorCode | 'private' | null) => ({
  id: row.id,
  scenarios: toldCases(row),
  rush: row.rush ?? null,
  mode: row.mode,
  state: row.state,
  openedAt: row.openedAt,
  endedAt: row.endedAt,
  score: withheld === null ? row.score : null,
  run: row.place?.run ?? null,
  retryOf: row.retry?.drill ?? null,
  withheld,
});
