/** A class's report on one page: how it went, what to teach next, who needs a word. */
import { countedSeats, faultsOf } from '#classroom/exports/class-figures.ts';
import { durationText, TOLERATED_MS } from '#classroom/exports/comparable.ts';
import { isRedLine } from '#classroom/exports/fault-order.ts';
import { redLineName, remarks } from '#classroom/exports/said.ts';
import type { NamedSeats } from '#contract/report-figures.ts';
import type { ClassReport, Debrief, DrillResult, RunResults, SeatResult } from '#contract/results.ts';
import type { ContentData } from '#engine/model/content.ts';
import { joined, joinWithCommas, listed, say } from '#i18n/say.ts';
import { meanToTenth } from '#scoring/log/arithmetic.ts';
import { familyName } from '#scoring/marks/families.ts';
import { dimensionName } from '#scoring/marks/scorecard.ts';
import { nextCases } from '#scoring/practice-advice/next-cases.ts';
import type { DebriefData } from './debrief.ts';

const BINS = 10;
/** Seats that fit on the page. All seats with a red line are named, even beyond this number. */
const MAX_SEATS = 6;
/** At least so many seats without a red line are named, too, if as many need a word. */
const MIN_OTHERS = 3;
const MAX_NAMED = 2;

/** Results and debrief as made for the same run; `playedScenarios`: the run's; `catalog`: today's, to choose cases from. */
export const classReport = (
  { run, seats, figures }: RunResults,
  { debrief, cards }: DebriefData,
  playedScenarios: readonly string[],
  catalog: Pick<ContentData, 'scenarios' | 'rubric'>,
): ClassReport => {
  const titleOf = (id: string): string => catalog.scenarios.find((s) => s.id === id)?.title ?? id;
  const nextCasesFor = (family: string | null, count: number) =>
    nextCases(catalog.scenarios, {
      ...{ scenarios: playedScenarios, score: null, pass: catalog.rubric.pass, excellent: catalog.rubric.excellent },
      weakness: family === null ? null : { family, name: familyName(family), count },
    });
  const [worst] = debrief.picks;
  const faults = faultsOf(seats.flatMap(({ result }) => result ?? []));
  const occurrences = faults.filter((f) => f.family === worst?.family).reduce((sum, f) => sum + f.count, 0);
  const cases = nextCasesFor(worst?.family ?? null, occurrences);
  return {
    results: run,
    figures,
    spread: scoreHistogram(countedSeats(seats).map(({ result }) => result.score)),
    teach: debrief.picks.map((pick) => {
      const card = cards.get(pick.code);
      const [drill] = nextCasesFor(pick.family, 0);
      const { customer, reply, instead } = pick.poor;
      return {
        title: pick.title,
        why: frequencyAndCost(pick),
        how: joined([
          pick.advice,
          card === undefined ? '' : say('results-said:teach.card', { card }),
          drill === undefined ? '' : say('results-said:teach.drill', { title: titleOf(drill.scenario) }),
        ]),
        seats: pick.seats,
        ...{ customer, reply, instead },
        better: betterOf(pick),
      };
    }),
    cases: cases.map(({ scenario, why }) => ({ scenario, title: titleOf(scenario), why })),
    help: seatsToTalkTo(seats),
    well: bestSeats(seats),
    brought: pastedTextSeats(seats),
  };
};

/** How many of the seats had the fault, how often in all, and what it cost each of them on average. */
const frequencyAndCost = ({ seats, of, count, marks }: Debrief['picks'][number]): string => {
  const perSeat = meanToTenth([marks / Math.max(1, seats)]) ?? 0;
  const frequencyText = say('results-said:teach.often', { of, seats, count });
  if (perSeat <= 0) return frequencyText;
  const cost = { marks: perSeat };
  return joinWithCommas([
    frequencyText,
    seats > 1 ? say('results-said:teach.lost-each', cost) : say('results-said:teach.lost', cost),
  ]);
};

const betterOf = ({ family, good, poor }: Debrief['picks'][number]): ClassReport['teach'][number]['better'] => {
  if (good !== null) return { by: 'classmate', text: good.reply };
  if (poor.better === null) return null;
  return { by: family === 'operation' ? 'action' : 'wording', text: poor.better };
};

