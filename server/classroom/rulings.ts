/** What staff rule on a drill's report. Nothing is ever taken off the record; a ruling is undone, with who and when. */

import type { z } from 'zod';
import { newId } from '#classroom/entries.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { proposalSchema, rulingSchema } from '#contract/results.ts';
import type { Runner } from '#drills/runner.ts';
import { replyAt } from '#scoring/proposals.ts';
import type { Clock } from '#server/clock.ts';
import type { StoredRuling } from '#storage/results.ts';
import type { Storage } from '#storage/storage.ts';

export type NewRuling = z.infer<typeof rulingSchema>;
export type NewProposal = z.infer<typeof proposalSchema>;
type Needs = { storage: Storage; runner: Pick<Runner, 'report'>; clock: Pick<Clock, 'now'> };

/** Rules on a finding or a point, or sets the total; gives the report as it stands then. `by`: a person's id. */
export function rule(needs: Needs, drill: string, by: string, ruling: NewRuling): Reply<Report> {
  const { storage, runner, clock } = needs;
  const before = runner.report(drill);
  if (!before.ok) return before;
  const what = ruledOn(before.value, ruling);
  if (what === null) return { ok: false, error: failure('point' in ruling ? 'unknown-point' : 'unknown-finding') };
  const { verdict, reason } = ruling;
  storage.results.addRuling({
    id: newId('g'),
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
  });
  return runner.report(drill);
}

/** What the ruling is about and how the record names it; null where the report has no such thing. */
function ruledOn(report: Report, ruling: NewRuling): Pick<StoredRuling, 'finding' | 'point' | 'title'> | null {
  if ('point' in ruling) {
    const found = replyAt(report, ruling.point);
    if (found === null) return null;
    return { finding: null, point: ruling.point, title: `${found.point.text}「${found.reply.words}」` };
  }
  if (ruling.finding === null) return { finding: null, point: null, title: `总分 ${report.score}` };
  const found = report.findings.find(({ key }) => key === ruling.finding);
  // What is no fault can't be one, and praise isn't ruled on.
  if (found === undefined || found.severity === 'merit') return null;
  const title = `${found.title}${found.quote === '' ? '' : `「${found.quote}」`}`;
  return { finding: ruling.finding, point: null, title };
}

/** Keeps what a trainee thinks of a doubtful answer: a word to who rules, never a mark (RULES M2). */
export function propose(needs: Needs, drill: string, proposal: NewProposal): Reply<Report> {
  const { storage, runner, clock } = needs;
  const report = runner.report(drill);
  if (!report.ok) return report;
  const { said } = proposal;
  const found = replyAt(report.value, proposal);
  // What a person has ruled on, or the judge was sure of, isn't asked about; an earlier word may always be taken back.
  if (found === null || (said !== null && !found.reply.doubtful)) {
    return { ok: false, error: failure('unknown-point') };
  }
  storage.results.propose(drill, clock.now(), proposal);
  return runner.report(drill);
}

/** Undoing twice is no fault: the first stays on record. */
export function undoRuling(needs: Needs, drill: string, id: string, by: string): Reply<Report> {
  const { storage, runner, clock } = needs;
  if (!storage.results.rulings(drill).some((ruling) => ruling.id === id)) {
    return { ok: false, error: failure('unknown-ruling') };
  }
  storage.results.undoRuling(id, by, clock.now());
  return runner.report(drill);
}
