/** Comments and appeals in a report: what is sent, and which of them stand at a place. */

import { type Answer, call, get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Appeal, AppealPlace, Comment, CommentPlace, Discussion, DiscussionPlace } from '#contract/discussion.ts';
import type { Report } from '#contract/report.ts';
import type { BodyOf } from '#contract/routes/table.ts';
import { type NewRuling, useRuledReport } from './report-rulings.ts';

export const MAX_COMMENT_CHARACTERS = 500;
export const MAX_APPEAL_CHARACTERS = 300;
/** Appeals one place may have, withdrawn and settled ones included. */
const MAX_APPEALS_AT_PLACE = 3;

export const loadDiscussion = (drill: string, signal?: AbortSignal): Promise<Answer<Discussion>> =>
  get(pathTo('GET /api/drills/:id/discussion', { id: drill }), signal);

export const sendComment = (drill: string, place: CommentPlace, text: string) =>
  call('POST /api/drills/:id/comments', { id: drill }, { place, text });
export const sendEdit = (drill: string, comment: string, text: string) =>
  call('POST /api/drills/:id/comments/:comment/edit', { id: drill, comment }, { text });
export const sendDelete = (drill: string, comment: string) =>
  call('POST /api/drills/:id/comments/:comment/delete', { id: drill, comment });
export const sendAppeal = (drill: string, place: AppealPlace, text: string) =>
  call('POST /api/drills/:id/appeals', { id: drill }, { place, text });
export const sendWithdrawal = (drill: string, appeal: string) =>
  call('POST /api/drills/:id/appeals/:appeal/withdraw', { id: drill, appeal });
const settle = (drill: string, appeal: string, how: BodyOf<'POST /api/drills/:id/appeals/:appeal/settle'>) =>
  call('POST /api/drills/:id/appeals/:appeal/settle', { id: drill, appeal }, how);
export const sendKeeping = (drill: string, appeal: string, reason: string) =>
  settle(drill, appeal, { outcome: 'kept', reason });

/** Loads the report again after somebody settled an appeal, here or elsewhere. */
export const refreshReport = async (drill: string): Promise<Answer<Report>> => {
  const answer = await call('GET /api/drills/:id/report', { id: drill });
  if (answer.ok) useRuledReport.setState({ drill, report: answer.value });
  return answer;
};

/** A ruling as the answer to an appeal: refused when somebody settled it meanwhile. */
export const sendRulingOnAppeal = async (drill: string, appeal: string, ruling: NewRuling): Promise<Answer<Report>> => {
  const settled = await settle(drill, appeal, { outcome: 'changed', ruling });
  const report = await refreshReport(drill);
  return settled.ok ? report : settled;
};

/** The place a ruling is about. */
export const placeOf = (ruling: NewRuling): AppealPlace => {
  if ('point' in ruling) return { kind: 'point', point: ruling.point };
  return ruling.finding === null ? { kind: 'report' } : { kind: 'finding', finding: ruling.finding };
};

/** The same place has the same key. */
export const placeKey = (place: DiscussionPlace): string => {
  if (place.kind === 'report') return 'report';
  if (place.kind === 'finding') return `finding ${place.finding}`;
  if (place.kind === 'turn') return `turn ${place.message}`;
  return `point ${place.point.conversation} ${place.point.point} ${place.point.turn}`;
};

export const commentsAt = ({ comments }: Discussion, place: DiscussionPlace): Comment[] =>
  comments.filter((comment) => placeKey(comment.place) === placeKey(place));
/** A withdrawn appeal is kept in the record but not shown here. */
export const appealsAt = ({ appeals }: Discussion, place: DiscussionPlace): Appeal[] =>
  appeals.filter((appeal) => placeKey(appeal.place) === placeKey(place) && appeal.end?.how !== 'withdrawn');
/** Whether a trainee may appeal here: no appeal is open, and there were fewer than the limit. */
export const mayAppealAt = ({ as, appeals }: Discussion, place: DiscussionPlace): boolean => {
  const earlier = appeals.filter((appeal) => placeKey(appeal.place) === placeKey(place));
  return as === 'trainee' && earlier.length < MAX_APPEALS_AT_PLACE && earlier.every(({ end }) => end !== null);
};
export const openAppealAt = (discussion: Discussion, place: DiscussionPlace): Appeal | null =>
  appealsAt(discussion, place).find(({ end }) => end === null) ?? null;
