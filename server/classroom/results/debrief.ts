/** What to talk over with the class: its weightiest faults, each beside a turn that did it well, and the teacher's marks. */
import { countedSeats, faultsOf } from '#classroom/exports/class-figures.ts';
import { byWeight, isRedLine } from '#classroom/exports/fault-order.ts';
import { faultAdvice, faultTitle } from '#classroom/exports/said.ts';
import type { Debrief, RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { Run } from '#storage/runs.ts';
import { bookmarksOf } from './bookmarks.ts';
import { debriefDrills } from './debrief-drills.ts';
import { bestPair } from './debrief-pairs.ts';
import type { ResultsNeeds } from './run-drills.ts';

/** Faults to pick; a red line is picked even beyond this number. */
const MAX_PICKS = 3;

/** `cards`: the title of the policy card that a shown fault rests on, by the fault's code. */
export type DebriefData = { debrief: Debrief; cards: ReadonlyMap<string, string> };

type Fault = RunResults['figures']['faults'][number];
type Pick = Debrief['picks'][number];

/** `results`: as runResults made them. */
export const debriefOf = async (
  needs: ResultsNeeds,
  rubric: Rubric,
  run: Run,
  results: RunResults,
): Promise<DebriefData> => {
  const { seats, figures } = results;
  const playedSeats = seats.filter(({ result }) => result !== null);
  const allDrills = await debriefDrills(needs, playedSeats);
  const countedSeatIds = new Set(countedSeats(seats).map(({ seat }) => seat));
  const comparable = allDrills.filter(({ seat }) => countedSeatIds.has(seat.seat));
  const picks: Pick[] = [];
  const cards = new Map<string, string>();
  for (const fault of faultsToDiscuss(results)) {
    const isRedLineFault = isRedLine(fault);
    if (!isRedLineFault && picks.length >= MAX_PICKS) continue;
    const pair = bestPair({ faultIn: isRedLineFault ? allDrills : comparable, goodIn: allDrills }, fault.code);
    if (pair === null) continue;
    const rule = rubric.findings.find((one) => one.code === fault.code);
    const title = faultTitle(fault.code, rule?.title ?? fault.title);
    const advice = rule === undefined ? '' : faultAdvice(rule);
    const { poor, good, finding } = pair;
    picks.push({ ...fault, title, of: isRedLineFault ? playedSeats.length : figures.n, advice, poor, good });
    if (finding.basis?.kind === 'card') cards.set(fault.code, finding.basis.title);
  }
  return { debrief: { picks, marks: await bookmarksOf(needs, run, seats) }, cards };
};

/** Faults that describe one mistake twice: of each group only the weightiest is talked over. */
const SAME_MISTAKE = [
  codeList('unanswered', 'customer-left', 'walked-out'),
  codeList('late-first', 'late-round', 'slow-handling'),
];

/**
 * The faults to talk over, weightiest first. Red lines count in every seat, also in those that can't be compared;
 * other faults only in seats that can.
 */
const faultsToDiscuss = ({ seats, figures }: RunResults): Fault[] => {
  const faultsOfAllSeats = faultsOf(seats.flatMap(({ result }) => result ?? []));
  const faults = [...faultsOfAllSeats.filter(isRedLine), ...figures.faults.filter((f) => !isRedLine(f))].toSorted(
    byWeight,
  );
  return faults.filter(({ code }, i) => {
    const group = SAME_MISTAKE.find((codes) => codes.includes(code)) ?? [];
    return !faults.slice(0, i).some((earlier) => group.includes(earlier.code));
  });
};
