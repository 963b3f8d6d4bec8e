/** Reports and turns of the drills that are talked over in class. */

import type { Report, ReportFinding } from '#contract/report.ts';
import type { SeatResult, ShownTurn } from '#contract/results.ts';
import { rulingsOf } from '#drills/reports/rulings-of.ts';
import type { ContentData } from '#engine/model/content.ts';
import { type JudgedTurn, rangeIn, shownTurns } from '#scoring/report-sections/shown-turns.ts';
import { withoutName } from './anonymous.ts';
import { type ResultsNeeds, yieldToOthers } from './run-drills.ts';

export type DebriefDrill = {
  seat: SeatResult;
  drill: string;
  content: ContentData;
  report: Report;
  turns: JudgedTurn[];
};

/** Of each of these seats the drill that counts; one that can't be read is left out. */
export const debriefDrills = async (needs: ResultsNeeds, seats: readonly SeatResult[]): Promise<DebriefDrill[]> => {
  const drills: DebriefDrill[] = [];
  for (const seat of seats) {
    await yieldToOthers();
    const drillOfSeat = seat.drill === null ? null : await debriefDrill(needs, seat, seat.drill);
    if (drillOfSeat !== null) drills.push(drillOfSeat);
  }
  return drills;
};

export const debriefDrill = async (
  { runner, storage }: ResultsNeeds,
  seat: SeatResult,
  drill: string,
): Promise<DebriefDrill | null> => {
  const report = await runner.report(drill);
  const record = await runner.record(drill);
  if (!report.ok || record === null) return null;
  const { content, events } = record;
  const turns = shownTurns(content, events, report.value, await rulingsOf(storage, drill));
  return { seat, drill, content, report: report.value, turns };
};

/** Whose words are shown. */
type ShownSeat = { seat: Pick<SeatResult, 'seat' | 'name'>; drill: string };

/** A turn without its trainee's name. `shownFaults`: those to underline. */
export const anonymousTurn = (drill: ShownSeat, turn: JudgedTurn, shownFaults: readonly ReportFinding[]): ShownTurn => {
  const firstFault = shownFaults[0];
  const withoutOwnName = (text: string): string => withoutName(text, drill.seat.name);
  return {
    customer: turn.customer.map(withoutOwnName),
    ...(turn.place && { place: turn.place }),
    reply: withoutOwnName(turn.reply),
    instead: null,
    seconds: turn.seconds === null ? null : Math.round(turn.seconds),
    faults: shownFaults.flatMap((finding) => {
      const range = rangeIn(turn, finding);
      return range === null ? [] : [{ ...range, title: finding.title }];
    }),
    better: firstFault?.better ?? null,
    why: firstFault?.why ?? '',
    source: {
      seat: drill.seat.seat,
      drill: drill.drill,
      conversation: turn.conversation,
      turn: turn.turn,
      at: turn.at,
    },
  };
};

/** A fault that is a silence: what the customer said, and how long nothing came. */
export const silenceAsTurn = (drill: ShownSeat & Pick<DebriefDrill, 'report'>, finding: ReportFinding): ShownTurn => {
  const withoutOwnName = (text: string): string => withoutName(text, drill.seat.name);
  return {
    customer: unansweredLines(drill.report, finding).map(withoutOwnName),
    reply: '',
    instead: withoutOwnName(finding.quote),
    seconds: finding.seconds === null ? null : Math.round(finding.seconds),
    faults: [],
    better: finding.better,
    why: finding.why,
    source: {
      seat: drill.seat.seat,
      drill: drill.drill,
      conversation: finding.conversation,
      turn: finding.turn ?? 0,
      at: finding.at,
    },
  };
};

/**
 * All that the customer said since the trainee's last words. A finding about a customer who left names only their last
 * calls, and from 人呢 a class can't tell which question wasn't answered.
 */
export const unansweredLines = ({ transcript }: Pick<Report, 'transcript'>, finding: ReportFinding): string[] => {
  const customerLines = finding.customer === '' ? [] : finding.customer.split('\n');
  const lines = transcript.filter(
    ({ conversation, by }) => conversation === finding.conversation && (by === 'customer' || by === 'trainee'),
  );
  const endIndex = lines.findLastIndex((_, index) =>
    customerLines.every((text, i) => lines[index - customerLines.length + 1 + i]?.text === text),
  );
  if (customerLines.length === 0 || endIndex < 0) return customerLines;
  const linesBefore = lines.slice(0, endIndex + 1);
  return linesBefore.slice(linesBefore.findLastIndex(({ by }) => by === 'trainee') + 1).map(({ text }) => text);
};
