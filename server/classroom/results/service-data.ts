/** Conversations as service data: one's own, or those of a run. */

import type { Seals } from '#classroom/exams/seals.ts';
import { hotSpotsOf } from '#classroom/service-tables/hot-spots.ts';
import type { Principal } from '#common/access.ts';
import { filtered } from '#common/filtered.ts';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { complaintKindsOf } from '#drills/catalog/complaint-kinds.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { nameOfType } from '#scoring/facts/trade-texts.ts';
import { analysisQuestions } from '#scoring/practice-advice/analysis-questions.ts';
import { serviceRows } from '#scoring/practice-advice/service-rows.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { reportRefusals } from './report-access.ts';
import { type ResultsNeeds, seatDrills, yieldToOthers } from './run-drills.ts';

type Needs = ResultsNeeds & { catalogs: Pick<Catalogs, 'data' | 'short' | 'momentCases'> };

/** Drills read at most: a report is made for each, and more than anybody looks through would keep the server busy. */
const MAX_DRILLS = 60;

/** The principal's own ended drills whose report they may read, the newest sixty. */
export const ownServiceData = async (
  needs: Needs & { seals: Pick<Seals, 'sealsFor'> },
  principal: Principal,
): Promise<Analysis> => {
  const { storage, catalogs } = needs;
  const refusal = await reportRefusals(needs, principal);
  const rows = await storage.drillsOf(principal.guest, principal.person?.id ?? null);
  const mayRead = async (row: DrillRow): Promise<boolean> => row.state === 'ended' && (await refusal(row)) === null;
  const drills = (await filtered(rows, mayRead)).slice(0, MAX_DRILLS);
  return analysisOf(catalogs.data.rubric, '', await rowsOf(needs, drills.toReversed(), () => ''));
};

/** A run's drills. `nameOf`: the name that a seat's rows are shown under. */
export const runServiceData = async (needs: Needs, run: Run, nameOf: (seat: string) => string): Promise<Analysis> => {
  const seats = await seatDrills(needs, run.id);
  const drills = seats.flatMap(({ drills }) => drills.map(({ row }) => row)).filter(({ state }) => state === 'ended');
  return analysisOf(
    needs.catalogs.data.rubric,
    run.name,
    await rowsOf(needs, drills, ({ place }) => nameOf(place?.seat ?? '')),
  );
};

/**
 * The name of each seat's rows: 同学 3, numbered in an order that shows nobody's place on the roster; the principal's
 * own say so.
 */
export const classmateNames = (seats: readonly string[], ownSeat: string): ((seat: string) => string) => {
  const otherSeats = seats.filter((seat) => seat !== ownSeat).toSorted();
  return (seat) =>
    seat === ownSeat ? say('results-said:who.own') : say('results-said:who.other', { n: otherSeats.indexOf(seat) + 1 });
};

const analysisOf = ({ id, tiers }: Rubric, run: string, rows: ServiceRow[]): Analysis => {
  const [tier] = tiers;
  if (tier === undefined) throw new Error(`rubric ${id} has no tiers`);
  const counted = rows.map(({ at, type, complaint, served }) => ({ at, topic: type, complaint, n: served }));
  return {
    ...{ kind: 'drills', run, rows, questions: analysisQuestions(rows, tier.passS), passS: tier.passS },
    hotSpots: { ...hotSpotsOf(counted), uncounted: rows.filter(({ complaint }) => complaint === '').length },
  };
};

const rowsOf = async (
  { runner, catalogs }: Needs,
  drills: readonly DrillRow[],
  whoOf: (row: DrillRow) => string,
): Promise<ServiceRow[]> => {
  const { scenarios, types } = catalogs.data;
  const typeOf = (id: string): string => {
    // This catalog lacks a school's own cases, but every case's id begins with its type.
    const type = scenarios.find((one) => one.id === id)?.type ?? id.split('/')[0];
    const caseType = types.find((one) => one.id === type);
    return caseType === undefined ? '' : nameOfType(caseType);
  };
  const kindOf = complaintKindsOf(catalogs);
  const complaintOf = (id: string): string => {
    const kind = kindOf(id);
    return kind === null ? '' : say(`service-tables:kind.${kind}`);
  };
  const rows: ServiceRow[] = [];
  for (const row of drills) {
    await yieldToOthers();
    const report = await runner.report(row.id);
    if (report.ok)
      rows.push(
        ...serviceRows(report.value, { drill: row.id, trainee: whoOf(row), at: row.openedAt, typeOf, complaintOf }),
      );
  }
  return rows;
};
