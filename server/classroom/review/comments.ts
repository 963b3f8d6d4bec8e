/** Comments of staff in a report: each writing, editing and deleting is a row, and none is ever taken away. */
import type { z } from 'zod';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { COMMENT_MOST, type commentSchema } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { CommentRow } from '#storage/discussion.ts';
import type { Storage } from '#storage/storage.ts';
import { commentOnRecord, reportOnRecord, textIn, unknownPlace } from './report-places.ts';

type Needs = { storage: Storage; runner: Pick<DrillRecords, 'report'>; clock: Pick<Clock, 'now'> };

/** `by`: a person's id. */
export async function comment(
  { storage, runner, clock }: Needs,
  drill: string,
  by: string,
  { place, text }: z.infer<typeof commentSchema>,
): Promise<Reply<null>> {
  const words = textIn(text, COMMENT_MOST);
  if (!words.ok) return words;
  const report = await reportOnRecord(runner, drill);
  if (!report.ok) return report;
  const title = commentOnRecord(report.value, place);
  if (title === null) return { ok: false, error: unknownPlace(place) };
  const id = newId('n');
  const row: CommentRow = {
    id,
    comment: id,
    drill,
    place,
    title,
    kind: 'written',
    text: words.value,
    by,
    at: clock.now(),
  };
  await storage.discussion.addComment(row);
  return { ok: true, value: null };
}

/** Edits a comment, for its author only; the same words again change nothing. */
export async function editComment(
  needs: Needs,
  drill: string,
  by: string,
  id: string,
  text: string,
): Promise<Reply<null>> {
  const words = textIn(text, COMMENT_MOST);
  if (!words.ok) return words;
  return await change(needs, drill, by, id, 'edited', words.value);
}

export const deleteComment = (needs: Needs, drill: string, by: string, id: string): Promise<Reply<null>> =>
  change(needs, drill, by, id, 'deleted', '');

async function change(
  { storage, clock }: Needs,
  drill: string,
  by: string,
  id: string,
  kind: 'edited' | 'deleted',
  text: string,
): Promise<Reply<null>> {
  const lastRow = (await storage.discussion.comments(drill)).findLast((row) => row.comment === id);
  if (lastRow === undefined || lastRow.by !== by || lastRow.kind === 'deleted') {
    return { ok: false, error: failure('unknown-comment') };
  }
  if (text !== lastRow.text) {
    await storage.discussion.addComment({ ...lastRow, id: newId('n'), kind, text, at: clock.now() });
  }
  return { ok: true, value: null };
}
