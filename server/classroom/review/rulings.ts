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
export async function rule(
  needs: Needs,
  drill: string,
  by: string,
  ruling: NewRuling,
  appeal: string | null = null,
): Promise<Reply<Report>> {
  const { storage, runner, clock } = needs;
  const before = await reportOnRecord(runner, drill);
  if (!before.ok) return before;
  const what = ruledOn(before.value, ruling);
  if (what === null) return { ok: false, error: failure('point' in ruling ? 'unknown-point' : 'unknown-finding') };
  const { verdict, reason } = ruling;
  const place = placeOfRuling(ruling);
  const id = newId('g');
  const stored = {
    id,
    drill,
    ...what,
    verdict,
    score: ruling.verdict === 'score' ? ruling.score : null,
    reason,
    example: 'example' in ruling && ruling.example,
    by,
    at: clock.now(),
    undoneBy: null,
    undoneAt: null,
  };
  if (!(await storage.discussion.rule(stored, place, changesMark(before.value, ruling) ? 'changed' : 'kept', appeal))) {
    return { ok: false, error: failure('appeal-settled') };
  }
  const after = await runner.report(drill);
  if (after.ok) await keepEffect(storage, drill, id, 'ruled', place, before.value, after.value);
  return after;
}

/** Whether the ruling changes what stands: 照扣 on a finding that counts already only confirms it. */
function changesMark(report: Report, ruling: NewRuling): boolean {
  const standing = findingStatus(report, placeOfRuling(ruling));
  if (standing?.kind === 'score') return ruling.verdict !== 'score' || ruling.score !== standing.score;
  if (standing?.kind === 'point') return standing.state !== ruling.verdict;
  return standing?.state !== (ruling.verdict === 'upheld' ? 'counted' : 'dismissed');
}

/** Keeps for the record of changes how the ruled thing and the total stood before and stand after. */
async function keepEffect(
  storage: Storage,
  drill: string,
  ruling: string,
  deed: RulingEffect['deed'],
  place: AppealPlace,
  before: Report,
  after: Report,
): Promise<void> {
  const [from, to] = [findingStatus(before, place), findingStatus(after, place)];
  await storage.discussion.addEffect(drill, {
    ruling,
    deed,
    change: from === null || to === null ? null : { from, to },
    total: { from: before.score, to: after.score },
  });
}

/** What the ruling is about, and its title for the record; null when the report has no such thing. */
function ruledOn(report: Report, ruling: NewRuling): Pick<StoredRuling, 'finding' | 'point' | 'title'> | null {
  const place = placeOfRuling(ruling);
  const title = titleOnRecord(report, place);
  // Praise has no status: a ruling can neither dismiss it nor make a fault of it.
  if (title === null || findingStatus(report, place) === null) return null;
  return 'point' in ruling
    ? { finding: null, point: ruling.point, title }
    : { finding: ruling.finding, point: null, title };
}

/** Keeps what a trainee thinks of a doubtful answer: a note for the person who rules, never a mark (RULES M2). */
export async function propose(needs: Needs, drill: string, proposal: NewProposal): Promise<Reply<Report>> {
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
}

/** Undoes a ruling. Undoing it a second time is no error and changes nothing: the first undoing stays on record. */
export async function undoRuling(needs: Needs, drill: string, id: string, by: string): Promise<Reply<Report>> {
  const { storage, runner, clock } = needs;
  const ruling = (await storage.results.rulings(drill)).find((one) => one.id === id);
  if (ruling === undefined) return { ok: false, error: failure('unknown-ruling') };
  const before = ruling.undoneAt === null ? await runner.report(drill) : null;
  await storage.results.undoRuling(id, by, clock.now());
  const after = await runner.report(drill);
  if (before?.ok === true && after.ok) {
    const { point, finding } = ruling;
    const place = placeOfRuling(point === null ? { finding } : { point });
    await keepEffect(storage, drill, id, 'undone', place, before.value, after.value);
  }
  return after;
}
