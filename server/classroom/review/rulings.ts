/** Rulings of staff on a drill's report. None is taken off the record; a ruling is undone, with who did it and when. */

import type { z } from 'zod';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { AppealPlace } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { proposalSchema, rulingSchema } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { findingStatus } from '#scoring/marks/finding-status.ts';
import { replyAt } from '#scoring/marks/proposals.ts';
import type { RulingEffect } from '#storage/discussion.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { Storage } from '#storage/storage.ts';
import { placeOfRuling, reportOnRecord, titleOnRecord } from './report-places.ts';

export type NewRuling = z.infer<typeof rulingSchema>;
export type NewProposal = z.infer<typeof proposalSchema>;
type Needs = { storage: Storage; runner: Pick<DrillRecords, 'report'>; clock: Pick<Clock, 'now'> };

/**
 * Rules on a finding or a point, or sets the total; gives the report as it then stands. `by`: a person's id. The
 * ruling settles an open appeal at the same place. When an `appeal` is named that isn't open any more, nothing is
 * stored.
 */
export const addRuling = async (
  needs: Needs,
  drill: string,
  staffId: string,
  ruling: NewRuling,
  appeal: string | null = null,
): Promise<Reply<Report>> => {
  const { storage, runner, clock } = needs;
  const reportBefore = await reportOnRecord(runner, drill);
  if (!reportBefore.ok) return reportBefore;
  const ruledThing = placeAndTitle(reportBefore.value, ruling);
  if (ruledThing === null)
    return { ok: false, error: failure('point' in ruling ? 'unknown-point' : 'unknown-finding') };
  const { verdict, reason } = ruling;
  const place = placeOfRuling(ruling);
  const id = newId('g');
  const stored = {
    id,
    drill,
    ...ruledThing,
    verdict,
    score: ruling.verdict === 'score' ? ruling.score : null,
    reason,
    example: 'example' in ruling && ruling.example,
    by: staffId,
    at: clock.now(),
    undoneBy: null,
    undoneAt: null,
  };
  if (
    !(await storage.discussion.rule(
      stored,
      place,
      changesStatus(reportBefore.value, ruling) ? 'changed' : 'kept',
      appeal,
    ))
  ) {
    return { ok: false, error: failure('appeal-settled') };
  }
  const reportAfter = await runner.report(drill);
  if (reportAfter.ok) await storeEffect(storage, drill, id, 'ruled', place, reportBefore.value, reportAfter.value);
  return reportAfter;
};

/** Whether the ruling changes the status of its place: 照扣 on a finding that counts already only confirms it. */
const changesStatus = (report: Report, ruling: NewRuling): boolean => {
  const status = findingStatus(report, placeOfRuling(ruling));
  if (status?.kind === 'score') return ruling.verdict !== 'score' || ruling.score !== status.score;
  if (status?.kind === 'point') return status.state !== ruling.verdict;
  return status?.state !== (ruling.verdict === 'upheld' ? 'counted' : 'dismissed');
};

/** Stores for the record of changes the status of the place and the total before and after the ruling. */
const storeEffect = async (
  storage: Storage,
  drill: string,
  ruling: string,
  deed: RulingEffect['deed'],
  place: AppealPlace,
  reportBefore: Report,
  reportAfter: Report,
): Promise<void> => {
  const [from, to] = [findingStatus(reportBefore, place), findingStatus(reportAfter, place)];
  await storage.discussion.addEffect(drill, {
    ruling,
    deed,
    change: from === null || to === null ? null : { from, to },
    total: { from: reportBefore.score, to: reportAfter.score },
  });
};

/** What the ruling is about, and its title for the record; null when the report has no such thing. */
const placeAndTitle = (report: Report, ruling: NewRuling): Pick<StoredRuling, 'finding' | 'point' | 'title'> | null => {
  const place = placeOfRuling(ruling);
  const title = titleOnRecord(report, place);
  // Praise has no status: a ruling can neither dismiss it nor make a fault of it.
  if (title === null || findingStatus(report, place) === null) return null;
  return 'point' in ruling
    ? { finding: null, point: ruling.point, title }
    : { finding: ruling.finding, point: null, title };
};

/** Keeps what a trainee thinks of a doubtful answer: a note for the person who rules, never a mark (RULES M2). */
export const propose = async (needs: Needs, drill: string, proposal: NewProposal): Promise<Reply<Report>> => {
  const { storage, runner, clock } = needs;
  const report = await runner.report(drill);
  if (!report.ok) return report;
  const { said } = proposal;
  const reply = replyAt(report.value, proposal);
  // A trainee is asked only about doubtful answers: not where a person has ruled or the judge was sure. An earlier note
  // may always be taken back.
  if (reply === null || (said !== null && !reply.reply.doubtful)) {
    return { ok: false, error: failure('unknown-point') };
  }
  await storage.results.propose(drill, clock.now(), proposal);
  return await runner.report(drill);
};

/** Undoes a ruling. Undoing it a second time is no error and changes nothing: the first undoing stays on record. */
export const undoRuling = async (needs: Needs, drill: string, id: string, staffId: string): Promise<Reply<Report>> => {
  const { storage, runner, clock } = needs;
  const ruling = (await storage.results.rulings(drill)).find((one) => one.id === id);
  if (ruling === undefined) return { ok: false, error: failure('unknown-ruling') };
  const reportBefore = ruling.undoneAt === null ? await runner.report(drill) : null;
  await storage.results.undoRuling(id, staffId, clock.now());
  const reportAfter = await runner.report(drill);
  if (reportBefore?.ok === true && reportAfter.ok) {
    const { point, finding } = ruling;
    const place = placeOfRuling(point === null ? { finding } : { point });
    await storeEffect(storage, drill, id, 'undone', place, reportBefore.value, reportAfter.value);
  }
  return reportAfter;
};
