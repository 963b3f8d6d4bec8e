/** The six parts of the total with what each lost, row by row, each row leading to the finding behind it. */

import type { Report } from '#contract/report.ts';
import { listed, say } from '#i18n/say.ts';
import { LATE_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { clockText, secondsText } from '#scoring/log/phrasing.ts';
import type { LostMark } from '#scoring/marks/lost-marks.ts';
import type { PricedFinding } from '#scoring/marks/report-findings.ts';
import { dimensionName, type Scorecard } from '#scoring/marks/scorecard.ts';
import { mightBuy } from '#scoring/measures/service.ts';
import { windowDimension } from '#scoring/opportunities/window-dimension.ts';
import { windowName } from '#scoring/opportunities/windows.ts';
import { lossCause } from './loss-cause.ts';

/** At most this many late replies are named by their time in one row. */
const MAX_LATE_NAMED = 3;

export const dimensionRows = (
  card: Scorecard,
  priced: readonly PricedFinding[],
  ledger: Report['ledger'],
  allFacts: readonly ConversationFacts[],
): Report['dimensions'] => {
  return card.dimensions.map((dimension) => {
    const lost = withLateRepliesInOneRow(dimension.lost, priced).map((row) => {
      const ownFinding = row.draft === null ? undefined : priced.find((priced) => priced.draft === row.draft)?.finding;
      // A loss that isn't a finding itself keeps its own words and marks, and leads to the fault behind it.
      const causeFinding = row.draft === null ? lossCause(row, priced) : undefined;
      const findingId = ownFinding?.id ?? causeFinding?.id ?? null;
      return {
        text: row.told ?? ownFinding?.title ?? row.text,
        marks: row.marks,
        finding: findingId,
        ...(row.all && { kind: say('page:late-row.kind'), findings: row.all }),
        place: findingId === null ? row.place : null,
        ...placesOf(row, ledger),
      };
    });
    return {
      ...dimension,
      name: dimensionName(dimension.id),
      ...roundedRows(dimension, lost),
      ...(dimension.id === 'sales' && dimension.marks !== null && whereNobodyBuys(allFacts)),
      lost,
    };
  });
};

/** A figure shown to a tenth is off by at most half of one; two tenths and their difference by rounding of their own. */
const ROUNDED_BY = 0.05;
const EPSILON = 1e-6;

/**
 * What is said where the rows shown don't add up to what was taken from the part: each is rounded to a tenth, and so are
 * its marks and its most (RULES M214). Nothing where they do, and where the gap is more than rounding makes.
 */
const roundedRows = (
  { marks, weight }: { marks: number | null; weight: number },
  rows: readonly { marks: number }[],
): { note?: string } => {
  if (marks === null || rows.length === 0) return {};
  const taken = toTenth(weight) - toTenth(marks);
  const gap = toTenth(Math.abs(taken - sum(rows.map((row) => toTenth(row.marks)))));
  const mostByRounding = ROUNDED_BY * (rows.length + 2) + EPSILON;
  return gap === 0 || gap > mostByRounding ? {} : { note: say('page:rounded-rows', { gap }) };
};

/** Where nobody of a drill could have bought, 销售转化 says so, and what its marks are for: a pause taken up, an order read back (RULES M147). */
const whereNobodyBuys = (allFacts: readonly ConversationFacts[]): { note?: string } => {
  if (allFacts.some(mightBuy)) return {};
  const kinds = allFacts.flatMap((facts) =>
    facts.conversation.windows.flatMap(({ kind, closed }) =>
      closed !== null && closed.how !== 'void' && windowDimension(facts, kind) === 'sales' ? [kind] : [],
    ),
  );
  const windows = listed([...new Set(kinds)].map(windowName));
  // What an unfinished drill didn't reach counts as lost: nothing is said beside it of who could have bought.
  return windows === '' ? {} : { note: say('page:sales.nobody-but', { windows }) };
};

/**
 * Where each loss of a row of several was, and the doubts of it that no finding and no point stands for (RULES M111, M112):
 * a first answer whose words are in doubt on a point is settled there, and counted once (RULES M129).
 */
const placesOf = (
  { places = [], doubts = [] }: LostMark,
  ledger: Report['ledger'],
): Pick<Report['dimensions'][number]['lost'][number], 'places' | 'doubts'> => {
  const loose = doubts.flatMap(({ isLoose, words, place, turn }) =>
    isLoose && words !== undefined && !isDoubtedPoint(ledger, place.conversation, turn)
      ? [{ ...place, text: words }]
      : [],
  );
  return { ...(places.length > 0 && { places: [...places] }), ...(loose.length > 0 && { doubts: loose }) };
};

const isDoubtedPoint = (ledger: Report['ledger'], conversation: string, turn: number | undefined): boolean =>
  ledger.some(
    (row) =>
      row.conversation === conversation &&
      row.points.some(({ replies }) => replies.some((reply) => reply.doubtful && reply.turn === turn)),
  );

/** Makes one row of all late replies: how many, and the longest; the row leads to the finding of each (RULES M97). */
const withLateRepliesInOneRow = (
  losses: readonly LostMark[],
  priced: readonly PricedFinding[],
): (LostMark & { told?: string; all?: string[] })[] => {
  const lateLosses = losses.filter((loss) => loss.draft !== null && LATE_CODES.includes(loss.draft.code));
  if (lateLosses.length < 2) return [...losses];
  const slowest = lateLosses.reduce((a, b) => ((b.draft?.seconds ?? 0) > (a.draft?.seconds ?? 0) ? b : a));
  const marks = toTenth(sum(lateLosses.map((loss) => loss.marks)));
  const found = lateLosses
    .flatMap(({ draft }) => priced.find((priced) => priced.draft === draft)?.finding ?? [])
    .toSorted((a, b) => a.at - b.at);
  const places = found.map(({ at }) => clockText(at));
  const lateText = say(`page:late-row.${places.length > MAX_LATE_NAMED ? 'some' : 'all'}`, {
    n: lateLosses.length,
    places: listed(places.slice(0, MAX_LATE_NAMED)),
    wait: secondsText(slowest.draft?.seconds ?? 0),
  });
  return [
    ...losses.filter((loss) => !lateLosses.includes(loss)),
    { ...slowest, told: lateText, marks, all: found.map(({ id }) => id) },
  ].toSorted((a, b) => b.marks - a.marks);
};
