/** What staff rule on a drill's report. Nothing is ever taken off the record; a ruling is undone, with who and when. */

import type { z } from 'zod';
import { newId } from '#classroom/entries.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import type { rulingSchema } from '#contract/results.ts';
import type { Runner } from '#drills/runner.ts';
import type { Clock } from '#server/clock.ts';
import type { Storage } from '#storage/storage.ts';

export type NewRuling = z.infer<typeof rulingSchema>;
type Needs = { storage: Storage; runner: Pick<Runner, 'report'>; clock: Pick<Clock, 'now'> };

/** Rules on a finding or sets the total; gives the report as it stands then. `by`: a person's id. */
export function rule(needs: Needs, drill: string, by: string, ruling: NewRuling): Reply<Report> {
  const { storage, runner, clock } = needs;
  const before = runner.report(drill);
  if (!before.ok) return before;
  const { finding, verdict, reason } = ruling;
  const found = finding === null ? null : before.value.findings.find(({ key }) => key === finding);
  if (found === undefined) return { ok: false, error: failure('unknown-finding') };
  // What is no fault can't be one, and praise isn't ruled on.
  if (found?.severity === 'merit') return { ok: false, error: failure('unknown-finding') };
  storage.results.addRuling({
    id: newId('g'),
    drill,
    finding,
    verdict,
    score: ruling.verdict === 'score' ? ruling.score : null,
    title:
      found === null ? `总分 ${before.value.score}` : `${found.title}${found.quote === '' ? '' : `「${found.quote}」`}`,
    reason,
    by,
    at: clock.now(),
    undoneBy: null,
    undoneAt: null,
  });
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
