/** One ended drill in short: what a results table, a class's figures and a gradebook need of its report and its log. */

import type { Report } from '#contract/report.ts';
import type { TradeCounts } from '#contract/report-figures.ts';
import type { DeskColumn, DrillResult, FaultCount } from '#contract/results.ts';
import type { RushReport } from '#contract/wire/rush-report.ts';
import type { DrillEvent, StopWhy } from '#engine/model/events.ts';
import { quantile, toTenth } from '#scoring/log/arithmetic.ts';
import { timesOf } from './main-fault.ts';

/** Response times of a rush are told by the time within which this share was answered. */
const LONG_SHARE = 0.8;

export const drillResult = (report: Report, events: readonly DrillEvent[]): DrillResult => {
  const opening = events.find((event) => event.kind === 'drill-opened');
  const ending = events.findLast((event) => event.kind === 'drill-ended');
  const arrivedKeys = new Set(
    events.flatMap((event) => (event.kind === 'customer-arrived' ? [event.conversation] : [])),
  );
  // Who was handed over in a project task was planned for, though not by name; who was passed on, once they came.
  const handedArrivals = events.flatMap((event) =>
    event.kind === 'customer-added' && event.handed && (!event.passed || arrivedKeys.has(event.conversation))
      ? [event]
      : [],
  );
  const plannedArrivals = [...(opening?.customers ?? []), ...handedArrivals];
  const value = (column: DeskColumn): number | null => report.desk.find((row) => row.column === column)?.value ?? null;
  return {
    score: report.score,
    range: report.range,
    grade: report.grade,
    machineScore: report.machineScore,
    cappedBy: report.cappedBy,
    dimensions: report.dimensions.map(({ id, name, weight, marks, unsure }) => ({ id, name, weight, marks, unsure })),
    figures: {
      talked: value('talked'),
      served: value('served'),
      direct: value('direct'),
      forwardedIn: value('forwardedIn'),
      forwardedOut: value('forwardedOut'),
      messages: value('messages'),
      customerMessages: value('customerMessages'),
      traineeMessages: value('traineeMessages'),
      answerRatio: value('answerRatio'),
      characters: value('characters'),
      mostAtOnce: value('mostAtOnce'),
      unanswered: value('unanswered'),
      answerRate: value('answerRate'),
      slow: value('slow'),
      long: value('long'),
      firstResponseS: value('firstResponseS'),
      meanResponseS: value('meanResponseS'),
      meanServiceS: value('meanServiceS'),
    },
    faults: faultCounts(report),
    merits: report.findings.filter((finding) => finding.severity === 'merit').length,
    unsure: report.doubts,
    brought: { pasted: report.anatomy.brought?.pasted ?? 0, fast: report.anatomy.brought?.fast ?? 0 },
    ...(report.rush && { rush: rushFigures(report, report.rush) }),
    trade: tradeCounts(report),
    interruptedRounds: report.conversations
      .flatMap((conversation) => conversation.rounds)
      .filter((round) => round.grade === 'interrupted').length,
    lostMs: stoppedMs(events, 'connection'),
    frozenMs: stoppedMs(events, 'freeze'),
    // A customer not announced when the drill was opened was sent in by the teacher.
    injected: [...arrivedKeys].filter((key) => !plannedArrivals.some((arrival) => arrival.conversation === key)).length,
    came: plannedArrivals.filter((arrival) => arrivedKeys.has(arrival.conversation)).length,
    planned: plannedArrivals.length,
    ...passedOn(report, events, arrivedKeys),
    ...(report.askedLittle && { askedLittle: report.askedLittle }),
    drillMs: ending?.at ?? events.at(-1)?.at ?? 0,
    why: ending?.why ?? 'finished',
  };
};

/** Nothing where nobody was passed on: most drills' results are as they were before seats could do that. */
const passedOn = (
  { desk }: Report,
  events: readonly DrillEvent[],
  arrived: ReadonlySet<string>,
): Pick<DrillResult, 'passed'> => {
  const served = desk.find(({ column }) => column === 'served')?.from ?? [];
  const spokenTo = new Set(served.map(({ conversation }) => conversation));
  const passed = { out: 0, in: 0 };
  for (const event of events) {
    if (event.kind === 'conversation-closed' && event.passedTo !== undefined && !spokenTo.has(event.conversation))
      passed.out += 1;
    if (event.kind === 'customer-added' && event.passed && arrived.has(event.conversation)) passed.in += 1;
  }
  return passed.out + passed.in === 0 ? {} : { passed };
};

/** Who was answered and placed no order was served. Who gave up in the queue is lost as who gave up at the desk is: a colleague's customers and the end's are nobody's loss. */
const rushFigures = (
  { conversations }: Report,
  { came, served, lost, unordered = 0, escalated, leftQueue, leftDesk, leftMidway }: RushReport,
): NonNullable<DrillResult['rush']> => {
  const firstWaitsS = conversations
    .flatMap(({ rounds }) => rounds)
    .filter(({ first, to, grade }) => first && to !== null && grade !== 'interrupted' && grade !== 'void')
    .map(({ seconds }) => seconds);
  const allLost = lost + escalated + leftQueue + leftDesk + leftMidway;
  return { came, served: served + unordered, lost: allLost, p80FirstS: quantile(firstWaitsS, LONG_SHARE) };
};

const tradeCounts = ({ measures }: Report): TradeCounts => {
  const ratioOf = (measure: string) => measures.find(({ id }) => id === measure)?.ratio ?? { sum: 0, of: 0 };
  const [conversion, basket, satisfaction] = [ratioOf('conversion'), ratioOf('basket'), ratioOf('satisfaction')];
  return {
    ...{ paid: conversion.sum, enquirers: conversion.of },
    ...{ sales: basket.sum, buyers: basket.of },
    ...{ satisfied: satisfaction.sum, rated: satisfaction.of },
  };
};

/** Faults that count: neither dismissed nor still unsure. The costliest first. */
const faultCounts = (report: Report): FaultCount[] => {
  const byCode = new Map<string, FaultCount>();
  for (const finding of report.findings) {
    if (finding.severity === 'merit' || finding.unsure || finding.ruling?.verdict === 'dismissed') continue;
    const countSoFar = byCode.get(finding.code);
    byCode.set(finding.code, {
      code: finding.code,
      family: finding.family,
      title: finding.ruleTitle ?? finding.title,
      count: (countSoFar?.count ?? 0) + timesOf([finding]),
      marks: toTenth((countSoFar?.marks ?? 0) + finding.marks),
    });
  }
  return [...byCode.values()].toSorted((a, b) => b.marks - a.marks || b.count - a.count);
};

/**
 * Wall time in ms that the clock stood for a reason. One stop may take over from another, and only their whole length
 * is in the log: where the connection was lost in between, all of it counts as lost connection.
 */
const stoppedMs = (events: readonly DrillEvent[], reason: 'connection' | 'freeze'): number => {
  let totalMs = 0;
  let stopReasons: StopWhy[] = [];
  for (const event of events) {
    if (event.kind === 'clock-stopped') stopReasons.push(event.why);
    if (event.kind !== 'clock-started') continue;
    const stopReason = stopReasons.includes('connection') ? 'connection' : event.why;
    if (stopReason === reason) totalMs += event.stoppedMs;
    stopReasons = [];
  }
  return totalMs;
};
