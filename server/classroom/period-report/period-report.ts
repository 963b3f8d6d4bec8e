/** A class's report over any days: marks, how they lie, families of faults, who needs a word (RULES A20–A22). */
import { dimensionsOf, faultsOf, median } from '#classroom/exports/class-figures.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { remarks } from '#classroom/exports/said.ts';
import { scoreHistogram } from '#classroom/results/class-report.ts';
import { type ResultsNeeds, yieldToOthers } from '#classroom/results/run-drills.ts';
import { factsOf } from '#classroom/terms/facts.ts';
import { type PlayedRun, playedRuns, termFaults } from '#classroom/terms/faults.ts';
import { NO_FACTS } from '#classroom/terms/sheet-row.ts';
import { isPublished, itemOf, kindOf, runsIn, stateOf } from '#classroom/terms/term-items.ts';
import type { NamedSeats } from '#contract/report-figures.ts';
import type { ClassFigures } from '#contract/results.ts';
import type { PeriodMember, PeriodReport, PeriodRun } from '#contract/terms/period.ts';
import type { ContentData } from '#engine/model/content.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { meanToTenth } from '#scoring/log/arithmetic.ts';
import type { SchoolClass } from '#storage/people.ts';
import type { Run } from '#storage/runs.ts';
import { daysSince, lastActivity } from './last-activity.ts';
import { type HeldHomework, type MemberFacts, memberFacts } from './members.ts';

type Catalog = Pick<ContentData, 'scenarios' | 'rubric'>;
type ListedRun = Run & { seats: number; joined: number };
type Row = PeriodMember & Pick<MemberFacts, 'done'>;
/** As many as fit the page; whoever has a red line is named beyond it. */
const MOST_NAMED = 8;

/** `days`: both counted; `now`: epoch milliseconds. */
export const periodReport = async (
  needs: ResultsNeeds & { clock: { now(): number } },
  schoolClass: SchoolClass,
  { from, to }: { from: string; to: string },
  catalog: Catalog,
): Promise<PeriodReport> => {
  const { storage } = needs;
  const now = needs.clock.now();
  const all = (await storage.runs.runsOf(schoolClass.school)).filter(({ classId }) => classId === schoolClass.id);
  const runs = runsIn({ firstDay: from, lastDay: to }, all);
  const played = await playedRuns(needs, runs, now);
  const facts = await factsOf(needs, runs, now);
  const homework = await heldHomework(needs, runs, played);
  const byId = new Map(all.map((run) => [run.id, run]));
  const handedIn = await storage.handedIn.ofClass(schoolClass.id);
  const rows: Row[] = [];
  for (const { person, no, name } of await storage.people.members(schoolClass.id)) {
    await yieldToOthers();
    const last = await lastActivity(storage, schoolClass, person, byId, handedIn);
    rows.push({
      ...{ person, no, name },
      ...memberFacts(person, played, facts.get(person) ?? NO_FACTS, homework),
      last,
      silentDays: last === null ? null : daysSince(dayOf(last.at), dayOf(now)),
    });
  }
  const { faults, cases } = termFaults(played, catalog);
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    // Without a drill there is nothing to choose them by.
    ...{ from, to, cases: played.some(({ drills }) => drills.length > 0) ? cases : [] },
    figures: figuresOf(rows, catalog.rubric),
    spread: scoreHistogram(rows.flatMap(({ mean: own }) => own ?? [])),
    runs: periodRuns(runs, played, facts, now),
    faults: faults.map(({ percent: _, ...fault }) => fault),
    help: whoNeedsAWord(rows, catalog.rubric.pass),
    well: whoDidWell(rows, catalog.rubric.pass),
    members: rows.map(({ done: _, ...row }) => row).toSorted(silentFirst),
    waiting: runs.filter((run) => kindOf(run) !== 'resit' && !(stateOf(run, now) === 'ended' && isPublished(run)))
      .length,
  };
};

const heldHomework = async (
  { storage }: Pick<ResultsNeeds, 'storage'>,
  runs: readonly Run[],
  played: readonly PlayedRun[],
): Promise<HeldHomework[]> => {
  const held: HeldHomework[] = [];
  for (const one of played) {
    const run = runs.find(({ id }) => id === one.run);
    if (run === undefined || kindOf(run) !== 'homework') continue;
    const seated = (await storage.runs.seats(one.run)).flatMap(({ person }) => person ?? []);
    held.push({ ...one, seated: new Set(seated) });
  }
  return held;
};

