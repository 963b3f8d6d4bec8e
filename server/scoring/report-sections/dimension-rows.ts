/** The six parts of the total with what each lost, row by row, each row leading to the finding behind it. */

import type { Report } from '#contract/report.ts';
import { listed, say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/facts/arithmetic.ts';
import { clockText, secondsText } from '#scoring/log/phrasing.ts';
import type { LostMark } from '#scoring/marks/lost-marks.ts';
import type { PricedFinding } from '#scoring/marks/report-findings.ts';
import { dimensionName, type Scorecard } from '#scoring/marks/scorecard.ts';
import { lossCause } from './loss-cause.ts';

/** At most this many late replies are named by their time in one row. */
const LATE_NAMED = 3;
const LATE: readonly string[] = ['late-first', 'late-round'];

export function dimensionRows(card: Scorecard, priced: readonly PricedFinding[]): Report['dimensions'] {
  return card.dimensions.map((dimension) => ({
    ...dimension,
    name: dimensionName(dimension.id),
    lost: lateInOne(dimension.lost, priced).map((row) => {
      const found = row.draft === null ? undefined : priced.find((priced) => priced.draft === row.draft)?.finding;
      // A loss that isn't a finding itself keeps its own words and marks, and leads to the fault behind it.
      const behind = row.draft === null ? lossCause(row, priced) : undefined;
      const finding = found?.id ?? behind?.id ?? null;
      return {
        text: row.told ?? found?.title ?? row.text,
        marks: row.marks,
        finding,
        place: finding === null ? row.place : null,
      };
    }),
  }));
}

/** Makes one row of all late replies: how many, and the longest, to whose finding the row leads. */
function lateInOne(lost: readonly LostMark[], priced: readonly PricedFinding[]): (LostMark & { told?: string })[] {
  const late = lost.filter((loss) => loss.draft !== null && LATE.includes(loss.draft.code));
  if (late.length < 2) return [...lost];
  const slowest = late.reduce((a, b) => ((b.draft?.seconds ?? 0) > (a.draft?.seconds ?? 0) ? b : a));
  const marks = toTenth(sum(late.map((loss) => loss.marks)));
  const places = late
    .flatMap(({ draft }) => priced.find((priced) => priced.draft === draft)?.finding.at ?? [])
    .toSorted((a, b) => a - b)
    .map(clockText);
  const told = say(`page:late-row.${places.length > LATE_NAMED ? 'some' : 'all'}`, {
    n: late.length,
    places: listed(places.slice(0, LATE_NAMED)),
    wait: secondsText(slowest.draft?.seconds ?? 0),
  });
  return [...lost.filter((loss) => !late.includes(loss)), { ...slowest, told, marks }].toSorted(
    (a, b) => b.marks - a.marks,
  );
}