/** Scores in ten-mark bins, lowest first: [0–9, …, 90–100]. */
export const scoreHistogram = (scores: readonly number[]): number[] => {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.floor(score / BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
};

/**
 * Seats that need a word: red lines first, then customers lost, then the rest. A reason says what happened, not how
 * good somebody is.
 */
const seatsToTalkTo = (seats: readonly SeatResult[]): NamedSeats => {
  const byUrgency = seats
    .flatMap((seat) => {
      // Nothing was asked of it: a hand-over that never came is a word with the seat before.
      if (seat.empty !== undefined) return [];
      const reasons = seat.joined ? reasonsOf(seat) : [{ weight: 2, text: say('results-said:apart.absent') }];
      const weight = Math.max(0, ...reasons.map((r) => r.weight));
      return reasons.length === 0 ? [] : [{ seat, weight, why: remarks(reasons.map((r) => r.text)) }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.seat.result?.score ?? 0) - (b.seat.result?.score ?? 0));
  const redLineSeats = byUrgency.filter(({ weight }) => weight === RED_LINE_WEIGHT).length;
  return firstNamed(
    byUrgency.map(({ seat, why }) => ({ ...seat, why })),
    Math.max(MAX_SEATS, redLineSeats + MIN_OTHERS),
  );
};

const firstNamed = (people: readonly NamedSeats['seats'][number][], limit: number): NamedSeats => ({
  seats: people.slice(0, limit).map(({ name, no, why }) => ({ name, no, why })),
  more: Math.max(0, people.length - limit),
});

const RED_LINE_WEIGHT = 5;

type Reason = { weight: number; text: string };

const reasonsOf = ({ result, lateMs, notes }: SeatResult): Reason[] => {
  if (result === null) return [{ weight: 1, text: notes[0] ?? say('results-said:apart.no-result') }];
  const countOf = (code: string): number => result.faults.find((f) => f.code === code)?.count ?? 0;
  const redLines = result.faults.filter(isRedLine);
  const wasSilent = result.figures.traineeMessages === 0 && result.came > 0;
  const leftCount = countOf('customer-left');
  const walkedOutCount = countOf('walked-out');
  return [
    ...(redLines.length > 0
      ? [
          {
            weight: RED_LINE_WEIGHT,
            text: say('results-said:help.red-lines', { lines: listed(redLines.map(redLineName)) }),
          },
        ]
      : []),
    ...(wasSilent ? [{ weight: 4, text: say('results-said:help.silent') }] : []),
    ...(leftCount > 0 && !wasSilent ? [{ weight: 3, text: say('results-said:help.left', { n: leftCount }) }] : []),
    ...(walkedOutCount > 0 && !wasSilent
      ? [{ weight: 3, text: say('results-said:help.alone', { n: walkedOutCount }) }]
      : []),
    ...(countOf('ended-early') > 0 ? [{ weight: 3, text: say('results-said:help.ended-early') }] : []),
    ...(lateMs > TOLERATED_MS
      ? [{ weight: 1, text: say('results-said:apart.late', { time: durationText(lateMs) }) }]
      : []),
  ];
};

/**
 * Trainees whose words were pasted or came faster than a hand types, those with most messages first. It is told and
 * not judged.
 */
const pastedTextSeats = (seats: readonly SeatResult[]): NamedSeats => {
  const counted = seats.flatMap(({ name, no, result }) => {
    const { pasted = 0, fast = 0 } = result?.brought ?? {};
    const why = joinWithCommas([
      ...(pasted > 0 ? [say('results-said:brought.pasted', { n: pasted })] : []),
      ...(fast > 0 ? [say('results-said:brought.fast', { n: fast })] : []),
    ]);
    return why === '' ? [] : [{ name, no, why, many: pasted + fast }];
  });
  return firstNamed(
    counted.toSorted((a, b) => b.many - a.many),
    MAX_SEATS,
  );
};

/** The best of the seats that can be compared, each with what was good. */
const bestSeats = (seats: readonly SeatResult[]): NamedSeats => {
  const people = countedSeats(seats)
    .filter(({ result }) => result.grade !== 'fail')
    .toSorted((a, b) => b.result.score - a.result.score)
    .map(({ name, no, result, attempts }) => ({ name, no, why: praiseOf(result, attempts) }));
  return firstNamed(people, MAX_SEATS);
};

const praiseOf = (result: DrillResult, attempts: SeatResult['attempts']): string => {
  const firstScore = attempts.find((one) => one.score !== null)?.score ?? null;
  const gain = firstScore === null ? 0 : Math.round(result.score - firstScore);
  const offeredDimensions = result.dimensions.filter((d) => d.marks !== null && d.weight > 0);
  const fullDimensions = offeredDimensions.filter((d) => (d.marks ?? 0) >= d.weight);
  const { firstResponseS } = result.figures;
  return joinWithCommas([
    say('results-said:well.score', { score: result.score }),
    ...(gain > 0 ? [say('results-said:well.better', { n: gain })] : []),
    ...(firstResponseS === null ? [] : [say('results-said:well.first-response', { s: Math.round(firstResponseS) })]),
    ...(fullDimensions.length > 0 ? [fullMarks(fullDimensions, offeredDimensions.length)] : []),
  ]);
};

const fullMarks = (fullDimensions: DrillResult['dimensions'], offeredDimensions: number): string => {
  if (fullDimensions.length === offeredDimensions) return say('results-said:well.all');
  if (fullDimensions.length > MAX_NAMED) return say('results-said:well.many', { n: fullDimensions.length });
  return say('results-said:well.some', { names: listed(fullDimensions.map(({ id }) => dimensionName(id))) });
};