/** Of members' means: whoever drilled often counts once like everybody. */
const figuresOf = (rows: readonly Row[], { pass, excellent }: Catalog['rubric']): ClassFigures => {
  const means = rows.flatMap(({ mean: own }) => own ?? []).toSorted((a, b) => a - b);
  const done = rows.flatMap((row) => row.done);
  return {
    ...{ n: means.length, leftOut: 0, mean: meanToTenth(means), median: median(means) },
    passed: means.filter((own) => own >= pass).length,
    excellent: means.filter((own) => own >= excellent).length,
    firstResponseS: meanToTenth(done.flatMap(({ figures }) => figures.firstResponseS ?? [])),
    meanResponseS: meanToTenth(done.flatMap(({ figures }) => figures.meanResponseS ?? [])),
    dimensions: dimensionsOf(done),
    faults: faultsOf(done),
  };
};

/** Those that are over and published, oldest first. An exam's marks are its trainees'. */
const periodRuns = (
  runs: readonly ListedRun[],
  played: readonly PlayedRun[],
  facts: Awaited<ReturnType<typeof factsOf>>,
  now: number,
): PeriodRun[] => {
  const rows: PeriodRun[] = [];
  for (const run of runs) {
    const { kind, form, day, state, published, seats: of } = itemOf(run, now);
    if (kind === 'resit' || state !== 'ended' || !published) continue;
    const marks =
      kind === 'exam'
        ? [...facts.values()].flatMap(({ exams }) =>
            exams.flatMap((exam) => (exam.name === run.name && exam.day === day ? (exam.mark ?? []) : [])),
          )
        : (played.find((one) => one.run === run.id)?.drills ?? []).map(({ result }) => result.score);
    rows.push({ run: run.id, name: run.name, kind, form, day, trainees: marks.length, of, mean: meanToTenth(marks) });
  }
  return rows;
};

/** Red lines, customers lost, marks below the pass mark, and what was missed: what happened, not how good somebody is. */
const whoNeedsAWord = (rows: readonly Row[], pass: number): NamedSeats => {
  const people = rows
    .map((row) => {
      const lost = row.done
        .flatMap(({ faults }) => faults.filter(({ code }) => code === 'customer-left' || code === 'walked-out'))
        .reduce((sum, { count }) => sum + count, 0);
      const reasons = [
        ...(row.redLines > 0 ? [{ weight: 4, text: say('period-said:red-lines', { n: row.redLines }) }] : []),
        ...(row.mean !== null && row.mean < pass
          ? [{ weight: 3, text: say('period-said:below-pass', { n: row.mean }) }]
          : []),
        ...(lost > 0 ? [{ weight: 2, text: say('period-said:lost', { n: lost }) }] : []),
        ...(row.missed > 0
          ? [{ weight: 2 * row.missed >= row.held ? 3 : 1, text: missedText(row.missed, row.held) }]
          : []),
      ];
      return { row, reasons, weight: reasons.reduce((sum, reason) => sum + reason.weight, 0) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.row.redLines - a.row.redLines || b.weight - a.weight);
  const withRedLine = people.filter(({ row }) => row.redLines > 0).length;
  const named = people.slice(0, Math.max(MOST_NAMED, withRedLine));
  return {
    seats: named.map(({ row: { name, no }, reasons }) => ({ name, no, why: remarks(reasons.map(({ text }) => text)) })),
    more: people.length - named.length,
  };
};

const missedText = (n: number, of: number): string => say('period-said:missed', { n, of });

const whoDidWell = (rows: readonly Row[], pass: number): NamedSeats => {
  const people = rows
    .flatMap((row) => (row.mean !== null && row.mean >= pass ? [{ ...row, mean: row.mean }] : []))
    .toSorted((a, b) => b.mean - a.mean);
  return {
    seats: people.slice(0, MOST_NAMED).map(({ name, no, mean: own, drills, done }) => ({
      ...{ name, no },
      why: joinWithCommas([
        say('period-said:mean', { n: own, times: drills }),
        ...(gainOf(done) > 0 ? [say('period-said:gain', { n: gainOf(done) })] : []),
      ]),
    })),
    more: Math.max(0, people.length - MOST_NAMED),
  };
};

/** From the first to the last drill of the period. */
const gainOf = (done: Row['done']): number => {
  const [first] = done;
  const last = done.at(-1);
  return first === undefined || last === undefined ? 0 : Math.round(last.score - first.score);
};

/** Nothing yet before the longest silence; of equals in the roster's order. */
const silentFirst = (a: PeriodMember, b: PeriodMember): number =>
  (b.silentDays ?? Number.MAX_SAFE_INTEGER) - (a.silentDays ?? Number.MAX_SAFE_INTEGER);
