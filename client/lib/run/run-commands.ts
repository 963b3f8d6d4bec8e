/** Commands of staff on a run. Each returns the server's answer; a body of the run in it is shown at once. */

import { type Answer, call } from '#client/lib/api.ts';
import type { BodyOf } from '#contract/routes/table.ts';
import type { RunBody, Stage } from '#contract/runs.ts';
import { takeRun, useRun } from './run-store.ts';

/** The run on this page: every command here concerns it. */
const runAddress = () => ({ id: useRun.getState().runId });
const showReply = async (request: Promise<Answer<RunBody>>): Promise<Answer<RunBody>> => {
  const answer = await request;
  if (answer.ok) takeRun(answer.value);
  return answer;
};

export const enterStage = (stage: Stage) => showReply(call('POST /api/runs/:id/stage', runAddress(), { stage }));
export const setFrozen = (frozen: boolean) => showReply(call('POST /api/runs/:id/freeze', runAddress(), { frozen }));
export const extendBy = (minutes: number) => showReply(call('POST /api/runs/:id/extend', runAddress(), { minutes }));
export const setLocked = (locked: boolean) => showReply(call('POST /api/runs/:id/lock', runAddress(), { locked }));
export const renewCode = () => showReply(call('POST /api/runs/:id/code', runAddress()));
/** `seat` null: everybody. */
export const sayTo = (seat: string | null, text: string) =>
  showReply(call('POST /api/runs/:id/say', runAddress(), { seat, text }));
export const injectInto = (seat: string | null, incident: string) =>
  showReply(call('POST /api/runs/:id/inject', runAddress(), { seat, incident }));
export const endRun = () => showReply(call('POST /api/runs/:id/end', runAddress()));
export type Bookmark = BodyOf<'POST /api/runs/:id/marks'>;
export const bookmarkMessage = (mark: Bookmark) => call('POST /api/runs/:id/marks', runAddress(), mark);

export const sendSeatCommand = (seat: string, command: 'approve' | 'refuse' | 'release'): Promise<Answer<null>> =>
  call(`POST /api/seats/:id/${command}`, { id: seat });
