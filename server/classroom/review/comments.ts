/** Comments of staff in a report: each writing, editing and deleting is a row, and none is ever taken away. */
import type { z } from 'zod';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { COMMENT_MOST, type commentSchema } from '#contract/discussion.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { CommentRow } from '#storage/discussion.ts';
import type { Storage } from '#storage/storage.ts';
import { commentOnRecord, reportOnRecord, trimmedText, unknownPlace } from './report-places.ts';

type Needs = { storage: Storage; runner: Pick<DrillRecords, 'report'>; clock: Pick<Clock, 'now'> };

/** `by`: a person's id. */
export const comment = async (
  { storage, runner, clock }: Needs,
  drill: string,
  staffId: string,
  { place, text }: z.infer<typeof commentSchema>,
): Promise<Reply<null>> => {
  const trimmed = trimmedText(text, COMMENT_MOST);
  if (!trimmed.ok) return trimmed;
  const report = await reportOnRecord(runner, drill);
  if (!report.ok) return report;
  const title = commentOnRecord(report.value, place);
  if (title === null) return { ok: false, error: unknownPlace(place) };
  const commentId = newId('n');
  const row: CommentRow = {
    id: commentId,
    comment: commentId,
    drill,
    place,
    title,
    kind: 'written',
    text: trimmed.value,
    by: staffId,
    at: clock.now(),
  };
  await storage.discussion.addComment(row);
  return { ok: true, value: null };
};

/** Edits a comment, for its author only; the same words again change nothing. */
export const editComment = async (
  needs: Needs,
  drill: string,
  staffId: string,
  commentId: string,
  text: string,
): Promise<Reply<null>> => {
  const trimmed = trimmedText(text, COMMENT_MOST);
  if (!trimmed.ok) return trimmed;
  return await addChange(needs, drill, staffId, commentId, 'edited', trimmed.value);
};

export const deleteComment = (needs: Needs, drill: string, staffId: string, commentId: string): Promise<Reply<null>> =>
  addChange(needs, drill, staffId, commentId, 'deleted', '');

const addChange = async (
  { storage, clock }: Needs,
  drill: string,
  staffId: string,
  commentId: string,
  kind: 'edited' | 'deleted',
  text: string,
): Promise<Reply<null>> => {
  const lastRow = (await storage.discussion.comments(drill)).findLast((row) => row.comment === commentId);
  if (lastRow === undefined || lastRow.by !== staffId || lastRow.kind === 'deleted') {
    return { ok: false, error: failure('unknown-comment') };
  }
  if (text !== lastRow.text) {
    await storage.discussion.addComment({ ...lastRow, id: newId('n'), kind, text, at: clock.now() });
  }
  return { ok: true, value: null };
};
