/** The poor and good turns of a term's published lessons and homework from which a case booklet is put together (RULES J27). */
import { createHash } from 'node:crypto';
import { masked } from '#classroom/inspections/masked.ts';
import { withoutName } from '#classroom/results/anonymous.ts';
import { type DebriefDrill, debriefDrills } from '#classroom/results/debrief-drills.ts';
import { type DebriefPair, rankedPairs } from '#classroom/results/debrief-pairs.ts';
import { runResults } from '#classroom/results/results.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { dayIn, isPublished, kindOf, stateOf } from '#classroom/terms/term-items.ts';
import type { Clock } from '#common/clock.ts';
import type { ShownTurn } from '#contract/results.ts';
import type { BookletPair, BookletRun, BookletTurn } from '#contract/terms/booklet.ts';
import { say } from '#i18n/say.ts';
import { familyName } from '#scoring/marks/families.ts';
import { isCountedFault } from '#scoring/marks/finding-status.ts';
import type { Run } from '#storage/runs.ts';

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };
/** `drill`, `goodDrill`: whose words they are; they are stored and never shown. */
export type FoundPair = { pair: BookletPair; drill: string; goodDrill: string | null };

/** Turns of one fault in one run that are offered; more are nobody's to read through. */
const MOST_TURNS = 5;
/** Runs that are read unasked, the newest: making the pairs of one reads every drill of a class. */
export const NEWEST_RUNS = 12;

export type RunPairs = { found: FoundPair[]; older: BookletRun[] };

/**
 * Of each published run the pairs that teach most of each fault, in the order of the runs. `asked`: runs that are read
 * however many are newer. `isChosen`: kept however many teach more. `older`: runs that weren't read.
 */
export const bookletPairs = async (
  needs: Needs,
  runs: readonly Run[],
  asked: ReadonlySet<string>,
  isChosen: (found: FoundPair) => boolean,
): Promise<RunPairs> => {
  const now = needs.clock.now();
  const isLesson = (run: Run): boolean => kindOf(run) === 'lesson' || kindOf(run) === 'homework';
  const played = runs.filter((run) => isLesson(run) && stateOf(run, now) === 'ended' && isPublished(run));
  const found: FoundPair[] = [];
  const older: BookletRun[] = [];
  for (const [place, run] of played.entries()) {
    if (place >= played.length - NEWEST_RUNS || asked.has(run.id))
      found.push(...(await pairsOfRun(needs, run, isChosen)));
    else older.push({ run: run.id, name: run.name, day: dayIn(run) });
  }
  return { found, older };
};

const pairsOfRun = async (needs: Needs, run: Run, isChosen: (found: FoundPair) => boolean): Promise<FoundPair[]> => {
  const { seats } = await runResults(needs, run);
  const drills = await debriefDrills(
    needs,
    seats.filter(({ result }) => result !== null),
  );
  const names = seats.map(({ name }) => name);
  const faults = drills.flatMap(({ report }) => report.findings.filter(isCountedFault));
  return [...new Set(faults.map(({ code }) => code))].flatMap((code) => {
    const ranked = rankedPairs({ faultIn: drills, goodIn: drills }, code);
    return ranked
      .map((pair) => foundPair(run, code, pair, drills, names))
      .filter((found, place) => place < MOST_TURNS || isChosen(found));
  });
};

const foundPair = (
  run: Run,
  code: string,
  { poor, good, finding }: DebriefPair,
  drills: readonly DebriefDrill[],
  names: readonly string[],
): FoundPair => {
  const drill = drills.find((one) => one.drill === poor.source.drill);
  const customers = drills.flatMap(({ report }) => report.conversations.map(({ name }) => name));
  const hide = (text: string): string => hidden(text, names, customers);
  const turn = ({ customer, reply, instead, seconds }: ShownTurn): BookletTurn => ({
    customer: customer.map(hide),
    reply: hide(reply),
    instead: instead === null ? null : hide(instead),
    seconds,
  });
  const conversation = drill?.report.conversations.find((one) => one.conversation === poor.source.conversation);
  return {
    drill: poor.source.drill,
    goodDrill: good?.source.drill ?? null,
    pair: {
      ...{ run: run.id, runName: hide(run.name), code, turn: turnOf(poor.source.drill, finding.key) },
      ...{ family: finding.family, familyName: familyName(finding.family) },
      ...{ title: finding.title, caseTitle: conversation?.title ?? '' },
      ...{ poor: turn(poor), good: good === null ? null : turn(good) },
      better: poor.better === null ? null : hide(poor.better),
      why: hide(poor.why),
      basis: finding.basis?.kind === 'card' ? finding.basis.title : null,
    },
  };
};

/** Leads to nobody's drill, and stays the same when it is scored again. */
const turnOf = (drill: string, finding: string): string =>
  createHash('sha256').update(`${drill} ${finding}`).digest('hex').slice(0, TURN_SIGNS);
const TURN_SIGNS = 12;

/** Trainees' names with their given names, customers' names, and numbers by which somebody could be called. */
const hidden = (text: string, names: readonly string[], customers: readonly string[]): string => {
  const withoutTrainees = names.reduce((left, name) => withoutName(left, name), text);
  const longest = customers.filter((name) => name.length > 1).toSorted((a, b) => b.length - a.length);
  return masked(
    longest.reduce((left, name) => left.replaceAll(name, say('booklets:customer')), withoutTrainees),
    [],
  );
};
